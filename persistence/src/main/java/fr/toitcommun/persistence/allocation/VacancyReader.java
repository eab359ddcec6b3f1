package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.registration.DwellingType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Reads vacant dwellings. */
public final class VacancyReader {
  private static final String SELECT =
      """
      select v.id as vacancy_id, v.version, v.dwelling_id, v.notice_on, v.reason, v.works_until, v.flow_exclusion,
             v.withdrawn_on, v.withdrawal_reason, v.offer_reason, v.agreement_id, a.holder_id, h.name as holder,
             v.offered_quota, v.identified, v.offered_share, v.agreed_share, v.offered_on, v.designation_deadline,
             v.designation, w.accessory_rents, w.energy_contribution, v.status, v.available_from, v.declared_on, v.quota, w.landlord_id,
             p.name as landlord, w.internal_reference, w.stock_register_id, w.municipality_code,
             m.name as municipality, m.departement_code, w.address, w.floor, w.lift, w.category, w.dwelling_type,
             w.surface, w.main_rent, w.charges, w.scheme, w.energy_class, w.priority_district, w.wheelchair,
             w.adapted_plai,
             (select count(*) from proposal r where r.vacancy_id = v.id
               and r.status in ('OPEN', 'ON_AGENDA', 'ALLOCATED', 'RANKED', 'CONDITIONAL')) as open_proposals,
             (select max(s.id) from commission_item i join commission_session s on s.id = i.session_id
               where i.vacancy_id = v.id and s.status = 'PLANNED') as session_id,
             count(*) over () as total
      from vacancy v
      join dwelling w on w.id = v.dwelling_id
      join municipality m on m.code = w.municipality_code
      join partner p on p.id = w.landlord_id
      left join reservation_agreement a on a.id = v.agreement_id
      left join partner h on h.id = a.holder_id
      """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public VacancyReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The open vacancies of a landlord, those without proposal first, then by date. */
  public VacancyPage ofLandlord(long landlordId, String municipalityCode, int offset, int limit) {
    String sql =
        SELECT
            + """
             where w.landlord_id = :landlord and v.status = 'OPEN'
               and (cast(:municipality as text) is null or w.municipality_code = :municipality)
             order by open_proposals, v.available_from, v.id offset :offset limit :limit
            """;
    return jdbi.withHandle(
        handle -> {
          long[] total = {0};
          List<VacancyRow> rows =
              handle
                  .createQuery(sql)
                  .bind("landlord", landlordId)
                  .bind("municipality", municipalityCode)
                  .bind("offset", offset)
                  .bind("limit", limit)
                  .map(
                      (row, context) -> {
                        total[0] = row.getLong("total");
                        return vacancy(row);
                      })
                  .list();
          return new VacancyPage(rows, total[0]);
        });
  }

  /**
   * The open vacancies at a holder's disposal, those it may still answer first, by deadline.
   *
   * @param state only those that stand there on that day; null: all
   */
  public VacancyPage ofHolder(
      long holderId, DesignationState state, LocalDate today, int offset, int limit) {
    String sql =
        SELECT
            + """
             where a.holder_id = :holder and v.status = 'OPEN'
               and (cast(:state as text) is null or :state =
                 case when v.designation = 'AWAITED' and v.designation_deadline < :today then 'LAPSED' else v.designation end)
             order by v.designation = 'AWAITED' and v.designation_deadline >= :today desc, v.designation_deadline, v.id
             offset :offset limit :limit
            """;
    return jdbi.withHandle(
        handle -> {
          long[] total = {0};
          List<VacancyRow> rows =
              handle
                  .createQuery(sql)
                  .bind("holder", holderId)
                  .bind("state", state == null ? null : state.name())
                  .bind("today", today)
                  .bind("offset", offset)
                  .bind("limit", limit)
                  .map(
                      (row, context) -> {
                        total[0] = row.getLong("total");
                        return vacancy(row);
                      })
                  .list();
          return new VacancyPage(rows, total[0]);
        });
  }

