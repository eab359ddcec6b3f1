package fr.toitcommun.web.api;

import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.registration.ControlTable;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.PlainText;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.UniqueNumber;
import fr.toitcommun.persistence.registration.WordOf;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what stands in addresses and headers. */
final class Parameters {
  /** Rows of a page when none is asked for. */
  static final String USUAL_ROWS = "20";

  /** How a search of candidates is narrowed down. */
  static final String FILTER =
      "several times; words of one kind widen, of different kinds narrow: household:PARENT,"
          + " size:3, income:PLAI, quartile:FIRST, tenure:HLM, motive:13, label:DALO,"
          + " quota:PFONCT, works:10, adapted:YES, transfer:NO, delay:YES; places:OTHERS adds those"
          + " who wish a place nearby and accept others";

  /** By which rule a question of the observatory counts. */
  static final String COUNTING =
      "FIRST (usual): once, at the first wish; ANY: in each place wished";

  /** The first day that a question of the observatory is about. */
  static final String FROM = "First day, 2025-01-01";

  /** The last one. */
  static final String TO = "Last day, included";

  private static final int HIGHEST_OFFSET = 1_000_000;
  private static final int LONGEST_KEY = 100;
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1," + LONGEST_KEY + "}");
  private static final Pattern PLACE =
      Pattern.compile("[0-9][0-9AB][0-9]{3}|[0-9]{9}|[0-9][0-9AB][0-9]?");

  private static final int LONGEST_SEARCH = 120;
  private static final Pattern MUNICIPALITY = Pattern.compile("[0-9][0-9AB][0-9]{3}");

  private Parameters() {}

  /** How many rows to pass over. */
  static int offset(String text) {
    return number("offset", text, 0, HIGHEST_OFFSET);
  }

  /** How many rows to give. */
  static int limit(String text) {
    return number("limit", text, 1, PageBounds.MOST_ROWS);
  }

  /** How many rows of figures to give. */
  static int rows(String text) {
    return number("limit", text, 1, FiguresAnswer.MOST_CELLS);
  }

  /** All parameters of an address; what is said several times, with commas. */
  static Map<String, String> joined(UriInfo uri) {
    Map<String, String> parts = new LinkedHashMap<>();
    uri.getQueryParameters().forEach((key, values) -> parts.put(key, String.join(",", values)));
    return parts;
  }

  private static int number(String name, String text, int lowest, int highest) {
    if (text.matches("\\d{1,7}")) {
      int number = Integer.parseInt(text);
      if (number >= lowest && number <= highest) {
        return number;
      }
    }
    throw RefusedInput.at(name, "OUT_OF_RANGE", lowest, highest);
  }

  /**
   * Refuses when any of these is missing, naming each.
   *
   * @param namesAndValues each parameter's name, then what was given
   */
  static void require(String... namesAndValues) {
    List<Fault> missing = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] == null || namesAndValues[i + 1].isBlank()) {
        missing.add(Fault.at(namesAndValues[i], "REQUIRED"));
      }
    }
    if (!missing.isEmpty()) {
      throw new RefusedInput(missing);
    }
  }

  /** An identity or a year; null when none is given. */
  static Long wholeNumber(String name, String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (!text.matches("\\d{1,18}")) {
      throw RefusedInput.at(name, "UNKNOWN_CODE", JsonFaults.shortened(text));
    }
    return Long.valueOf(text);
  }

  /** An identity in an address: what cannot be one is not there. */
  static long identity(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw new NotFoundException();
    }
    return Long.parseLong(text);
  }

  /** A code of a municipality; null when none is given. */
  static String municipality(String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (!MUNICIPALITY.matcher(text).matches()) {
      throw RefusedInput.at("municipality", "UNKNOWN_MUNICIPALITY", JsonFaults.shortened(text));
    }
    return text;
  }

  /** A code of a municipality, an EPCI or a département. */
  static String place(String text) {
    if (!PLACE.matcher(text).matches()) {
      throw RefusedInput.at("municipality", "UNKNOWN_MUNICIPALITY", JsonFaults.shortened(text));
    }
    return text;
  }

  /** Words to search by; null when none are given. */
  static String search(String name, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > LONGEST_SEARCH) {
      throw RefusedInput.at(name, "TOO_LONG", LONGEST_SEARCH);
    }
    if (!PlainText.allows(text)) {
      throw RefusedInput.at(name, "ILLEGAL_CHARACTERS");
    }
    return text;
  }

  /** A word of a list; null when none is given. */
  static <E extends Enum<E>> E word(String name, Class<E> list, String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    return Arrays.stream(list.getEnumConstants())
        .filter(word -> word.name().equals(text))
        .findFirst()
        .orElseThrow(() -> RefusedInput.at(name, "UNKNOWN_CODE", JsonFaults.shortened(text)));
  }

  /** Controls named in a parameter, separated by commas; none when there is none. */
  static Set<String> controls(String text) {
    Set<String> controls = new LinkedHashSet<>();
    for (String id : text == null ? new String[0] : text.split(",")) {
      String control = id.strip();
      if (ControlTable.all().stream().noneMatch(one -> one.id().equals(control))) {
        throw RefusedInput.at("confirmedDoubts", "UNKNOWN_CONTROL", JsonFaults.shortened(control));
      }
      controls.add(control);
    }
    return controls;
  }

  /** A day as 2006-12-31; null when none is given. */
  static LocalDate day(String name, String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw RefusedInput.at(name, "IMPOSSIBLE_DATE", JsonFaults.shortened(text));
    }
  }

  /** On whose word a demand changes (arrêté of 23 March 2015, annex §4); it must be said. */
  static WordOf wordOf(String text) {
    WordOf word = word("wordOf", WordOf.class, text);
    if (word == null) {
      throw RefusedInput.at("wordOf", "REQUIRED");
    }
    return word;
  }

  /** A unique number in an address: what cannot be one is not there. */
  static String uniqueNumber(String text) {
    if (!UniqueNumber.isOne(text)) {
      throw new NotFoundException();
    }
    return UniqueNumber.read(text).value();
  }

  /** A key that makes a registration repeatable. */
  static String idempotencyKey(String text) {
    if (!KEY.matcher(text).matches()) {
      throw new ApiProblem(
          ProblemKind.MALFORMED,
          Fault.at("Idempotency-Key", "IDEMPOTENCY_KEY_FORMAT", LONGEST_KEY));
    }
    return text;
  }
}
