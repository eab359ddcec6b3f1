package fr.toitcommun.persistence.observatory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A number of demands, or of facts, that have the same values.
 *
 * @param keys values by the axes of the {@link Tally}; {@link Axis#UNKNOWN} where nobody stated it;
 *     of an axis of time the first day of the month, as ISO 8601
 * @param count how many
 * @param days days waited, of all together
 */
public record Group(List<String> keys, long count, long days) {

  /** Groups of the same keys made one. */
  static List<Group> merged(Collection<Group> groups) {
    Map<List<String>, Group> merged = new LinkedHashMap<>();
    for (Group group : groups) {
      merged.merge(
          group.keys(),
          group,
          (a, b) -> new Group(a.keys(), a.count() + b.count(), a.days() + b.days()));
    }
    return new ArrayList<>(merged.values());
  }
}
