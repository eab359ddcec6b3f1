package fr.toitcommun.ejb.journal;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Journals what jobs do, as the {@link Gate} does for agents: in the transaction of the work, under
 * the job's name instead of a login.
 */
public final class JobJournal {
  private JobJournal() {}

  /** Journals that a job changed these demands; nothing when there are none. */
  public static void record(Jdbi jdbi, String job, List<String> numbers) {
    if (numbers.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into journal_entry (login, act, outcome, unique_numbers) values"
                        + " (:login, :act, 'DONE', :numbers)")
                .bind("login", "job:" + job)
                .bind("act", "Job." + job)
                .bindArray("numbers", String.class, numbers.toArray())
                .execute());
  }
}
