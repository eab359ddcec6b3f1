package fr.toitcommun.persistence.allocation.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A grid as one statement over demands: how many points each criterion gives, what is proven, which
 * of an exclusive group counts, and the sums. The same for one demand, for the whole file and for a
 * simulation.
 */
final class GridSql {
  private final List<ScoringCriterion> criteria;

  GridSql(List<ScoringCriterion> criteria) {
    this.criteria = criteria;
  }

  /**
   * Selects demand_id, score, score_if_proven, points and points_if_proven.
   *
   * @param which demands: a condition on {@code d}
   */
  String select(String which) {
    if (criteria.isEmpty()) {
      return "select d.id as demand_id, 0 as score, 0 as score_if_proven, cast('{}' as smallint[])"
          + " as points, cast('{}' as smallint[]) as points_if_proven from demand d where "
          + which;
    }
    List<String> given = new ArrayList<>();
    for (int i = 0; i < criteria.size(); i++) {
      given.add(given(criteria.get(i)) + " as e" + i);
    }
    List<String> proven = new ArrayList<>();
    for (int i = 0; i < criteria.size(); i++) {
      ScoringCriterion one = criteria.get(i);
      // What gives nothing needs no look at the documents.
      proven.add(
          one.needsProof()
              ? "case when e%1$d <> 0 and %2$s then e%1$d else 0 end as p%1$d"
                  .formatted(i, one.getFact().provenSql())
              : "e" + i + " as p" + i);
    }
    String points = array("p");
    String ifProven = array("e");
    return """
    select demand_id, score, score_if_proven, points, points_if_proven from (
      select k.demand_id, k.points, k.points_if_proven,
             (select coalesce(sum(v), 0)::int from unnest(k.points) v) as score,
             (select coalesce(sum(v), 0)::int from unnest(k.points_if_proven) v) as score_if_proven
      from (
        select g.demand_id, %s as points, %s as points_if_proven from (
          select d.*, %s from (
            select d.id as demand_id, d.id, %s
            from demand d join demand_fact f on f.demand_id = d.id where %s offset 0) d offset 0) g offset 0) k) scored
    """
        .formatted(points, ifProven, String.join(",\n", proven), String.join(",\n", given), which);
  }

  private static String given(ScoringCriterion one) {
    String times = one.getPoints() + " * coalesce(" + one.getFact().sql() + ", 0)";
    if (one.getMaximum() == null) {
      return times;
    }
    return one.getPoints() > 0
        ? "least(" + one.getMaximum() + ", " + times + ")"
        : "greatest(-" + one.getMaximum() + ", " + times + ")";
  }

  /** Of a group only the one that gives most counts, the first of those that give as much. */
  private String array(String prefix) {
    List<String> counted = new ArrayList<>();
    for (int i = 0; i < criteria.size(); i++) {
      String group = criteria.get(i).getGroup();
      String own = "g." + prefix + i;
      if (group == null) {
        counted.add(own);
        continue;
      }
      List<String> all = members(group, prefix, criteria.size());
      List<String> before = members(group, prefix, i);
      String best = "greatest(" + String.join(", ", all) + ")";
      String first =
          before.isEmpty()
              ? ""
              : before.stream()
                  .map(other -> " and " + other + " <> " + best)
                  .collect(Collectors.joining());
      counted.add("case when " + own + " = " + best + first + " then " + own + " else 0 end");
    }
    return "cast(array[" + String.join(", ", counted) + "] as smallint[])";
  }

  private List<String> members(String group, String prefix, int before) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < before; i++) {
      if (group.equals(criteria.get(i).getGroup())) {
        members.add("g." + prefix + i);
      }
    }
    return members;
  }
}
