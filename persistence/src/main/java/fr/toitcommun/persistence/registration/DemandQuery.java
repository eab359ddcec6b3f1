package fr.toitcommun.persistence.registration;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person typed to find a demand, in one field: a number, a name, a birth date, or a name and
 * a birth date in any order.
 *
 * @param uniqueNumber the number, when it is one
 * @param nameKey key of the name; empty when none was typed
 * @param birthDate the date; null when none was typed
 */
public record DemandQuery(String uniqueNumber, String nameKey, LocalDate birthDate) {
  private static final Pattern DATE =
      Pattern.compile("\\b(\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|\\d{4}-\\d{2}-\\d{2})\\b");
  private static final DateTimeFormatter FRENCH =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final int LONGEST = 200;

  /**
   * Reads what was typed.
   *
   * @throws RefusedInput when it is empty, too long or names an impossible date
   */
  public static DemandQuery read(String typed) {
    if (typed == null || typed.isBlank()) {
      throw RefusedInput.at("query", "REQUIRED");
    }
    if (typed.length() > LONGEST) {
      throw RefusedInput.at("query", "TOO_LONG", LONGEST);
    }
    if (UniqueNumber.isOne(typed)) {
      return new DemandQuery(UniqueNumber.read(typed).value(), "", null);
    }
    Matcher date = DATE.matcher(typed);
    LocalDate birthDate = date.find() ? parse(date.group()) : null;
    String name = NameKey.of(birthDate == null ? typed : date.replaceFirst(" "));
    if (name.isEmpty() && birthDate == null) {
      throw RefusedInput.at("query", "NOT_A_NAME");
    }
    return new DemandQuery(null, name, birthDate);
  }

  private static LocalDate parse(String text) {
    try {
      return text.charAt(4) == '-'
          ? LocalDate.parse(text)
          : LocalDate.parse(text.replace('.', '/').replace('-', '/'), FRENCH);
    } catch (DateTimeParseException e) {
      throw RefusedInput.at("query", "IMPOSSIBLE_DATE", text);
    }
  }
}
