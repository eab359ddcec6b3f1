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

  /** Its notice went late: its time has not come. */
  public static final String WAIT = "WAIT";

  // A period that ended this day or later has its thirteenth month before it: the index on the end
  // of validity gives few.
  private static final String FROM =
      """
      from demand d
      left join letter n on n.demand_id = d.id and n.kind = 'RENEWAL_NOTICE' and n.about = d.valid_until
      where d.status = 'ACTIVE' and d.valid_until < :day
        and (coalesce(d.last_renewal_date, d.initial_deposit_date) + make_interval(months => :months))::date <= :day
      """;

  private final Jdbi jdbi;
  private final DemandCalendar calendar;

  /** Works in this database, in the caller's transaction if there is one. */
  public NonRenewals(Jdbi jdbi, DemandCalendar calendar) {
    this.jdbi = jdbi;
    this.calendar = calendar;
  }

  /** How many there are on that day, by département. */
  public Map<String, Long> count(LocalDate day) {
    return jdbi.withHandle(
        handle -> DueQuery.count(DueQuery.counting(handle, FROM).bindMap(binds(day))));
  }

  /**
   * Those of that day after a place, in the order of the ends of validity. The day they are about
   * is the one on which they may be cancelled.
   */
  public List<DueDemand> due(LocalDate day, DueCursor after, int limit) {
    String sentOn = RenewalNotices.SENT_ON;
    return jdbi.withHandle(
        handle ->
            DueQuery.list(
                handle
                    .createQuery(
                        "select d.id, d.unique_number, d.departement_code, d.valid_until as"
                            + " sorted_by, case when n.id is null then 'NOTICE' when ("
                            + sentOn
                            + " + make_interval(months => :notice))::date > :day then 'WAIT' else"
                            + " 'CANCEL' end as what, case when n.id is null then 'NO_NOTICE' when"
                            + " ("
                            + sentOn
                            + " + make_interval(months => :notice))::date > :day then"
                            + " 'NOTICE_LATE' else 'NOT_RENEWED' end as why,"
                            + " greatest((coalesce(d.last_renewal_date, d.initial_deposit_date) +"
                            + " make_interval(months => :months))::date, (coalesce("
                            + sentOn
                            + ", :day) + make_interval(months => :notice))::date) as about "
                            + FROM
                            + DueQuery.after("d.valid_until"))
                    .bindMap(binds(day)),
                after,
                limit));
  }

  /** The days on which the notices about the present ends of these demands went. */
  public Map<Long, LocalDate> noticedOn(Collection<Long> demands) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select d.id, "
                        + RenewalNotices.SENT_ON
                        + " from demand d join letter n on n.demand_id = d.id and n.kind ="
                        + " 'RENEWAL_NOTICE' and n.about = d.valid_until where d.id ="
                        + " any(:demands)")
                .bindArray("demands", Long.class, demands.toArray())
                .map((row, context) -> Map.entry(row.getLong(1), row.getObject(2, LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /**
   * Why a demand may not be cancelled on that day.
   *
   * @param periodStart last deposit or renewal
   * @param noticedOn when its notice went; null: never
   * @return empty when nothing keeps it
   */
  public Optional<String> hindrance(LocalDate periodStart, LocalDate noticedOn, LocalDate day) {
    if (calendar.cancelledForNonRenewal(periodStart).isAfter(day)) {
      return Optional.of("RENEWED");
    }
    if (noticedOn == null) {
      return Optional.of("NO_NOTICE");
    }
    return calendar.cancelledForNonRenewal(periodStart, noticedOn).isAfter(day)
        ? Optional.of("NOTICE_LATE")
        : Optional.empty();
  }

  private Map<String, Object> binds(LocalDate day) {
    return Map.of(
        "day", day,
        "months", calendar.cancellationMonths(),
        "notice", calendar.noticeMonths());
  }
}
