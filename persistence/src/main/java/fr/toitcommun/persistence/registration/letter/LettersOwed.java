package fr.toitcommun.persistence.registration.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Asks for letters. What is asked for twice is owed once. */
public final class LettersOwed {
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
                   case when a.email is null then 'POST'
                        when d.registered_online then case when d.wants_post then 'BOTH' else 'EMAIL' end
                        when d.email_agreed then 'BOTH' else 'POST' end, :at
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
}
