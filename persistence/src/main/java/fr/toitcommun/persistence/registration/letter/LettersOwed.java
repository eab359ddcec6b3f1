package fr.toitcommun.persistence.registration.letter;

import fr.toitcommun.persistence.registration.DemandEventKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Asks for letters. What is asked for twice is owed once. */
public final class LettersOwed {
  private static final String CHANNEL =
      """
      case when a.email is null then 'POST'
           when d.registered_online then case when d.wants_post then 'BOTH' else 'EMAIL' end
           when d.email_agreed then 'BOTH' else 'POST' end
      """;

  private LettersOwed() {}

  /**
   * Notes that these applicants are owed this letter, each by the channel of R.441-2-7.
   *
   * @param demands identities of the demands
   * @param about the day the letter is about, see {@link LetterKind}
   * @return how many were not asked for before
   */
  public static int ask(
      Handle handle, Collection<Long> demands, LetterKind kind, LocalDate about, Instant at) {
    return handle
        .createUpdate(
            """
            insert into letter (demand_id, departement_code, kind, about, channel, asked_at)
            select d.id, d.departement_code, :kind, :about,
            """
                + CHANNEL
                + """
                       , :at
                from demand d join household_member a on a.demand_id = d.id and a.role = 'APPLICANT'
                where d.id = any(:demands)
                on conflict (demand_id, kind, about) do nothing
                """)
        .bindArray("demands", Long.class, demands.toArray())
        .bind("kind", kind)
        .bind("about", about)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /**
   * Notes that these applicants are owed this letter about the end of their own period, those that
   * were renewed meanwhile left out; the history of each demand says so.
   *
   * @param demands identities of the demands
   * @param event what the history calls it
   * @param latestEnd a period that ends later is a new one
   * @return unique numbers of those not asked for before
   */
  public static List<String> askAboutTheEnd(
      Handle handle,
      Collection<Long> demands,
      LetterKind kind,
      DemandEventKind event,
      LocalDate latestEnd,
      LocalDate day,
      Instant at) {
    return handle
        .createQuery(
            """
            with asked as (
              insert into letter (demand_id, departement_code, kind, about, channel, asked_at)
              select d.id, d.departement_code, :kind, d.valid_until,
            """
                + CHANNEL
                + """
                         , :at
                  from demand d join household_member a on a.demand_id = d.id and a.role = 'APPLICANT'
                  where d.id = any(:demands) and d.status = 'ACTIVE' and d.valid_until <= :latest
                  on conflict (demand_id, kind, about) do nothing
                  returning demand_id, departement_code),
                noted as (
                  insert into demand_event (id, demand_id, kind, occurred_at, effective_on, departement_code)
                  select nextval('demand_event_seq'), demand_id, :event, :at, :day, departement_code from asked)
                select d.unique_number from asked join demand d on d.id = asked.demand_id
                """)
        .bindArray("demands", Long.class, demands.toArray())
        .bind("kind", kind)
        .bind("event", event)
        .bind("latest", latestEnd)
        .bind("day", day)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .mapTo(String.class)
        .list();
  }
}
