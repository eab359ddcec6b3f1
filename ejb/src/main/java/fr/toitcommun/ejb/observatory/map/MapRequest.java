package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.persistence.observatory.map.ClassMethod;
import fr.toitcommun.persistence.observatory.map.Classes;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a map is asked to show. Page, link and interface for systems say it by the same parameters.
 *
 * @param indicator name of an indicator
 * @param date the day shown; null: now
 * @param before an earlier day it is compared with; null: with none
 * @param territory code of a département or SIREN of an EPCI that is shown alone; null: all
 * @param flows how many flows are drawn, the largest
 */
public record MapRequest(
    String indicator,
    TerritoryLevel level,
    MapKind kind,
    ClassMethod method,
    int classes,
    LocalDate date,
    LocalDate before,
    String territory,
    int flows) {
  /** What is shown when nothing is asked for. */
  public static final MapRequest USUAL =
      new MapRequest(
          "ACTIVE",
          TerritoryLevel.EPCI,
          MapKind.CHOROPLETH,
          ClassMethod.QUANTILE,
          5,
          null,
          null,
          null,
          40);

  /** The names of the parameters. */
  public static final List<String> PARAMETERS =
      List.of(
          "indicator",
          "level",
          "kind",
          "method",
          "classes",
          "date",
          "before",
          "territory",
          "flows");

  private static final int MOST_FLOWS = 200;
  private static final Pattern WORD = Pattern.compile("[A-Z_]{1,40}");
  private static final Pattern TERRITORY = Pattern.compile("\\d[\\dAB]\\d?|\\d{9}");

  /**
   * Reads parameters; those that are absent or empty are as in {@link #USUAL}.
   *
   * @throws RefusedInput naming every parameter that cannot be
   */
  public static MapRequest read(Map<String, String> parameters) {
    Reader reader = new Reader(parameters);
    MapRequest read =
        new MapRequest(
            reader.matching("indicator", WORD, USUAL.indicator),
            reader.word("level", TerritoryLevel.class, USUAL.level),
            reader.word("kind", MapKind.class, USUAL.kind),
            reader.word("method", ClassMethod.class, USUAL.method),
            reader.number("classes", Classes.FEWEST, Classes.MOST, USUAL.classes),
            reader.day("date"),
            reader.day("before"),
            reader.matching("territory", TERRITORY, null),
            reader.number("flows", 1, MOST_FLOWS, USUAL.flows));
    if (read.before != null && read.date != null && !read.before.isBefore(read.date)) {
      reader.faults.add(Fault.at("before", "MAP_BEFORE"));
    }
    if (read.kind == MapKind.FLOWS && read.level == TerritoryLevel.DEPARTEMENT) {
      reader.faults.add(Fault.at("level", "MAP_FLOW_LEVEL"));
    }
    RefusedInput.ifAny(reader.faults);
    return read;
  }

  /** Whether two days are compared. */
  public boolean compares() {
    return before != null && kind != MapKind.FLOWS;
  }

  private record Reader(Map<String, String> parameters, List<Fault> faults) {
    Reader(Map<String, String> parameters) {
      this(parameters, new ArrayList<>());
    }

    private String text(String name) {
      String text = parameters.get(name);
      return text == null || text.isBlank() ? null : text.strip();
    }

    private <V> V refused(String name, V usual, String code, Object... arguments) {
      faults.add(Fault.at(name, code, arguments));
      return usual;
    }

    private static String shown(String text) {
      return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    String matching(String name, Pattern pattern, String usual) {
      String text = text(name);
      return text == null || pattern.matcher(text).matches()
          ? text == null ? usual : text
          : refused(name, usual, "UNKNOWN_CODE", shown(text));
    }

    <E extends Enum<E>> E word(String name, Class<E> list, E usual) {
      String text = text(name);
      return text == null
          ? usual
          : Arrays.stream(list.getEnumConstants())
              .filter(word -> word.name().equals(text))
              .findFirst()
              .orElseGet(() -> refused(name, usual, "UNKNOWN_CODE", shown(text)));
    }

    int number(String name, int least, int most, int usual) {
      String text = text(name);
      if (text == null) {
        return usual;
      }
      int number = text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
      return number >= least && number <= most
          ? number
          : refused(name, usual, "OUT_OF_RANGE", least, most);
    }

    LocalDate day(String name) {
      String text = text(name);
      try {
        return text == null ? null : LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        return refused(name, null, "IMPOSSIBLE_DATE", shown(text));
      }
    }
  }
}
