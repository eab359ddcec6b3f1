package fr.toitcommun.persistence.allocation.reservation;

import fr.toitcommun.persistence.partner.PartnerKind;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Reads reservation agreements and their balance through a year. */
public final class AgreementReader {
  /** What a partner's territory holds of a municipality, in SQL; m and p are to be named so. */
  static final String ON_TERRITORY =
      """
      exists (select 1 from partner_territory t where t.partner_id = a.holder_id and
        ((t.level = 'DEPARTEMENT' and t.code = f.departement_code) or (t.level = 'EPCI' and t.code = f.epci_siren)
          or (t.level = 'MUNICIPALITY' and t.code = f.municipality_code)))
      """;

  private static final String COUNTS =
      """
      count(*) as flow,
      count(*) filter (where f.agreement_id = a.id) as offered,
      count(*) filter (where f.agreement_id = a.id and f.offered_quota = 'PFONCT') as agents,
      count(*) filter (where f.agreement_id = a.id and f.designation = 'AWAITED' and f.designation_deadline >= :today) as awaited,
      count(*) filter (where f.agreement_id = a.id and f.designation = 'DESIGNATED') as designated,
      count(*) filter (where f.agreement_id = a.id and (f.designation = 'LAPSED'
        or f.designation = 'AWAITED' and f.designation_deadline < :today)) as lapsed,
      count(*) filter (where f.agreement_id = a.id and f.signed_on is not null) as let
      """;

  private static final String IN_FLOW =
      """
      from flow_vacancy f
      where f.landlord_id = a.landlord_id and f.departement_code = a.departement_code
        and f.exclusion is null and not f.identified
        and f.declared_on between greatest(a.valid_from, :from) and least(a.valid_to, :to)
        and
      """
          + ON_TERRITORY;

  private static final String SELECT =
      """
      select a.*, l.name as landlord, h.name as holder, h.kind,
             (select count(*) from reserved_dwelling r where r.agreement_id = a.id) as identified, b.*
      from page a
      join partner l on l.id = a.landlord_id
      join partner h on h.id = a.holder_id
      left join lateral (select
      """
          + COUNTS
          + IN_FLOW
          + ") b on true order by l.name, a.departement_code, a.quota, h.name, a.id";

  private static final String ASKED =
      """
       from reservation_agreement a
      join partner l on l.id = a.landlord_id join partner h on h.id = a.holder_id
      where (cast(:landlord as bigint) is null or a.landlord_id = :landlord)
        and (cast(:holder as bigint) is null or a.holder_id = :holder)
        and (cast(:departement as text) is null or a.departement_code = :departement)
        and a.valid_from <= :to and (a.valid_to is null or a.valid_to >= :from)
      """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public AgreementReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Agreements by landlord, département and contingent, with their balance of the year. */
  public AgreementPage list(AgreementSearch search, LocalDate today, int offset, int limit) {
    return jdbi.withHandle(
        handle -> {
          long total =
              asked(handle.createQuery("select count(*)" + ASKED), search).mapTo(Long.class).one();
          List<AgreementRow> rows =
              asked(
                      handle.createQuery(
                          "with page as materialized (select a.*"
                              + ASKED
                              + " order by l.name, a.departement_code, a.quota, h.name, a.id"
                              + " offset :offset limit :limit)"
                              + SELECT),
                      search)
                  .bind("today", today)
                  .bind("offset", offset)
                  .bind("limit", limit)
                  .map((row, context) -> agreement(row))
                  .list();
          return new AgreementPage(rows, total);
        });
  }

  private static Query asked(Query query, AgreementSearch search) {
    return query
        .bind("landlord", search.landlordId())
        .bind("holder", search.holderId())
        .bind("departement", search.departementCode())
        .bind("from", LocalDate.of(search.year(), 1, 1))
        .bind("to", LocalDate.of(search.year(), 12, 31));
  }

