package fr.toitcommun.persistence.registration.duplicate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts likely pairs together into sets: whoever is likely one with a demand of a set joins it, the
 * likeliest first, unless it was said of a demand in it that it is another person's.
 */
final class Grouping {
  private final Set<LikelyPair.Demands> notSame;
  private final Map<Long, Group> byDemand = new HashMap<>();

  /**
   * @param notSame pairs of which somebody said that they are two persons
   */
  Grouping(Set<LikelyPair.Demands> notSame) {
    this.notSame = Set.copyOf(notSame);
  }

  /** Demands that belong together. */
  static final class Group {
    private final Set<Long> sets = new TreeSet<>();
    private final Set<Long> demands = new TreeSet<>();
    private final EnumSet<LikenessReason> reasons = EnumSet.noneOf(LikenessReason.class);
    private double likelihood;
    private boolean changed;

    /** Open sets that it was made of, oldest first. */
    Set<Long> sets() {
      return sets;
    }

    Set<Long> demands() {
      return demands;
    }

    Likeness likeness() {
      return new Likeness(likelihood, List.copyOf(reasons));
    }

    /** Whether the file does not hold it as it is here. */
    boolean changed() {
      return changed;
    }
  }

  /** An open set of the file. */
  void open(long set, Collection<Long> demands, Likeness likeness) {
    Group group = new Group();
    group.sets.add(set);
    group.demands.addAll(demands);
    group.reasons.addAll(likeness.reasons());
    group.likelihood = likeness.likelihood();
    demands.forEach(demand -> byDemand.put(demand, group));
  }

  /** Brings pairs in. */
  void join(Collection<LikelyPair> pairs) {
    List<LikelyPair> likeliestFirst = new ArrayList<>(pairs);
    likeliestFirst.sort(
        Comparator.comparingDouble((LikelyPair pair) -> pair.likeness().likelihood())
            .reversed()
            .thenComparingLong(LikelyPair::first)
            .thenComparingLong(LikelyPair::second));
    likeliestFirst.forEach(this::join);
  }

  private void join(LikelyPair pair) {
    Group one = byDemand.getOrDefault(pair.first(), alone(pair.first()));
    Group other = byDemand.getOrDefault(pair.second(), alone(pair.second()));
    if (one == other || separated(one, other)) {
      return;
    }
    one.sets.addAll(other.sets);
    one.demands.addAll(other.demands);
    one.reasons.addAll(other.reasons);
    one.reasons.addAll(pair.likeness().reasons());
    one.likelihood =
        Math.max(pair.likeness().likelihood(), Math.max(one.likelihood, other.likelihood));
    one.changed = true;
    one.demands.forEach(demand -> byDemand.put(demand, one));
  }

  private static Group alone(long demand) {
    Group group = new Group();
    group.demands.add(demand);
    return group;
  }

  private boolean separated(Group one, Group other) {
    return one.demands.stream()
        .anyMatch(
            a ->
                other.demands.stream()
                    .anyMatch(b -> notSame.contains(LikelyPair.Demands.of(a, b))));
  }

  /** The groups that are new or have grown. */
  List<Group> changed() {
    return byDemand.values().stream()
        .filter(Group::changed)
        .distinct()
        .sorted(Comparator.comparing(group -> group.demands.iterator().next()))
        .toList();
  }
}
