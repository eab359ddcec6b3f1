package fr.toitcommun.persistence.registration;

import java.time.YearMonth;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The unique number of a demand: 18 characters, territory (3), month and year of the first deposit
 * (MMYY), sequence (6) and code of the registering desk (5). The structure is the national one
 * (arrêté of 23 March 2015, annex §3; R.441-2-3 CCH). It follows the applicant through
 * modification, renewal and reinstatement.
 *
 * @param value the 18 characters, upper case
 */
public record UniqueNumber(String value) {
  private static final Pattern STRUCTURE =
      Pattern.compile("([0-9][0-9AB][0-9])(0[1-9]|1[0-2])([0-9]{2})([0-9]{6})([A-Z][A-Z0-9]{4})");

  /**
   * Checks the structure.
   *
   * @throws IllegalArgumentException when the value is not a unique number
   */
  public UniqueNumber {
    Objects.requireNonNull(value, "value");
    if (!STRUCTURE.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a unique number");
    }
  }

  /** Whether this text, once spaces are taken out and letters raised, is a unique number. */
  public static boolean isOne(String text) {
    return text != null && STRUCTURE.matcher(tidy(text)).matches();
  }

  /**
   * Reads a number as people write it, with spaces or in lower case.
   *
   * @throws IllegalArgumentException when it is not a unique number
   */
  public static UniqueNumber read(String text) {
    return new UniqueNumber(tidy(Objects.requireNonNull(text, "text")));
  }

  /**
   * Composes a number.
   *
   * @param departement code of the département on two or three characters; two are led by a zero
   * @param firstDeposit month of the first deposit
   * @param sequence 1 to 999,999
   * @param desk the five characters of the registering desk
   */
  public static UniqueNumber of(
      String departement, YearMonth firstDeposit, long sequence, String desk) {
    if (sequence < 1 || sequence > 999_999) {
      throw new IllegalArgumentException("The sequence of a month goes from 1 to 999,999");
    }
    return new UniqueNumber(
        territory(departement) + monthYear(firstDeposit) + "%06d".formatted(sequence) + desk);
  }

  /** The first three characters of the numbers of a département. */
  public static String territory(String departement) {
    return departement.length() == 2 ? "0" + departement : departement;
  }

  /** The month and year of a first deposit as the number writes them: month before year. */
  public static String monthYear(YearMonth month) {
    return "%02d%02d".formatted(month.getMonthValue(), month.getYear() % 100);
  }

  /** The number in groups, as a person reads it aloud. */
  public String readable() {
    Matcher parts = STRUCTURE.matcher(value);
    parts.matches();
    return String.join(
        " ", parts.group(1), parts.group(2) + parts.group(3), parts.group(4), parts.group(5));
  }

  private static String tidy(String text) {
    return text.replaceAll("[\\s\\u00a0.-]", "").toUpperCase(java.util.Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }
}