  /** One agreement with its balance of a year. */
  public Optional<AgreementRow> find(long agreementId, int year, LocalDate today) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "with page as (select * from reservation_agreement where id = :id) " + SELECT)
                .bind("id", agreementId)
                .bind("from", LocalDate.of(year, 1, 1))
                .bind("to", LocalDate.of(year, 12, 31))
                .bind("today", today)
                .map((row, context) -> agreement(row))
                .findOne());
  }

  /**
   * The balance of an agreement month by month, from 1 to 12; months without flow are not there.
   */
  public Map<Integer, Balance> months(long agreementId, int year, LocalDate today) {
    String sql =
        "select a.percent, extract(month from f.declared_on)::int as month, "
            + COUNTS
            + IN_FLOW.replace("from flow_vacancy f", "from reservation_agreement a, flow_vacancy f")
            + " and a.id = :id group by a.percent, month order by month";
    return jdbi.withHandle(
        handle -> {
          Map<Integer, Balance> months = new LinkedHashMap<>();
          handle
              .createQuery(sql)
              .bind("id", agreementId)
              .bind("from", LocalDate.of(year, 1, 1))
              .bind("to", LocalDate.of(year, 12, 31))
              .bind("today", today)
              .map((row, context) -> Map.entry(row.getInt("month"), balance(row)))
              .forEach(entry -> months.put(entry.getKey(), entry.getValue()));
          return months;
        });
  }

  /** What a landlord's dwellings of a département and year were excluded from the flow for. */
  public Map<String, Long> excluded(long landlordId, String departementCode, int year) {
    return jdbi.withHandle(
        handle -> {
          Map<String, Long> excluded = new LinkedHashMap<>();
          handle
              .createQuery(
                  "select exclusion, count(*) as number from flow_vacancy where landlord_id ="
                      + " :landlord and departement_code = :departement and exclusion is not null"
                      + " and declared_on between :from and :to group by exclusion order by 2 desc,"
                      + " 1")
              .bind("landlord", landlordId)
              .bind("departement", departementCode)
              .bind("from", LocalDate.of(year, 1, 1))
              .bind("to", LocalDate.of(year, 12, 31))
              .map((row, context) -> Map.entry(row.getString("exclusion"), row.getLong("number")))
              .forEach(entry -> excluded.put(entry.getKey(), entry.getValue()));
          return excluded;
        });
  }

  /** The landlord's other agreements in a département, at whatever time. */
  public List<AgreementRules.Other> others(
      long landlordId, String departementCode, Long butAgreement) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select a.id, a.holder_id, a.percent, a.valid_from, a.valid_to, "
                        + HolderReader.REACH
                        + " from reservation_agreement a where a.landlord_id = :landlord and"
                        + " a.departement_code = :departement and a.id is distinct from cast(:but"
                        + " as bigint) order by a.valid_from")
                .bind("landlord", landlordId)
                .bind("departement", departementCode)
                .bind("but", butAgreement)
                .map(
                    (row, context) ->
                        new AgreementRules.Other(
                            row.getLong("id"),
                            row.getLong("holder_id"),
                            HolderReader.reach(row),
                            row.getBigDecimal("percent"),
                            row.getObject("valid_from", LocalDate.class),
                            row.getObject("valid_to", LocalDate.class)))
                .list());
  }

  /** The landlord's references of the dwellings that an agreement reserves one by one. */
  public List<String> identified(long agreementId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select w.internal_reference from reserved_dwelling r join dwelling w on w.id ="
                        + " r.dwelling_id where r.agreement_id = :id order by 1")
                .bind("id", agreementId)
                .mapTo(String.class)
                .list());
  }

  private static AgreementRow agreement(ResultSet row) throws SQLException {
    return new AgreementRow(
        row.getLong("id"),
        row.getInt("version"),
        row.getLong("landlord_id"),
        row.getString("landlord"),
        row.getLong("holder_id"),
        row.getString("holder"),
        PartnerKind.valueOf(row.getString("kind")),
        row.getString("departement_code"),
        row.getString("quota"),
        row.getBigDecimal("percent"),
        row.getBigDecimal("agents_percent"),
        row.getInt("designation_days"),
        row.getObject("signed_on", LocalDate.class),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getInt("identified"),
        balance(row));
  }

  private static Balance balance(ResultSet row) throws SQLException {
    BigDecimal percent = row.getBigDecimal("percent");
    long flow = row.getLong("flow");
    BigDecimal due =
        percent == null
            ? BigDecimal.ZERO
            : percent
                .multiply(BigDecimal.valueOf(flow))
                .divide(BigDecimal.valueOf(100), 1, java.math.RoundingMode.HALF_UP);
    return new Balance(
        flow,
        due,
        row.getLong("offered"),
        row.getLong("agents"),
        row.getLong("awaited"),
        row.getLong("designated"),
        row.getLong("lapsed"),
        row.getLong("let"));
  }
}
