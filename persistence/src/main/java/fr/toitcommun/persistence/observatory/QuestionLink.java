package fr.toitcommun.persistence.observatory;

import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A question as a link: the one way in which pages, the interface, saved questions, deliveries and
 * reports write it.
 *
 * <pre>{@code
 * indicator=ACTIVE&rows=AGE&columns=TYPE&f.EPCI=244400404,244900015&counting=ANY&from=2025-01-01&to=2025-12-31
 * }</pre>
 */
public final class QuestionLink {
  /** What a filter's parameter begins with; the axis follows. */
  public static final String FILTER = "f.";

  private static final ValueRange YEARS = ValueRange.of(1950, 2199);

  private QuestionLink() {}

  /** The question as the part of an address after the question mark. */
  public static String write(Question question) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("indicator", question.indicator().name());
    if (question.rows() != null) {
      parts.put("rows", question.rows().name());
    }
    if (question.columns() != null) {
      parts.put("columns", question.columns().name());
    }
    question
        .filters()
        .forEach((axis, codes) -> parts.put(FILTER + axis, String.join(",", new TreeSet<>(codes))));
    if (question.counting() == Counting.ANY) {
      parts.put("counting", Counting.ANY.name());
    }
    if (!question.when().isNow()) {
      parts.put("from", question.when().from().toString());
      parts.put("to", question.when().to().toString());
    }
    return parts.entrySet().stream()
        .map(part -> part.getKey() + "=" + part.getValue())
        .collect(Collectors.joining("&"));
  }

  /**
   * The question that such a part says.
   *
   * @throws RefusedInput naming every fault at its parameter
   */
  public static Question read(String query) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : query.split("&")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.put(
            part.substring(0, equals),
            URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return read(parts);
  }

  /**
   * The question that these parameters say; others are not looked at.
   *
   * @throws RefusedInput naming every fault at its parameter
   */
  public static Question read(Map<String, String> parts) {
    List<Fault> faults = new ArrayList<>();
    String name = parts.get("indicator");
    Optional<Indicator> indicator = name == null ? Optional.empty() : Indicator.named(name);
    if (indicator.isEmpty()) {
      faults.add(Fault.at("indicator", blank(name) ? "REQUIRED" : "UNKNOWN_INDICATOR"));
    }
    Axis rows = axis(parts, "rows", faults);
    Axis columns = axis(parts, "columns", faults);
    Map<Axis, Set<String>> filters = new EnumMap<>(Axis.class);
    parts.forEach(
        (key, value) -> {
          if (key.startsWith(FILTER) && !blank(value)) {
            Optional<Axis> axis = Axis.named(key.substring(FILTER.length()));
            if (axis.isEmpty()) {
              faults.add(Fault.at(key, "UNKNOWN_AXIS"));
            } else {
              Set<String> codes =
                  Arrays.stream(value.split(",")).map(String::strip).collect(Collectors.toSet());
              codes.stream()
                  .filter(code -> !isKnown(axis.get(), code))
                  .forEach(code -> faults.add(Fault.at(key, "UNKNOWN_CODE", code)));
              // f.EPCI and f.epci are one filter; none of what they ask for is passed over.
              filters.computeIfAbsent(axis.get(), any -> new TreeSet<>()).addAll(codes);
            }
          }
        });
    Counting counting = Counting.FIRST;
    String rule = parts.get("counting");
    if (!blank(rule)) {
      try {
        counting = Counting.valueOf(rule.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        faults.add(Fault.at("counting", "UNKNOWN_COUNTING"));
      }
    }
    When when = when(parts, faults);
    if (indicator.isPresent() && faults.isEmpty()) {
      Question question = new Question(indicator.get(), rows, columns, filters, counting, when);
      question.faults().forEach(fault -> faults.add(Fault.at(fault.field(), fault.code())));
      if (faults.isEmpty()) {
        return question;
      }
    }
    throw new RefusedInput(faults);
  }

  private static boolean isKnown(Axis axis, String code) {
    return code.matches(Tally.WORD)
        && (axis.kind() != AxisKind.BAND
            || code.equals(Axis.UNKNOWN)
            || axis.codes().contains(code));
  }

  private static Axis axis(Map<String, String> parts, String field, List<Fault> faults) {
    String name = parts.get(field);
    if (blank(name)) {
      return null;
    }
    Optional<Axis> axis = Axis.named(name);
    if (axis.isEmpty()) {
      faults.add(Fault.at(field, "UNKNOWN_AXIS"));
    }
    return axis.orElse(null);
  }

  private static When when(Map<String, String> parts, List<Fault> faults) {
    LocalDate from = day(parts, "from", faults);
    LocalDate to = day(parts, "to", faults);
    if (from == null && to == null) {
      return When.NOW;
    }
    LocalDate first = from == null ? to : from;
    LocalDate last = to == null ? from : to;
    if (last.isBefore(first)) {
      faults.add(Fault.at("to", "ENDS_BEFORE_IT_BEGINS"));
      return When.NOW;
    }
    return When.from(first, last);
  }

  /**
   * A day that a parameter states, within the years of this file; null where it states none.
   *
   * @param faults what is wrong with it is added here, at the parameter
   */
  public static LocalDate day(Map<String, String> parts, String field, List<Fault> faults) {
    String day = parts.get(field);
    if (blank(day)) {
      return null;
    }
    try {
      LocalDate read = LocalDate.parse(day);
      // A series of months from the beginning of time has no end.
      if (YEARS.isValidIntValue(read.getYear())) {
        return read;
      }
    } catch (DateTimeParseException e) {
      // Said below, as what lies outside the years of this file.
    }
    faults.add(Fault.at(field, "NOT_A_DATE"));
    return null;
  }

  private static boolean blank(String value) {
    return value == null || value.isBlank();
  }
}
