package fr.toitcommun.persistence.registration.campaign;

import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.DueQuery;
import fr.toitcommun.persistence.registration.DemandCalendar;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Demands that were not renewed and whose time has come (R.441-2-8 e): those to cancel, and those
 * that may not be because their notice went late or never (L.441-2-1).
 */
public final class NonRenewals {
  /** Its time has come and its notice went in time. */
  public static final String CANCEL = "CANCEL";

  /** It had no notice: it gets one now and keeps its place for a month more. */
  public static final String NOTICE = "NOTICE";

  /** Its notice went late, or was asked for and has not left: its time has not come. */
  public static final String WAIT = "WAIT";

  // A period that ended this day or later has its thirteenth month before it: the index on the end
  // of validity gives few.
  private static final DueQuery DUE =
      new DueQuery(
          """
          from demand d
          left join letter n on n.demand_id = d.id and n.kind = 'RENEWAL_NOTICE' and n.about = d.valid_until
          cross join lateral (select sent_on(n) as day) s
          where d.status = 'ACTIVE' and d.valid_until < :day
            and (coalesce(d.last_renewal_date, d.initial_deposit_date) + make_interval(months => :months))::date <= :day
          """,
          "d.valid_until",
          """
          case when n.id is null then 'NOTICE'
               when s.day is null or (s.day + make_interval(months => :notice))::date > :day then 'WAIT'
               else 'CANCEL' end as what,
          case when n.id is null then 'NO_NOTICE'
               when s.day is null then 'NOTICE_NOT_SENT'
               when (s.day + make_interval(months => :notice))::date > :day then 'NOTICE_LATE'
               else 'NOT_RENEWED' end as why,
          greatest(
            (coalesce(d.last_renewal_date, d.initial_deposit_date) + make_interval(months => :months))::date,
            (coalesce(s.day, :day) + make_interval(months => :notice))::date) as about
          """);

  private final Jdbi jdbi;
  private final DemandCalendar calendar;

  /** Works in this database, in the caller's transaction if there is one. */
  public NonRenewals(Jdbi jdbi, DemandCalendar calendar) {
    this.jdbi = jdbi;
    this.calendar = calendar;
  }

  /** How many there are on that day, by département. */
  public Map<String, Long> count(LocalDate day) {
    return jdbi.withHandle(handle -> DUE.count(handle, binds(day)));
  }

  /**
   * Those of that day after a place, in the order of the ends of validity. The day they are about
   * is the one on which they may be cancelled.
   */
  public List<DueDemand> due(LocalDate day, DueCursor after, int limit) {
    return jdbi.withHandle(handle -> DUE.list(handle, binds(day), after, limit));
  }

  /**
   * The notice about the present end of a demand.
   *
   * @param sentOn the day on which it left; null: it was asked for and has not left
   */
  public record Notice(LocalDate sentOn) {}

  /** The notices about the present ends of these demands; none for those it was not asked for. */
  public Map<Long, Notice> notices(Collection<Long> demands) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select d.id, sent_on(n) from demand d join letter n on n.demand_id = d.id and"
                        + " n.kind = 'RENEWAL_NOTICE' and n.about = d.valid_until where d.id ="
                        + " any(:demands)")
                .bindArray("demands", Long.class, demands.toArray())
                .map(
                    (row, context) ->
                        Map.entry(row.getLong(1), new Notice(row.getObject(2, LocalDate.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /**
   * Why a demand may not be cancelled on that day.
   *
   * @param periodStart last deposit or renewal
   * @param notice its notice; null: none was asked for
   * @return empty when nothing keeps it
   */
  public Optional<String> hindrance(LocalDate periodStart, Notice notice, LocalDate day) {
    if (calendar.cancelledForNonRenewal(periodStart).isAfter(day)) {
      return Optional.of("RENEWED");
    }
    if (notice == null) {
      return Optional.of("NO_NOTICE");
    }
    if (notice.sentOn() == null) {
      return Optional.of("NOTICE_NOT_SENT");
    }
    return calendar.cancelledForNonRenewal(periodStart, notice.sentOn()).isAfter(day)
        ? Optional.of("NOTICE_LATE")
        : Optional.empty();
  }

  /**
   * The first day on which a demand that is not renewed may be cancelled; as if its notice left
   * today, where none has.
   */
  public LocalDate cancellableFrom(LocalDate periodStart, Notice notice, LocalDate today) {
    LocalDate sentOn = notice == null || notice.sentOn() == null ? today : notice.sentOn();
    return calendar.cancelledForNonRenewal(periodStart, sentOn);
  }

  private Map<String, Object> binds(LocalDate day) {
    return Map.of(
        "day", day,
        "months", calendar.cancellationMonths(),
        "notice", calendar.noticeMonths());
  }
}
