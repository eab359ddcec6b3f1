package fr.toitcommun.persistence.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When jobs run: once a night from a given hour on, by the clock on the wall. In the night in which
 * that hour does not exist, an hour later; in the one that has it twice, at the first.
 *
 * @param hour from 0 to 23
 * @param zone of the wall
 */
public record NightlyPlan(int hour, ZoneId zone) {
  /** Checks the hour. */
  public NightlyPlan {
    if (hour < 0 || hour > 23) {
      throw new IllegalArgumentException("No hour of the day: " + hour);
    }
  }

  /** The last time the plan came round, at this moment or before it. */
  public ZonedDateTime last(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    ZonedDateTime tonight = on(today);
    return tonight.toInstant().isAfter(now) ? on(today.minusDays(1)) : tonight;
  }

  /** The next time it comes round, after this moment. */
  public ZonedDateTime next(Instant now) {
    return on(last(now).toLocalDate().plusDays(1));
  }

  private ZonedDateTime on(LocalDate day) {
    return day.atTime(hour, 0).atZone(zone);
  }
}
