package fr.toitcommun.persistence.observatory.extract;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How often something is delivered. */
public enum Rhythm {
  DAY,
  /** On Mondays. */
  WEEK,
  /** On the first of the month. */
  MONTH;

  /** The next time after a day. */
  public LocalDate after(LocalDate day) {
    return switch (this) {
      case DAY -> day.plusDays(1);
      case WEEK -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
      case MONTH -> day.with(TemporalAdjusters.firstDayOfNextMonth());
    };
  }
}
