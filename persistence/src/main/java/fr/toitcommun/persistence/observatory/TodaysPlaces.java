package fr.toitcommun.persistence.observatory;

import fr.toitcommun.persistence.territory.MunicipalityMergers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A store that is asked for the municipalities of today and tells of them, whatever they were
 * called when its rows were written. An EPCI is that of its row: which one goes on in another is
 * not published, and municipalities change from one to another one by one.
 */
final class TodaysPlaces implements ObservedStore {
  private final ObservedStore store;
  private final MunicipalityMergers mergers;
  private final LocalDate today;

  /**
   * Over a store.
   *
   * @param mergers what brings the codes of any day to those of today
   */
  TodaysPlaces(ObservedStore store, MunicipalityMergers mergers, LocalDate today) {
    this.store = store;
    this.mergers = mergers;
    this.today = today;
  }

  @Override
  public List<Group> count(Tally tally) {
    Tally asked = tally.where(withFormer(tally.where(), mergers, today));
    List<Group> then = store.count(asked);
    if (tally.by().stream().noneMatch(TodaysPlaces::isMunicipality)) {
      return then;
    }
    List<Group> now = named(then, tally.by());
    boolean inEach = tally.counting() == Counting.ANY && tally.by().contains(Axis.MUNICIPALITY);
    // Where no groups became one, nobody can stand in one twice: nearly always.
    if (!inEach || now.size() == then.size()) {
      return now;
    }
    return named(store.count(asked.renaming(joined(then, tally.by()))), tally.by());
  }

  /** Whether the codes of an axis are of municipalities. */
  static boolean isMunicipality(Axis axis) {
    return axis == Axis.MUNICIPALITY || axis == Axis.RESIDENCE;
  }

  /** These filters, with the former codes of the municipalities in them. */
  static Map<Axis, Set<String>> withFormer(
      Map<Axis, Set<String>> where, MunicipalityMergers mergers, LocalDate today) {
    Map<Axis, Set<String>> all = new EnumMap<>(Axis.class);
    where.forEach(
        (axis, codes) ->
            all.put(axis, isMunicipality(axis) ? mergers.withFormer(codes, today) : codes));
    return all;
  }

  private List<Group> named(List<Group> groups, List<Axis> by) {
    List<Group> named = new ArrayList<>();
    for (Group group : groups) {
      List<String> keys = new ArrayList<>(group.keys());
      for (int i = 0; i < by.size(); i++) {
        if (isMunicipality(by.get(i))) {
          keys.set(i, mergers.codeOn(keys.get(i), today));
        }
      }
      named.add(new Group(keys, group.count(), group.days()));
    }
    return Group.merged(named);
  }

  /** Of the places that groups are told of those that are one with another of them today. */
  private Map<String, String> joined(List<Group> groups, List<Axis> by) {
    int key = by.indexOf(Axis.MUNICIPALITY);
    Map<String, Set<String>> byPlace = new HashMap<>();
    for (Group group : groups) {
      String code = group.keys().get(key);
      byPlace.computeIfAbsent(mergers.codeOn(code, today), now -> new HashSet<>()).add(code);
    }
    Map<String, String> joined = new HashMap<>();
    byPlace.forEach(
        (now, codes) -> {
          if (codes.size() > 1) {
            codes.stream().filter(code -> !code.equals(now)).forEach(code -> joined.put(code, now));
          }
        });
    return joined;
  }
}
