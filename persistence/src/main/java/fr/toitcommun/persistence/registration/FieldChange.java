package fr.toitcommun.persistence.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What one field was and became.
 *
 * @param field path of the field in the form
 * @param from value before; null when it was empty
 * @param to value after; null when it was emptied
 */
public record FieldChange(String field, String from, String to) {
  /** The fields that differ between two forms, in the order of their paths. */
  public static List<FieldChange> between(DemandForm before, DemandForm after) {
    Map<String, Object> old = FlatForm.of(before);
    Map<String, Object> now = FlatForm.of(after);
    TreeSet<String> fields = new TreeSet<>(old.keySet());
    fields.addAll(now.keySet());
    List<FieldChange> changes = new ArrayList<>();
    for (String field : fields) {
      if (!field.endsWith(".id") && !Objects.equals(old.get(field), now.get(field))) {
        changes.add(new FieldChange(field, text(old.get(field)), text(now.get(field))));
      }
    }
    return changes;
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
