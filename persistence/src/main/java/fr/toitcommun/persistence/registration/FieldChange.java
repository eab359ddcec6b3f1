package fr.toitcommun.persistence.registration;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What one field was and became.
 *
 * @param field path of the field in the form; persons of lists are known by their identity, {@code
 *     dependants[#12].surname}, so that a line keeps its path when another goes
 * @param from value before; null when it was empty
 * @param to value after; null when it was emptied
 * @param whose name of the person of a list that the field belongs to; null for other fields
 */
public record FieldChange(String field, String from, String to, String whose) {
  /** The change of a field that belongs to the demand or its applicant. */
  public FieldChange(String field, String from, String to) {
    this(field, from, to, null);
  }

  /** The fields that differ between two forms, in the order of their paths. */
  public static List<FieldChange> between(DemandForm before, DemandForm after) {
    Map<String, String> old = FormText.of(before);
    Map<String, String> now = FormText.of(after);
    TreeSet<String> fields = new TreeSet<>(old.keySet());
    fields.addAll(now.keySet());
    List<FieldChange> changes = new ArrayList<>();
    for (String field : fields) {
      if (!Objects.equals(old.get(field), now.get(field))) {
        String whose = FormText.whose(field, now);
        changes.add(
            new FieldChange(
                field,
                old.get(field),
                now.get(field),
                whose == null ? FormText.whose(field, old) : whose));
      }
    }
    return changes;
  }

  /** These changes as the history stores them. */
  static String written(List<FieldChange> changes) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (FieldChange change : changes) {
      JsonObjectBuilder entry = Json.createObjectBuilder().add("field", change.field());
      add(entry, "from", change.from());
      add(entry, "to", change.to());
      add(entry, "whose", change.whose());
      array.add(entry);
    }
    return array.build().toString();
  }

  private static void add(JsonObjectBuilder entry, String name, String value) {
    if (value != null) {
      entry.add(name, value);
    }
  }

  /** Changes as the history stored them; none for null. */
  static List<FieldChange> read(String json) {
    if (json == null) {
      return List.of();
    }
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(
              entry ->
                  new FieldChange(
                      entry.getString("field"),
                      entry.getString("from", null),
                      entry.getString("to", null),
                      entry.getString("whose", null)))
          .toList();
    }
  }

  /**
   * A form as it was before these changes.
   *
   * @param now the form after them
   * @param later changes, the latest first
   */
  public static DemandForm undone(DemandForm now, List<FieldChange> later) {
    Map<String, String> texts = FormText.of(now);
    for (FieldChange change : later) {
      if (change.from() == null) {
        texts.remove(change.field());
      } else {
        texts.put(change.field(), change.from());
      }
    }
    return FormText.form(texts);
  }
}
