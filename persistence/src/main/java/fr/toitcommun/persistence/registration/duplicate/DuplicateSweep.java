package fr.toitcommun.persistence.registration.duplicate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Searches the active demands for duplicates and keeps sets of them for somebody to decide on
 * (arrêté of 23 March 2015, annex §8: detection and treatment of duplicates). Run again it finds
 * what it found and opens nothing twice; pairs that somebody told apart stay apart. One département
 * is one piece of work: a stopped run is taken up by running the départements that are left, each
 * in a transaction of its own. On two servers at once the second waits for the first, département
 * by département.
 *
 * <pre>{@code
 * SweepCount count = jdbi.inTransaction(handle -> DuplicateSweep.run(handle, "44", clock.instant()));
 * }</pre>
 */
public final class DuplicateSweep {
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtext('duplicate sweep'), hashtext(:departement))";
  private static final String NOT_SAME =
      """
      select s.first_id, s.second_id from not_same_person s
      join demand d on d.id = s.first_id where d.departement_code = :departement
      """;
  private static final String OPEN =
      """
      select s.id, s.likelihood, s.reasons, array_agg(m.demand_id) as demands
      from duplicate_set s join duplicate_member m on m.set_id = s.id
      where s.state = 'OPEN' and s.departement_code = :departement group by s.id
      """;

  private DuplicateSweep() {}

  /**
   * Searches and keeps what it finds, within the caller's transaction.
   *
   * @param handle in a transaction, which holds the lock until it ends
   * @param departement null: all, one after another
   */
  public static SweepCount run(Handle handle, String departement, Instant now) {
    SweepCount sum = SweepCount.NONE;
    for (String one : departements(handle, departement)) {
      handle.createQuery(LOCK).bind("departement", one).mapToMap().list();
      int left = DuplicateSets.closeLeft(handle, one, now);
      Search search = search(handle, one);
      int opened = 0;
      for (Grouping.Group group : search.groups()) {
        opened += group.sets().isEmpty() ? 1 : 0;
        keep(handle, one, group, now);
      }
      sum =
          sum.plus(
              new SweepCount(
                  search.pairs().compared(),
                  search.pairs().found().size(),
                  opened,
                  search.groups().size() - opened,
                  left));
    }
    return sum;
  }

  /**
   * What a run would open or let grow; nothing is changed.
   *
   * @param handle in a transaction, because rows are read in portions
   * @param departement null: all
   */
  public static List<FoundSet> plan(Handle handle, String departement) {
    List<FoundSet> planned = new ArrayList<>();
    for (String one : departements(handle, departement)) {
      List<Grouping.Group> groups = search(handle, one).groups();
      Map<Long, String> numbers = numbers(handle, groups);
      for (Grouping.Group group : groups) {
        planned.add(
            new FoundSet(
                group.sets().stream().findFirst().orElse(null),
                one,
                group.demands().stream().map(numbers::get).toList(),
                group.likeness().likelihood(),
                group.likeness().reasons()));
      }
    }
    return planned;
  }

  private record Search(LikelyPairs pairs, List<Grouping.Group> groups) {}

  private static Search search(Handle handle, String departement) {
    LikelyPairs pairs = LikelyPairs.of(handle, departement);
    Set<LikelyPair.Demands> notSame =
        new HashSet<>(
            handle
                .createQuery(NOT_SAME)
                .bind("departement", departement)
                .map((row, context) -> new LikelyPair.Demands(row.getLong(1), row.getLong(2)))
                .list());
    Grouping grouping = new Grouping(notSame);
    handle
        .createQuery(OPEN)
        .bind("departement", departement)
        .map(
            (row, context) -> {
              grouping.open(
                  row.getLong("id"),
                  Arrays.asList((Long[]) row.getArray("demands").getArray()),
                  new Likeness(row.getDouble("likelihood"), DuplicateSetReader.reasons(row)));
              return row.getLong("id");
            })
        .list();
    grouping.join(pairs.found());
    return new Search(pairs, grouping.changed());
  }

  private static void keep(Handle handle, String departement, Grouping.Group group, Instant now) {
    long set;
    if (group.sets().isEmpty()) {
      set = DuplicateSets.open(handle, departement, group.likeness(), now);
    } else {
      set = group.sets().iterator().next();
      DuplicateSets.grow(handle, set, group.sets(), group.likeness());
    }
    DuplicateSets.put(handle, set, group.demands());
  }

  private static List<String> departements(Handle handle, String departement) {
    return departement != null
        ? List.of(departement)
        : handle
            .createQuery("select code from departement order by code")
            .mapTo(String.class)
            .list();
  }

  private static Map<Long, String> numbers(Handle handle, Collection<Grouping.Group> groups) {
    Map<Long, String> numbers = new HashMap<>();
    handle
        .createQuery("select id, unique_number from demand where id = any(:ids)")
        .bindArray(
            "ids", Long.class, groups.stream().flatMap(one -> one.demands().stream()).toArray())
        .map((row, context) -> numbers.put(row.getLong(1), row.getString(2)))
        .list();
    return numbers;
  }
}
