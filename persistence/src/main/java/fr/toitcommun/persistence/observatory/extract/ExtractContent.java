package fr.toitcommun.persistence.observatory.extract;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be extracted.
 *
 * @param question of a table, the question as its link writes it; null otherwise
 * @param from first day of a period of facts, day of a snapshot; null: that which is the latest
 * @param to last day of a period of facts; null otherwise
 * @param filters codes kept, by the name of their axis
 * @param columns names of axes that become columns; empty: all there are
 */
public record ExtractContent(
    ExtractKind kind,
    String question,
    LocalDate from,
    LocalDate to,
    Map<String, List<String>> filters,
    List<String> columns) {

  /** Nothing of it changes afterwards. */
  public ExtractContent {
    filters = filters == null ? Map.of() : copy(filters);
    columns = columns == null ? List.of() : List.copyOf(columns);
  }

  private static Map<String, List<String>> copy(Map<String, List<String>> filters) {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    filters.forEach(
        (axis, codes) -> copy.put(axis, codes == null ? List.of() : List.copyOf(codes)));
    return copy;
  }

  /** A table: the answer to this question. */
  public static ExtractContent table(String question) {
    return new ExtractContent(ExtractKind.TABLE, question, null, null, Map.of(), List.of());
  }

  /** As it is kept. */
  public String written() {
    JsonObjectBuilder json = Json.createObjectBuilder().add("kind", kind.name());
    add(json, "question", question);
    add(json, "from", from);
    add(json, "to", to);
    JsonObjectBuilder kept = Json.createObjectBuilder();
    filters.forEach((axis, codes) -> kept.add(axis, array(codes)));
    return json.add("filters", kept).add("columns", array(columns)).build().toString();
  }

  private static void add(JsonObjectBuilder json, String name, Object value) {
    if (value != null) {
      json.add(name, value.toString());
    }
  }

  private static JsonArrayBuilder array(Collection<String> values) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    values.forEach(array::add);
    return array;
  }

  /** What was written. */
  public static ExtractContent read(String written) {
    try (JsonReader reader = Json.createReader(new StringReader(written))) {
      JsonObject json = reader.readObject();
      Map<String, List<String>> filters = new LinkedHashMap<>();
      JsonObject kept = json.getJsonObject("filters");
      kept.keySet().forEach(axis -> filters.put(axis, words(kept, axis)));
      return new ExtractContent(
          ExtractKind.valueOf(json.getString("kind")),
          json.getString("question", null),
          day(json, "from"),
          day(json, "to"),
          filters,
          words(json, "columns"));
    }
  }

  private static List<String> words(JsonObject json, String name) {
    return json.getJsonArray(name).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }

  private static LocalDate day(JsonObject json, String name) {
    String day = json.getString(name, null);
    return day == null ? null : LocalDate.parse(day);
  }
}
