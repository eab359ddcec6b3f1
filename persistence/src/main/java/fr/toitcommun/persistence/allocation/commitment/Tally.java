package fr.toitcommun.persistence.allocation.commitment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How many leases there are of each set of facts, and what that makes of the goals. */
public final class Tally {
  /**
   * Contingents of which a share is owed to priority publics: all but the préfet's own (L.441-1).
   */
  private static final List<String> SHARING = List.of("COLTER", "COLACT", "AUTRES", "AUCUN");

  private static final List<String> RESERVED =
      List.of("PPRIOR", "PFONCT", "COLTER", "COLACT", "AUTRES", "AUCUN");

  private final Map<LeaseFacts, Long> leases = new LinkedHashMap<>();

  /** Adds leases of these facts; a negative number takes them away. */
  public Tally add(LeaseFacts facts, long number) {
    leases.merge(facts, number, Long::sum);
    return this;
  }

  /** This and one more set of leases, leaving this as it is. */
  public Tally with(List<LeaseFacts> more) {
    Tally sum = new Tally();
    leases.forEach(sum::add);
    more.forEach(facts -> sum.add(facts, 1));
    return sum;
  }

  /** How many leases. */
  public long total() {
    return leases.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Every goal counted.
   *
   * @param percent the least share that a {@code rule_parameter} asks
   * @param targets yearly targets of agreements, by type; one that is not there has none stated
   */
  public List<Counter> counters(Function<String, Integer> percent, Map<String, Integer> targets) {
    List<Counter> counters = new ArrayList<>();
    counters.add(count(Goal.FIRST_QUARTILE, null, percent, null));
    counters.add(count(Goal.OTHER_QUARTILES, null, percent, null));
    SHARING.forEach(quota -> counters.add(count(Goal.PRIORITY, quota, percent, null)));
    for (String type : List.of("ACD", "ACI")) {
      counters.add(count(Goal.AGREEMENT, type, percent, targets.get(type)));
    }
    RESERVED.forEach(quota -> counters.add(count(Goal.RESERVATION, quota, percent, null)));
    return counters;
  }

  private Counter count(
      Goal goal, String item, Function<String, Integer> percent, Integer targetCount) {
    long count = 0;
    long total = 0;
    long unknown = 0;
    for (Map.Entry<LeaseFacts, Long> group : leases.entrySet()) {
      if (goal.concerns(group.getKey(), item)) {
        total += group.getValue();
        if (goal.counts(group.getKey(), item)) {
          count += group.getValue();
        } else if (goal.unknown(group.getKey(), item)) {
          unknown += group.getValue();
        }
      }
    }
    Integer targetPercent = goal.parameter() == null ? null : percent.apply(goal.parameter());
    return new Counter(goal, item, count, total, unknown, targetPercent, targetCount);
  }
}
