package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.map.MapRequest;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Inquiry;
import fr.toitcommun.persistence.observatory.QuestionLink;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the address of the query page says: the question in the words of {@link QuestionLink}, right
 * or wrong, and how the page shows it. What the form sends is brought to the same words.
 */
final class AskedParts {
  /** Axes that a filter is being made of, before any of its values is chosen. */
  static final String ADD = "add";

  /** Whether each figure has a column of how many it stands for. */
  static final String BASES = "bases";

  /** Which rows of many are shown, from 1. */
  static final String PAGE = "page";

  /** Which columns of many are shown, from 1. */
  static final String ACROSS = "across";

  /** The form's choice of a time; the address says its days. */
  static final String PERIOD = "period";

  /** No period: what stands now. Not empty: Faces leaves out an attribute that is. */
  static final String NOW = "now";

  /** The period whose days are typed. */
  static final String OTHER = "other";

  private static final List<String> ASKED =
      List.of("indicator", "rows", "columns", "counting", "from", "to", Inquiry.COMPARED);
  private static final List<String> SHOWN =
      Stream.concat(Stream.of(ADD, BASES, PAGE, ACROSS), MapRequest.LOOK.stream()).toList();

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final boolean tidy;

  private AskedParts(Map<String, String> parts, boolean tidy) {
    this.parts.putAll(parts);
    this.tidy = tidy;
  }

  /** The parts of a request. */
  static AskedParts of(Map<String, String[]> raw) {
    Map<String, String> parts = new LinkedHashMap<>();
    boolean tidy = !raw.containsKey(PERIOD);
    Stream<String> filters =
        raw.keySet().stream().filter(key -> key.startsWith(QuestionLink.FILTER)).sorted();
    for (String key :
        Stream.of(ASKED.stream(), filters, SHOWN.stream()).flatMap(keys -> keys).toList()) {
      String[] values = raw.get(key);
      if (values != null) {
        String said =
            Arrays.stream(values)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(","));
        String named = named(key);
        tidy &= values.length == 1 && values[0].equals(said) && !said.isEmpty();
        tidy &= named.equals(key);
        if (!said.isEmpty()) {
          parts.merge(named, said, (one, other) -> one + "," + other);
        }
      }
    }
    if (raw.containsKey(PERIOD)) {
      choose(raw.get(PERIOD)[0], parts);
    }
    if (parts.containsKey(ADD)) {
      String rest =
          Arrays.stream(parts.get(ADD).split(","))
              .filter(axis -> !parts.containsKey(QuestionLink.FILTER + axis))
              .distinct()
              .collect(Collectors.joining(","));
      tidy &= rest.equals(parts.get(ADD));
      parts.put(ADD, rest);
      parts.values().remove("");
    }
    return new AskedParts(parts, tidy);
  }

  /**
   * A filter by the name of its axis as forms write it: f.epci would be another field than theirs.
   */
  private static String named(String key) {
    return key.startsWith(QuestionLink.FILTER)
        ? Axis.named(key.substring(QuestionLink.FILTER.length()))
            .map(axis -> QuestionLink.FILTER + axis)
            .orElse(key)
        : key;
  }

  private static void choose(String period, Map<String, String> parts) {
    if (period.equals(OTHER)) {
      return;
    }
    parts.remove("from");
    parts.remove("to");
    if (!period.isEmpty() && !period.equals(NOW)) {
      int slash = period.indexOf('/');
      parts.put("from", slash < 0 ? period : period.substring(0, slash));
      parts.put("to", slash < 0 ? period : period.substring(slash + 1));
    }
  }

  /** Whether the address says it as the page would. */
  boolean isTidy() {
    return tidy;
  }

  /** Whether nothing is asked. */
  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** A part; null where it is not said. */
  String part(String key) {
    return parts.get(key);
  }

  /** The parts by name. */
  Map<String, String> all() {
    return parts;
  }

  /** A number from 1 that a part says; 1 where it says none. */
  int number(String key) {
    String said = parts.getOrDefault(key, "1");
    return said.matches("[1-9]\\d{0,5}") ? Integer.parseInt(said) : 1;
  }

  /** The axes that filters are made of, those without a value yet last. */
  List<Axis> filtered() {
    return Stream.concat(
            parts.keySet().stream()
                .filter(key -> key.startsWith(QuestionLink.FILTER))
                .map(key -> key.substring(QuestionLink.FILTER.length())),
            Arrays.stream(parts.getOrDefault(ADD, "").split(",")))
        .map(Axis::named)
        .flatMap(axis -> axis.stream())
        .distinct()
        .toList();
  }

  /** The codes that an axis is filtered by. */
  List<String> codes(Axis axis) {
    String said = parts.get(QuestionLink.FILTER + axis);
    return said == null ? List.of() : Arrays.stream(said.split(",")).map(String::strip).toList();
  }

  /** All of it as an address says it. */
  String query() {
    return written(parts);
  }

  /** The question and how it is drawn as the map page's address says it: a map has no columns. */
  String mapped() {
    Map<String, String> kept = new LinkedHashMap<>(parts);
    List.of("columns", ADD, BASES, PAGE, ACROSS).forEach(kept::remove);
    return written(kept);
  }

  /** The same with another value of a part, seen from its beginning; null: without it. */
  String with(String key, String value) {
    Map<String, String> changed = new LinkedHashMap<>(parts);
    if (!key.equals(PAGE) && !key.equals(ACROSS)) {
      changed.remove(PAGE);
      changed.remove(ACROSS);
    }
    changed.remove(key);
    if (value != null) {
      changed.put(key, value);
    }
    return written(changed);
  }

  private static String written(Map<String, String> said) {
    return said.entrySet().stream()
        .filter(part -> Objects.nonNull(part.getValue()))
        .map(part -> encoded(part.getKey()) + "=" + encoded(part.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2C", ",");
  }
}
