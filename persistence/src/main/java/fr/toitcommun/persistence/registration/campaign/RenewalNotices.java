package fr.toitcommun.persistence.registration.campaign;

import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.DueQuery;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.LettersOwed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * The notices of renewal and the reminders (R.441-2-7): who is owed one on a day, however many days
 * the campaign did not run, and the asking for them. One of each for a period, whatever happens.
 */
public final class RenewalNotices {
  /** The notice of R.441-2-7. */
  public static final String NOTICE = "NOTICE";

  /** A word more before the end. */
  public static final String REMINDER = "REMINDER";

  private static final DueQuery DUE =
      new DueQuery(
          """
          from demand d
          left join letter n on n.demand_id = d.id and n.kind = 'RENEWAL_NOTICE' and n.about = d.valid_until
          left join letter r on r.demand_id = d.id and r.kind = 'RENEWAL_REMINDER' and r.about = d.valid_until
          where d.status = 'ACTIVE' and d.valid_until <= :latest
            and (n.id is null
              or r.id is null and d.valid_until between :day and :reminded
                and sent_on(n) < :day)
          """,
          "d.valid_until",
          """
          case when n.id is null then 'NOTICE' else 'REMINDER' end as what,
          case when n.id is not null then 'END_NEAR'
               when d.valid_until < :lawful then 'NOTICE_LATE' else 'NOTICE_DUE' end as why,
          d.valid_until as about
          """);

  private final Jdbi jdbi;
  private final CampaignRhythm rhythm;

  /** Works in this database, in the caller's transaction if there is one. */
  public RenewalNotices(Jdbi jdbi, CampaignRhythm rhythm) {
    this.jdbi = jdbi;
    this.rhythm = rhythm;
  }

  /** How many are owed something on that day, by département. */
  public Map<String, Long> count(LocalDate day) {
    return jdbi.withHandle(handle -> DUE.count(handle, binds(day)));
  }

  /** Those owed something on that day after a place, in the order of the ends of validity. */
  public List<DueDemand> due(LocalDate day, DueCursor after, int limit) {
    return jdbi.withHandle(handle -> DUE.list(handle, binds(day), after, limit));
  }

  /**
   * Asks for the letters; what was asked for or renewed meanwhile is passed over.
   *
   * @return unique numbers of the demands for which a letter is now owed
   */
  public List<String> ask(List<DueDemand> due, LocalDate day, Instant at) {
    return jdbi.withHandle(
        handle -> {
          List<String> asked = new ArrayList<>();
          for (String what : List.of(NOTICE, REMINDER)) {
            boolean notice = NOTICE.equals(what);
            List<Long> demands =
                due.stream()
                    .filter(one -> one.what().equals(what))
                    .map(DueDemand::demandId)
                    .toList();
            asked.addAll(
                LettersOwed.askAboutTheEnd(
                    handle,
                    demands,
                    notice ? LetterKind.RENEWAL_NOTICE : LetterKind.RENEWAL_REMINDER,
                    notice ? DemandEventKind.RENEWAL_NOTICE : DemandEventKind.RENEWAL_REMINDER,
                    notice ? rhythm.noticedUpTo(day) : rhythm.remindedUpTo(day),
                    day,
                    at));
          }
          return asked;
        });
  }

  /** The first end of validity for which a notice sent on that day is in time (R.441-2-7). */
  private LocalDate firstInTime(LocalDate day) {
    return rhythm.calendar().endNoticedBy(day.minusDays(1)).plusDays(1);
  }

  private Map<String, Object> binds(LocalDate day) {
    return Map.of(
        "day", day,
        "lawful", firstInTime(day),
        "latest", rhythm.noticedUpTo(day),
        "reminded", rhythm.remindedUpTo(day));
  }
}
