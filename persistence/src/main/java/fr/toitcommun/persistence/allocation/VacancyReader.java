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
      select v.id as vacancy_id, v.status, v.available_from, v.declared_on, v.quota, w.landlord_id,
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

  /** A landlord's open vacancies that are proposed and stand on no planned agenda, by place. */
  public List<VacancyRow> awaitingCommission(long landlordId, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from ("
                        + SELECT
                        + " where w.landlord_id = :landlord and v.status = 'OPEN') open_vacancy"
                        + " where open_proposals > 0 and session_id is null"
                        + " order by municipality, address, vacancy_id limit :limit")
                .bind("landlord", landlordId)
                .bind("limit", limit)
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

  /** The dwellings on the agenda of a session, by vacancy. */
  public Map<Long, VacancyRow> onAgenda(long sessionId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + " where v.id in (select i.vacancy_id from commission_item i"
                        + " where i.session_id = :session)")
                .bind("session", sessionId)
                .map((row, context) -> vacancy(row))
                .collect(Collectors.toMap(VacancyRow::vacancyId, Function.identity())));
  }

  private static VacancyRow vacancy(ResultSet row) throws SQLException {
    return new VacancyRow(
        row.getLong("vacancy_id"),
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
        FundingScheme.valueOf(row.getString("scheme")),
        row.getString("energy_class"),
        row.getBoolean("priority_district"),
        row.getBoolean("wheelchair"),
        row.getBoolean("adapted_plai"),
        row.getString("quota"),
        row.getObject("available_from", LocalDate.class),
        row.getObject("declared_on", LocalDate.class),
        row.getInt("open_proposals"),
        row.getObject("session_id", Long.class));
  }
}
