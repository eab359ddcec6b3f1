package fr.toitcommun.persistence.registration.duplicate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/** How two birth dates compare. */
enum BirthLikeness {
  SAME(LikenessReason.SAME_BIRTH_DATE, 1),
  SWAPPED(LikenessReason.DAY_AND_MONTH_SWAPPED, 0.95),
  ONE_DIGIT(LikenessReason.ONE_DIGIT_OF_BIRTH_DATE, 0.85),
  /** Two persons, or nothing known: two unknown dates are not the same date. */
  OTHER(null, 0);

  private static final int DIGITS = 8;
  private static final int EARLIEST_YEAR = 1850;
  private static final int LATEST_YEAR = 2150;

  private final LikenessReason reason;
  private final double score;

  BirthLikeness(LikenessReason reason, double score) {
    this.reason = reason;
    this.score = score;
  }

  LikenessReason reason() {
    return reason;
  }

  double score() {
    return score;
  }

  static BirthLikeness of(LocalDate one, LocalDate other) {
    if (one == null || other == null) {
      return OTHER;
    }
    if (one.equals(other)) {
      return SAME;
    }
    if (one.getYear() == other.getYear()
        && one.getMonthValue() == other.getDayOfMonth()
        && one.getDayOfMonth() == other.getMonthValue()) {
      return SWAPPED;
    }
    return differingDigits(written(one), written(other)) == 1 ? ONE_DIGIT : OTHER;
  }

  /** The dates that compare with this one, itself first: where to look for the person. */
  static Set<LocalDate> near(LocalDate born) {
    Set<LocalDate> near = new LinkedHashSet<>(Set.of(born));
    add(near, born.getYear(), born.getDayOfMonth(), born.getMonthValue());
    String written = written(born);
    for (int at = 0; at < DIGITS; at++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String typed = written.substring(0, at) + digit + written.substring(at + 1);
        add(
            near,
            Integer.parseInt(typed.substring(0, 4)),
            Integer.parseInt(typed.substring(4, 6)),
            Integer.parseInt(typed.substring(6)));
      }
    }
    return near;
  }

  private static void add(Set<LocalDate> dates, int year, int month, int day) {
    if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
      return;
    }
    try {
      dates.add(LocalDate.of(year, month, day));
    } catch (DateTimeException noSuchDay) {
      // Nobody was born then.
    }
  }

  private static String written(LocalDate day) {
    return "%04d%02d%02d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  private static int differingDigits(String one, String other) {
    int differing = 0;
    for (int i = 0; i < DIGITS; i++) {
      differing += one.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    return differing;
  }
}
