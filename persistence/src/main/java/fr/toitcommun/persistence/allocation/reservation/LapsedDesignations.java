package fr.toitcommun.persistence.allocation.reservation;

import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/** The dwellings for which no candidate was designated in time: they fall back (R.441-5). */
public final class LapsedDesignations {
  private LapsedDesignations() {}

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
                      select id from vacancy where designation = 'AWAITED' and designation_deadline < :day and status = 'OPEN'
                      order by id for update),
                    lapsed as (
                      update vacancy v set designation = 'LAPSED', quota = 'AUCUN', version = v.version + 1
                      from due where due.id = v.id returning v.id, v.agreement_id, v.designation_deadline)
                    insert into vacancy_event (vacancy_id, kind, occurred_on, holder_id)
                    select l.id, 'DESIGNATION_LAPSED', l.designation_deadline + 1, a.holder_id
                    from lapsed l join reservation_agreement a on a.id = l.agreement_id order by l.id
                    """)
                .bind("day", day)
                .execute());
  }
}
