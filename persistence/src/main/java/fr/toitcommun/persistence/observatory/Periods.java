package fr.toitcommun.persistence.observatory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Months, quarters and years: what a day belongs to, and which there are between two days. */
final class Periods {
  private Periods() {}

  /** The code of the period of a day: {@code 2026}, {@code 2026-T3}, {@code 2026-09}. */
  static String code(Axis time, LocalDate day) {
    return switch (time) {
      case YEAR -> Integer.toString(day.getYear());
      case QUARTER -> day.getYear() + "-T" + ((day.getMonthValue() + 2) / 3);
      case MONTH -> day.toString().substring(0, 7);
      default -> throw new IllegalArgumentException(time + " tells no periods apart");
    };
  }

  /** The first day of the period of a day. */
  static LocalDate first(Axis time, LocalDate day) {
    return switch (time) {
      case YEAR -> day.withDayOfYear(1);
      case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
      case MONTH -> day.withDayOfMonth(1);
      default -> throw new IllegalArgumentException(time + " tells no periods apart");
    };
  }

  /** The first day of the period after that of a day. */
  static LocalDate next(Axis time, LocalDate day) {
    LocalDate first = first(time, day);
    return switch (time) {
      case YEAR -> first.plusYears(1);
      case QUARTER -> first.plusMonths(3);
      default -> first.plusMonths(1);
    };
  }

  /** The periods that some day between two days belongs to. */
  static List<String> codes(Axis time, LocalDate from, LocalDate to) {
    List<String> codes = new ArrayList<>();
    for (LocalDate day = first(time, from); !day.isAfter(to); day = next(time, day)) {
      codes.add(code(time, day));
    }
    return codes;
  }
}
