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
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Searches the active demands for duplicates and keeps sets of them for somebody to decide on
 * (arrêté of 23 March 2015, annex §8: detection and treatment of duplicates). Run again it finds
 * what is not kept yet and opens nothing twice; pairs that somebody told apart stay apart. On two
 * servers at once the second waits for the first, département by département.
 *
 * <pre>{@code
 * List<FoundSet> found = DuplicateSweep.plan(handle, "44");
 * DuplicateSweep.keep(handle, "44", found.get(0).uniqueNumbers(), clock.instant());
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
   * The sets of a département that would be opened or grow; nothing is changed.
   *
   * @param handle in a transaction, because rows are read in portions
   */
  public static List<FoundSet> plan(Handle handle, String departement) {
    List<Grouping.Group> groups = search(handle, departement, null);
    Map<Long, String> numbers = numbers(handle, groups);
    List<FoundSet> planned = new ArrayList<>();
    for (Grouping.Group group : groups) {
      planned.add(
          new FoundSet(
              group.sets().stream().findFirst().orElse(null),
              departement,
              List.copyOf(group.demands()),
              group.demands().stream().map(numbers::get).toList(),
              group.likeness().likelihood(),
              group.likeness().reasons()));
    }
    return planned;
  }

  /**
   * Compares these demands once more with one another and keeps what is found, within the caller's
   * transaction: what was told apart, merged, cancelled or kept meanwhile is passed over.
   *
   * @param handle in a transaction, which holds the lock until it ends
   * @param uniqueNumbers all demands of the sets to keep
   * @return identities of the demands in sets that were opened or grew
   */
  public static Set<Long> keep(
      Handle handle, String departement, Collection<String> uniqueNumbers, Instant now) {
    handle.createQuery(LOCK).bind("departement", departement).mapToMap().list();
    List<Long> among =
        handle
            .createQuery("select id from demand where unique_number = any(:numbers)")
            .bindArray("numbers", String.class, uniqueNumbers.toArray())
            .mapTo(Long.class)
            .list();
    Set<Long> kept = new TreeSet<>();
    for (Grouping.Group group : search(handle, departement, among)) {
      keep(handle, departement, group, now);
      kept.addAll(group.demands());
    }
    return kept;
  }

  private static List<Grouping.Group> search(
      Handle handle, String departement, Collection<Long> among) {
    LikelyPairs pairs = LikelyPairs.of(handle, departement, among);
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
    return grouping.changed();
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