  /** Where a landlord has open vacancies, by name. */
  public List<VacancyPlace> places(long landlordId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select m.code, m.name, count(*) as open from vacancy v"
                        + " join dwelling w on w.id = v.dwelling_id"
                        + " join municipality m on m.code = w.municipality_code"
                        + " where w.landlord_id = :landlord and v.status = 'OPEN'"
                        + " group by m.code, m.name order by m.search_name, m.code")
                .bind("landlord", landlordId)
                .map(
                    (row, context) ->
                        new VacancyPlace(
                            row.getString("code"), row.getString("name"), row.getLong("open")))
                .list());
  }

  /**
   * A landlord's open vacancies that are proposed, stand on no planned agenda and are not allocated
   * already, by place.
   */
  public List<VacancyRow> awaitingCommission(long landlordId, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from ("
                        + SELECT
                        + " where w.landlord_id = :landlord and v.status = 'OPEN') open_vacancy"
                        + " where open_proposals > 0 and session_id is null"
                        + " and not exists (select 1 from proposal r where r.vacancy_id ="
                        + " open_vacancy.vacancy_id"
                        + " and r.status in ('ALLOCATED', 'RANKED', 'CONDITIONAL'))"
                        + " order by municipality, address, vacancy_id limit :limit")
                .bind("landlord", landlordId)
                .bind("limit", limit)
                .map((row, context) -> vacancy(row))
                .list());
  }

  /**
   * A landlord's open vacancies that fell back to it for want of a designation and that nobody is
   * proposed, the latest first.
   */
  public List<VacancyRow> fallenBack(long landlordId, LocalDate today, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from ("
                        + SELECT
                        + " where w.landlord_id = :landlord and v.status = 'OPEN'"
                        + " and v.designation in ('AWAITED', 'LAPSED')"
                        + " and v.designation_deadline < :today) fallen"
                        + " where open_proposals = 0"
                        + " order by designation_deadline desc, vacancy_id limit :limit")
                .bind("landlord", landlordId)
                .bind("today", today)
                .bind("limit", limit)
                .map((row, context) -> vacancy(row))
                .list());
  }

  /** The vacancies of a dwelling, the latest first; a hundred at most. */
  public List<VacancyRow> ofDwelling(long dwellingId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + " where v.dwelling_id = :dwelling order by v.declared_on desc, v.id desc"
                        + " limit 100")
                .bind("dwelling", dwellingId)
                .map((row, context) -> vacancy(row))
                .list());
  }

  /** One vacancy. */
  public Optional<VacancyRow> find(long vacancyId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " where v.id = :id")
                .bind("id", vacancyId)
                .map((row, context) -> vacancy(row))
                .findOne());
  }

  /** Some vacancies, by identity. */
  public Map<Long, VacancyRow> these(Collection<Long> vacancyIds) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " where v.id = any(:ids)")
                .bindArray("ids", Long.class, vacancyIds.toArray())
                .map((row, context) -> vacancy(row))
                .collect(Collectors.toMap(VacancyRow::vacancyId, Function.identity())));
  }

  private static VacancyOffer offer(ResultSet row) throws SQLException {
    Long agreement = row.getObject("agreement_id", Long.class);
    return agreement == null
        ? null
        : new VacancyOffer(
            agreement,
            row.getLong("holder_id"),
            row.getString("holder"),
            row.getString("offered_quota"),
            row.getBoolean("identified"),
            row.getBigDecimal("offered_share"),
            row.getBigDecimal("agreed_share"),
            row.getString("offer_reason"),
            row.getObject("offered_on", LocalDate.class),
            row.getObject("designation_deadline", LocalDate.class),
            DesignationState.valueOf(row.getString("designation")));
  }

  private static VacancyRow vacancy(ResultSet row) throws SQLException {
    return new VacancyRow(
        row.getLong("vacancy_id"),
        row.getInt("version"),
        row.getLong("dwelling_id"),
        VacancyStatus.valueOf(row.getString("status")),
        row.getLong("landlord_id"),
        row.getString("landlord"),
        row.getString("internal_reference"),
        row.getString("stock_register_id"),
        row.getString("municipality_code"),
        row.getString("municipality"),
        row.getString("departement_code"),
        row.getString("address"),
        row.getObject("floor", Integer.class),
        row.getBoolean("lift"),
        row.getString("category"),
        DwellingType.valueOf(row.getString("dwelling_type")),
        row.getInt("surface"),
        row.getInt("main_rent"),
        row.getInt("charges"),
        row.getInt("accessory_rents"),
        row.getInt("energy_contribution"),
        FundingScheme.valueOf(row.getString("scheme")),
        row.getString("energy_class"),
        row.getBoolean("priority_district"),
        row.getBoolean("wheelchair"),
        row.getBoolean("adapted_plai"),
        row.getString("quota"),
        row.getObject("available_from", LocalDate.class),
        row.getObject("declared_on", LocalDate.class),
        row.getObject("notice_on", LocalDate.class),
        row.getString("reason"),
        row.getObject("works_until", LocalDate.class),
        row.getString("flow_exclusion"),
        row.getObject("withdrawn_on", LocalDate.class),
        row.getString("withdrawal_reason"),
        row.getString("offer_reason"),
        offer(row),
        row.getInt("open_proposals"),
        row.getObject("session_id", Long.class));
  }
}
