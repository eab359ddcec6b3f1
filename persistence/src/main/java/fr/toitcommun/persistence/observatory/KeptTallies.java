package fr.toitcommun.persistence.observatory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A store whose tallies are kept: what several questions of one report rest on is counted once, so
 * that the same tally is the same figure wherever it stands. Different ones are counted one after
 * the other, none older than the first. For reports of one territory after another it counts all
 * territories at once: the first report waits for what the others are then given. Lives as long as
 * they are made, for one thread.
 */
public final class KeptTallies implements ObservedStore {
  private final ObservedStore store;
  private final Axis each;
  private final Map<Tally, List<Group>> kept = new HashMap<>();
  private final Map<Tally, Map<String, List<Group>>> apart = new HashMap<>();

  /**
   * Keeps the tallies of this store.
   *
   * @param each an axis whose values are asked for one after the other; null: none is
   */
  public KeptTallies(ObservedStore store, Axis each) {
    this.store = store;
    this.each = each;
  }

  @Override
  public List<Group> count(Tally tally) {
    Set<String> asked = each == null ? Set.of() : tally.where().getOrDefault(each, Set.of());
    // Who stands in several places at once is in none of them alone.
    if (asked.size() != 1 || tally.counting() != Counting.FIRST) {
      return kept.computeIfAbsent(tally, store::count);
    }
    Tally all = ofEach(tally);
    List<Group> own =
        apart
            .computeIfAbsent(all, this::toldApart)
            .getOrDefault(asked.iterator().next(), List.of());
    return tally.by().contains(each) ? own : own.stream().map(KeptTallies::withoutFirst).toList();
  }

  private Map<String, List<Group>> toldApart(Tally all) {
    int key = all.by().indexOf(each);
    return store.count(all).stream().collect(Collectors.groupingBy(one -> one.keys().get(key)));
  }

  private static Group withoutFirst(Group group) {
    return new Group(group.keys().subList(1, group.keys().size()), group.count(), group.days());
  }

  /** The same of every value, told apart by it. */
  private Tally ofEach(Tally tally) {
    Map<Axis, Set<String>> where = new EnumMap<>(tally.where());
    where.remove(each);
    List<Axis> by = new ArrayList<>(tally.by());
    if (!by.contains(each)) {
      by.add(0, each);
    }
    return new Tally(
        tally.fact(),
        tally.from(),
        tally.to(),
        tally.days(),
        by,
        where,
        tally.counting(),
        tally.departements(),
        tally.waits(),
        tally.renamed());
  }
}
