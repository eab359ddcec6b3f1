package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.allocation.FrenchCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** When commissions sit: each landlord's on its own day of the week, every second week. */
final class Calendar {
  private static final LocalDate FIRST_MONDAY = LocalDate.of(2001, 1, 1);

  private Calendar() {}

  /** The last session of this landlord on this day or before it. */
  static LocalDate sessionBefore(Partner landlord, LocalDate day) {
    DayOfWeek weekday = DayOfWeek.of((int) (landlord.id % 5) + 1);
    LocalDate date = day.with(TemporalAdjusters.previousOrSame(weekday));
    boolean ownWeek = ChronoUnit.WEEKS.between(FIRST_MONDAY, date) % 2 == landlord.id / 5 % 2;
    LocalDate session = ownWeek ? date : date.minusWeeks(1);
    while (!FrenchCalendar.isWorkingDay(session)) {
      session = session.minusDays(1);
    }
    return session;
  }

  /** The next session after this day, in two weeks at most. */
  static LocalDate sessionAfter(Partner landlord, LocalDate day) {
    LocalDate next = sessionBefore(landlord, day.plusDays(14));
    // A holiday may have brought the session forward to this very day.
    return next.isAfter(day) ? next : FrenchCalendar.workingDayFrom(day.plusDays(7));
  }

  /** This day or the last working day before it. */
  static LocalDate workingDay(LocalDate day) {
    LocalDate found = day;
    while (!FrenchCalendar.isWorkingDay(found)) {
      found = found.minusDays(1);
    }
    return found;
  }
}
