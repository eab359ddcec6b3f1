package fr.toitcommun.persistence.observatory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a tally as a statement that PostgreSQL and DuckDB both read: they differ in where the rows
 * come from and in how a row is given its values, not in how it is counted.
 *
 * @param value how an axis is read off a row
 * @param month how the month of a row is read off it, as a date
 * @param days the days waited
 * @param months the whole months waited
 * @param number how many demands or facts the rows of a group are
 */
record TallySql(
    Function<Axis, String> value, String month, String days, String months, String number) {

  /** Of rows that are one demand or fact each. */
  TallySql(Function<Axis, String> value, String month, String days, String months) {
    this(value, month, days, months, "count(*)");
  }

  /** The statement: keys in order, then the number and the days waited. */
  String write(Tally tally, String source, List<String> further) {
    List<String> keys = new ArrayList<>();
    StringBuilder from = new StringBuilder(source);
    List<Axis> inEach = tally.by().stream().filter(axis -> wished(axis, tally)).toList();
    for (Axis axis : tally.by()) {
      if (axis.isTime()) {
        keys.add(month);
      } else if (inEach.contains(axis)) {
        keys.add(called(axis, tally));
      } else {
        keys.add(value.apply(axis));
      }
    }
    for (Axis axis : inEach) {
      from.append(
          " cross join lateral (select unnest(o.%s) as code) in_%s"
              .formatted(places(axis), axis.column()));
    }
    if (tally.waits()) {
      keys.add(months);
    }
    List<String> conditions = new ArrayList<>(further);
    conditions.add(conditions(tally));
    if (inEach.contains(Axis.MUNICIPALITY) && !tally.renamed().isEmpty()) {
      conditions.add(once(tally.renamed()));
    }
    String columns =
        IntStream.range(0, keys.size())
            .mapToObj(i -> "cast(k" + i + " as varchar), ")
            .collect(Collectors.joining());
    String named =
        IntStream.range(0, keys.size())
            .mapToObj(i -> keys.get(i) + " as k" + i + ", ")
            .collect(Collectors.joining());
    String grouped =
        IntStream.rangeClosed(1, keys.size())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    String counted =
        "select "
            + named
            + number
            + " as n, coalesce(sum("
            + days
            + "), 0) as waited from "
            + from
            + " where "
            + String.join(" and ", conditions)
            + (keys.isEmpty() ? "" : " group by " + grouped);
    // A day becomes a text once for each group, not for each row.
    return "select " + columns + "n, waited from (" + counted + ") counted";
  }

  /** The code of a place that a row stands in. */
  private static String called(Axis axis, Tally tally) {
    String code = "in_" + axis.column() + ".code";
    if (axis != Axis.MUNICIPALITY || tally.renamed().isEmpty()) {
      return code;
    }
    return tally.renamed().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(one -> "when '" + one.getKey() + "' then '" + one.getValue() + "'")
        .collect(Collectors.joining(" ", "case " + code + " ", " else " + code + " end"));
  }

  /**
   * Of the places of a row that are one today, the first alone: no statement within the statement,
   * which would be asked row by row.
   */
  private static String once(Map<String, String> renamed) {
    Map<String, Set<String>> before = new TreeMap<>();
    StringBuilder again = new StringBuilder("not case in_municipality.code");
    for (String former : new TreeSet<>(renamed.keySet())) {
      String now = renamed.get(former);
      Set<String> first = before.computeIfAbsent(now, code -> new TreeSet<>(Set.of(code)));
      again.append(" when '").append(former).append("' then ");
      again.append(anyOf(Axis.MUNICIPALITY, first));
      first.add(former);
    }
    return again.append(" else false end").toString();
  }

  /** What rows are counted. */
  String conditions(Tally tally) {
    List<String> conditions = new ArrayList<>();
    if (tally.departements().isEmpty()) {
      conditions.add("false");
    } else {
      conditions.add(value.apply(Axis.DEPARTEMENT) + " in " + list(tally.departements()));
    }
    tally.where().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(filter -> conditions.add(condition(filter.getKey(), filter.getValue(), tally)));
    return String.join(" and ", conditions);
  }

  private String condition(Axis axis, Set<String> codes, Tally tally) {
    if (codes.isEmpty()) {
      return "false";
    }
    if (wished(axis, tally)) {
      return anyOf(axis, codes);
    }
    Set<String> stated = new TreeSet<>(codes);
    boolean unknown = stated.remove(Axis.UNKNOWN);
    String of = "cast(" + value.apply(axis) + " as varchar)";
    String known = stated.isEmpty() ? "false" : of + " in " + list(stated);
    return unknown ? "(" + known + " or " + of + " is null)" : known;
  }

  private static boolean wished(Axis axis, Tally tally) {
    return tally.counting() == Counting.ANY && (axis == Axis.MUNICIPALITY || axis == Axis.EPCI);
  }

  private static String anyOf(Axis axis, Set<String> codes) {
    return codes.stream()
        .sorted()
        .map(code -> "'" + code + "'")
        .collect(
            Collectors.joining(",", "o." + places(axis) + " && cast(array[", "] as varchar[])"));
  }

  private static String places(Axis axis) {
    return axis == Axis.EPCI ? "epcis" : "places";
  }

  private static String list(Collection<String> codes) {
    return codes.stream().map(code -> "'" + code + "'").collect(Collectors.joining(",", "(", ")"));
  }
}
