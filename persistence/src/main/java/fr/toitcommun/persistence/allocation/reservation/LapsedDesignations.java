package fr.toitcommun.persistence.allocation.reservation;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** The dwellings for which no candidate was designated in time: they fall back (R.441-5). */
public final class LapsedDesignations {
  private static final String DUE =
      "designation = 'AWAITED' and designation_deadline < :day and status = 'OPEN'";

  private LapsedDesignations() {}

  /** How many have fallen back and it is not written yet, by département. */
  public static Map<String, Long> count(Jdbi jdbi, LocalDate day) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select m.departement_code, count(*) from vacancy v join dwelling w on w.id ="
                        + " v.dwelling_id join municipality m on m.code = w.municipality_code where"
                        + " "
                        + DUE
                        + " group by 1 order by 1")
                .bind("day", day)
                .reduceRows(
                    new TreeMap<String, Long>(),
                    (counts, row) -> {
                      counts.put(
                          row.getColumn("departement_code", String.class),
                          row.getColumn("count", Long.class));
                      return counts;
                    }));
  }

  /**
   * Writes that they have fallen back to their landlords, with what happened. Reading says so
   * before already ({@code VacancyOffer.on}).
   *
   * @return how many
   */
  public static int lapse(Jdbi jdbi, LocalDate day) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    with due as (
                      select id from vacancy where DUE order by id for update),
                    lapsed as (
                      update vacancy v set designation = 'LAPSED', quota = 'AUCUN', version = v.version + 1
                      from due where due.id = v.id returning v.id, v.agreement_id, v.designation_deadline)
                    insert into vacancy_event (vacancy_id, kind, occurred_on, holder_id)
                    select l.id, 'DESIGNATION_LAPSED', l.designation_deadline + 1, a.holder_id
                    from lapsed l join reservation_agreement a on a.id = l.agreement_id order by l.id
                    """
                        .replace("DUE", DUE))
                .bind("day", day)
                .execute());
  }
}
