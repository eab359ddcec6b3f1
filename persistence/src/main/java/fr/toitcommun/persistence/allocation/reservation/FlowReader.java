package fr.toitcommun.persistence.allocation.reservation;

import fr.toitcommun.persistence.partner.PartnerKind;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads where the holders of a landlord stand in the flow of the year, for one of its dwellings.
 */
public final class FlowReader {
  private static final String SQL =
      """
      select a.id, a.holder_id, h.name, h.kind, a.quota, a.percent, a.agents_percent, a.designation_days,
             exists (select 1 from reserved_dwelling r where r.agreement_id = a.id and r.dwelling_id = :dwelling) as identified,
             b.*
      from dwelling w
      join municipality f on f.code = w.municipality_code
      join reservation_agreement a on a.landlord_id = w.landlord_id and a.departement_code = f.departement_code
      join partner h on h.id = a.holder_id
      cross join lateral (
        select count(*) as flow, count(*) filter (where f.agreement_id = a.id) as offered,
               count(*) filter (where f.agreement_id = a.id and f.offered_quota = 'PFONCT') as agents
        from flow_vacancy f
        where f.landlord_id = a.landlord_id and f.departement_code = a.departement_code and f.exclusion is null
          and not f.identified and f.vacancy_id is distinct from cast(:but as bigint)
          and f.declared_on between greatest(a.valid_from, date_trunc('year', cast(:day as date))::date) and :day
          and %1$s) b
      where w.id = :dwelling and a.valid_from <= :day and (a.valid_to is null or a.valid_to >= :day) and %2$s
      order by a.id
      """
          .formatted(
              AgreementReader.ON_TERRITORY,
              AgreementReader.ON_TERRITORY.replace("f.municipality_code", "f.code"));

  private final Jdbi jdbi;

  /** Reads from this database. */
  public FlowReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The agreements in force where the dwelling stands, with the flow of the year until that day.
   *
   * @param butVacancy a vacancy that is not counted: the one in question; null: it is not stored
   */
  public List<FlowShare> shares(long dwellingId, Long butVacancy, LocalDate day) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SQL)
                .bind("dwelling", dwellingId)
                .bind("but", butVacancy)
                .bind("day", day)
                .map(
                    (row, context) ->
                        new FlowShare(
                            row.getLong("id"),
                            row.getLong("holder_id"),
                            row.getString("name"),
                            PartnerKind.valueOf(row.getString("kind")),
                            row.getString("quota"),
                            row.getBigDecimal("percent"),
                            row.getBigDecimal("agents_percent"),
                            row.getInt("designation_days"),
                            row.getLong("flow"),
                            row.getLong("offered"),
                            row.getLong("agents"),
                            row.getBoolean("identified")))
                .list());
  }

  /** Two dwellings of a landlord are offered one after the other: each sees the one before. */
  public void lock(long landlordId, String departementCode) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "select id from reservation_agreement where landlord_id = :landlord and"
                        + " departement_code = :departement order by id for update")
                .bind("landlord", landlordId)
                .bind("departement", departementCode)
                .mapTo(Long.class)
                .list());
  }
}
