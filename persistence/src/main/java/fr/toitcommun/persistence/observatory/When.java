package fr.toitcommun.persistence.observatory;

import java.time.LocalDate;

/**
 * The time that a question is about: a first and a last day, or now.
 *
 * @param from of what happens the first day counted; of what stands the day looked at, or the first
 *     snapshot of a series; null: now
 * @param to the last day, included; null with {@code from}
 */
public record When(LocalDate from, LocalDate to) {
  /** Now, in the live base. */
  public static final When NOW = new When(null, null);

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException when only one day is given, or the last comes first
   */
  public When {
    if ((from == null) != (to == null) || from != null && to.isBefore(from)) {
      throw new IllegalArgumentException("A period has a first and a last day, in this order");
    }
  }

  /** One day: what stood on it. */
  public static When on(LocalDate day) {
    return new When(day, day);
  }

  /** The days from first to last. */
  public static When from(LocalDate first, LocalDate last) {
    return new When(first, last);
  }

  /** A calendar year. */
  public static When year(int year) {
    return new When(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  /**
   * The twelve months up to a day: whole ones where the day is the last of its month, else from the
   * day after the same day of the year before. No day of the year is in it twice.
   */
  public static When twelveMonthsTo(LocalDate last) {
    LocalDate next = last.plusDays(1);
    return from(
        next.getDayOfMonth() == 1 ? next.minusYears(1) : last.minusYears(1).plusDays(1), last);
  }

  /** Whether it is the live base as it stands. */
  public boolean isNow() {
    return from == null;
  }
}
