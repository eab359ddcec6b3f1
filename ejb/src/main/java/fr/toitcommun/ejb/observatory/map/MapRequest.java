package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Counting;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Inquiry;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.When;
import fr.toitcommun.persistence.observatory.map.ClassMethod;
import fr.toitcommun.persistence.observatory.map.Classes;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a map is asked to show: a question whose rows are territories, as tables and extracts are
 * asked it, and how it is drawn. Page, link and interface for systems say it by the same
 * parameters.
 *
 * @param inquiry the question, with the day it is compared with; columns, which a table of the same
 *     question has, are taken away: a map shows them together
 * @param flows how many flows are drawn, the largest
 */
public record MapRequest(
    Inquiry inquiry, MapKind kind, ClassMethod method, int classes, int flows) {
  /** The parameters beside those of the question: how the map is drawn. */
  public static final List<String> LOOK = List.of("kind", "method", "classes", "flows");

  /** Fewest flows that may be asked for. */
  public static final int FEWEST_FLOWS = 1;

  /** Most flows that may be asked for: more lines nobody tells apart. */
  public static final int MOST_FLOWS = 200;

  /** What is shown when nothing is asked for. */
  public static final MapRequest USUAL =
      new MapRequest(
          new Inquiry(Question.of(Indicator.ACTIVE, When.NOW).by(Axis.EPCI, null), null),
          MapKind.CHOROPLETH,
          ClassMethod.QUANTILE,
          5,
          40);

  /** Takes columns away, of which a map would show the first as the whole. */
  public MapRequest {
    if (inquiry.question().columns() != null) {
      Question question = inquiry.question();
      inquiry = new Inquiry(question.by(question.rows(), null), inquiry.compared());
    }
  }

  /**
   * Reads parameters; those that are absent or empty are as in {@link #USUAL}. Columns are not
   * looked at.
   *
   * @throws RefusedInput naming every parameter that cannot be
   */
  public static MapRequest read(Map<String, String> parameters) {
    Reader reader = new Reader(parameters);
    Map<String, String> asked = new HashMap<>(parameters);
    asked.remove("columns");
    Question usual = USUAL.inquiry.question();
    if (reader.text("indicator") == null) {
      asked.put("indicator", usual.indicator().name());
    }
    if (reader.text("rows") == null) {
      asked.put("rows", usual.rows().name());
    }
    Inquiry inquiry = USUAL.inquiry;
    try {
      inquiry = Inquiry.read(asked);
    } catch (RefusedInput refused) {
      reader.faults.addAll(refused.faults());
    }
    MapRequest read =
        new MapRequest(
            inquiry,
            reader.word("kind", MapKind.class, USUAL.kind),
            reader.word("method", ClassMethod.class, USUAL.method),
            reader.number("classes", Classes.FEWEST, Classes.MOST, USUAL.classes),
            reader.number("flows", FEWEST_FLOWS, MOST_FLOWS, USUAL.flows));
    reader.faults.addAll(read.faults());
    RefusedInput.ifAny(reader.faults);
    return read;
  }

  private List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    Question question = inquiry.question();
    if (!isMapped(question)) {
      faults.add(Fault.at("rows", "MAP_ROWS"));
    } else if (kind == MapKind.FLOWS && question.rows() == Axis.DEPARTEMENT) {
      faults.add(Fault.at("rows", "MAP_FLOW_LEVEL"));
    }
    if (kind == MapKind.FLOWS
        && !(question.indicator().isCount() && question.indicator().allows(Axis.RESIDENCE))) {
      faults.add(Fault.at("indicator", "MAP_FLOW_INDICATOR"));
    }
    return faults;
  }

  /** Whether the rows of a question are places that have shapes. */
  public static boolean isMapped(Question question) {
    return question.rows() == Axis.MUNICIPALITY
        || question.rows() == Axis.EPCI
        || question.rows() == Axis.DEPARTEMENT;
  }

  /** The same as the part of an address after the question mark. */
  public String write() {
    StringBuilder link = new StringBuilder(inquiry.write());
    look().forEach((name, value) -> link.append('&').append(name).append('=').append(value));
    return link.toString();
  }

  /** How it is drawn, as far as that is not usual, by parameter. */
  private Map<String, String> look() {
    Map<String, String> look = new java.util.LinkedHashMap<>();
    if (kind != USUAL.kind) {
      look.put("kind", kind.name());
    }
    if (method != USUAL.method) {
      look.put("method", method.name());
    }
    if (classes != USUAL.classes) {
      look.put("classes", String.valueOf(classes));
    }
    if (flows != USUAL.flows) {
      look.put("flows", String.valueOf(flows));
    }
    return look;
  }

  /** What is asked of the observatory. */
  public Question question() {
    return inquiry.question();
  }

  /** What flows are counted by: the residence, and the first place sought. */
  Question flowQuestion() {
    return question().by(Axis.RESIDENCE, question().rows()).counting(Counting.FIRST);
  }

  /** The territories that figures are told of. */
  public TerritoryLevel level() {
    return TerritoryLevel.valueOf(inquiry.question().rows().name());
  }

  /** Whether two days are compared. */
  public boolean compares() {
    return inquiry.compared() != null && kind != MapKind.FLOWS;
  }

  /**
   * What the places shown are limited to, by filter. Where a demand counts in each place wished, a
   * filter chooses demands, and they wish other places as well; but of the rows themselves none is
   * counted that was not asked for.
   */
  Map<Axis, Set<String>> places() {
    Map<Axis, Set<String>> places = new HashMap<>();
    Question question = inquiry.question();
    boolean once = question.counting() == Counting.FIRST || kind == MapKind.FLOWS;
    for (Axis axis : List.of(Axis.DEPARTEMENT, Axis.EPCI, Axis.MUNICIPALITY)) {
      if (question.filters().containsKey(axis) && (once || axis == question.rows())) {
        places.put(axis, question.filters().get(axis));
      }
    }
    return places;
  }

  /** The EPCI or département that is shown alone; null: there is no such one. */
  String territory() {
    return List.of(Axis.EPCI, Axis.DEPARTEMENT).stream()
        .map(axis -> places().getOrDefault(axis, Set.of()))
        .filter(codes -> codes.size() == 1)
        .map(codes -> codes.iterator().next())
        .findFirst()
        .orElse(null);
  }

  private record Reader(Map<String, String> parameters, List<Fault> faults) {
    Reader(Map<String, String> parameters) {
      this(parameters, new ArrayList<>());
    }

    String text(String name) {
      String text = parameters.get(name);
      return text == null || text.isBlank() ? null : text.strip();
    }

    private <V> V refused(String name, V usual, String code, Object... arguments) {
      faults.add(Fault.at(name, code, arguments));
      return usual;
    }

    <E extends Enum<E>> E word(String name, Class<E> list, E usual) {
      String text = text(name);
      return text == null
          ? usual
          : Arrays.stream(list.getEnumConstants())
              .filter(word -> word.name().equalsIgnoreCase(text))
              .findFirst()
              .orElseGet(
                  () ->
                      refused(
                          name,
                          usual,
                          "UNKNOWN_CODE",
                          text.length() > 40 ? text.substring(0, 40) + "…" : text));
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
  }
}
