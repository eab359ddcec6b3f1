package fr.toitcommun.persistence.allocation.stock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What cells may say, as people and other programs write it. Null is an empty cell. */
final class CellWords {
  private static final Pattern SPACES = Pattern.compile("[\\s\u00a0\u202f€]");
  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");
  private static final DateTimeFormatter FRENCH =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final Set<String> YES = Set.of("oui", "o", "1", "yes", "y", "true", "vrai", "x");
  private static final Set<String> NO = Set.of("non", "n", "0", "no", "false", "faux");

  private CellWords() {}

  /** A whole number; cents and parts of square metres are rounded. */
  static Integer number(String written) throws CellFault {
    if (written == null) {
      return null;
    }
    String digits = SPACES.matcher(written).replaceAll("").replace(',', '.');
    if (!AMOUNT.matcher(digits).matches()) {
      throw new CellFault("NOT_A_NUMBER", written);
    }
    return new BigDecimal(digits).setScale(0, RoundingMode.HALF_UP).intValueExact();
  }

  /** A day as 2006-12-31 or 31/12/2006. */
  static LocalDate day(String written) throws CellFault {
    if (written == null) {
      return null;
    }
    try {
      return written.contains("/") ? LocalDate.parse(written, FRENCH) : LocalDate.parse(written);
    } catch (DateTimeException e) {
      throw new CellFault("IMPOSSIBLE_DATE", written);
    }
  }

  /** Yes or no; an empty cell is no. */
  static boolean yes(String written) throws CellFault {
    String word = written == null ? "non" : written.toLowerCase(Locale.ROOT);
    if (!YES.contains(word) && !NO.contains(word)) {
      throw new CellFault("NEITHER_YES_NOR_NO", written);
    }
    return YES.contains(word);
  }

  /** A flat or M house; the register says C for collective and I for individual. */
  static String category(String written) {
    return written == null
        ? "A"
        : switch (written.toUpperCase(Locale.ROOT)) {
          case "C", "COLLECTIF", "APPARTEMENT" -> "A";
          case "I", "INDIVIDUEL", "MAISON" -> "M";
          default -> written.toUpperCase(Locale.ROOT);
        };
  }

  /** T3, F3 and 3 are one; from six rooms on T6P. */
  static String type(String written) {
    if (written == null) {
      return null;
    }
    String word = SPACES.matcher(written.toUpperCase(Locale.ROOT)).replaceAll("");
    if (word.equals("STUDIO") || word.equals("T1BIS")) {
      return "T1";
    }
    String rooms = word.replaceFirst("^[TF]", "").replaceFirst("[+P]$", "");
    if (!rooms.matches("[1-9]")) {
      return word;
    }
    return rooms.compareTo("6") < 0 ? "T" + rooms : "T6P";
  }
}
