package fr.toitcommun.persistence.observatory.extract;

import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.report.ReportCollection;
import fr.toitcommun.persistence.observatory.report.ReportKind;
import fr.toitcommun.persistence.territory.TerritoryLevel;
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
import java.util.Objects;

/**
 * What is to be extracted.
 *
 * @param question of a table, the question as its link writes it; null otherwise
 * @param from first day of a period of facts, day of a snapshot; null: that which is the latest
 * @param to last day of a period of facts; null otherwise
 * @param filters codes kept, by the name of their axis
 * @param columns names of axes that become columns; empty: all there are
 * @param reports which reports; null: it is of rows
 */
public record ExtractContent(
    ExtractKind kind,
    String question,
    LocalDate from,
    LocalDate to,
    Map<String, List<String>> filters,
    List<String> columns,
    ReportCollection reports) {

  /** Nothing of it changes afterwards. */
  public ExtractContent {
    filters = filters == null ? Map.of() : copy(filters);
    columns = columns == null ? List.of() : stated(columns);
  }

  /** Rows. */
  public ExtractContent(
      ExtractKind kind,
      String question,
      LocalDate from,
      LocalDate to,
      Map<String, List<String>> filters,
      List<String> columns) {
    this(kind, question, from, to, filters, columns, null);
  }

  private static Map<String, List<String>> copy(Map<String, List<String>> filters) {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    filters.forEach((axis, codes) -> copy.put(axis, codes == null ? List.of() : stated(codes)));
    return copy;
  }

  /** What a system sends as null is no word of any list, and is refused as such. */
  private static List<String> stated(List<String> words) {
    return words.stream().map(word -> Objects.requireNonNullElse(word, "")).toList();
  }

  /** A table: the answer to this question. */
  public static ExtractContent table(String question) {
    return new ExtractContent(ExtractKind.TABLE, question, null, null, Map.of(), List.of());
  }

  /** A report for each territory. */
  public static ExtractContent collection(ReportCollection reports) {
    return new ExtractContent(ExtractKind.REPORTS, null, null, null, Map.of(), List.of(), reports);
  }

  /**
   * What it is in one line, for the journal: codes, no names, so that it can be told afterwards
   * what was taken out.
   */
  public String told() {
    StringBuilder told = new StringBuilder(kind.name());
    tell(told, "question", question);
    tell(told, "from", from);
    tell(told, "to", to);
    if (kind.isByDemand()) {
      tell(told, "columns", columns.isEmpty() ? "all" : String.join(",", columns));
    }
    if (reports != null) {
      tell(told, "report", reports.kind());
      tell(told, "by", reports.level());
      tell(told, "in", reports.within());
      tell(told, "of", reports.year());
      tell(told, "axis", reports.axis());
    }
    filters.forEach((axis, codes) -> tell(told, axis, String.join(",", codes)));
    return told.toString();
  }

  private static void tell(StringBuilder told, String name, Object value) {
    if (value != null) {
      told.append(' ').append(name).append('=').append(value);
    }
  }

  /** As it is kept. */
  public String written() {
    JsonObjectBuilder json = Json.createObjectBuilder().add("kind", kind.name());
    add(json, "question", question);
    add(json, "from", from);
    add(json, "to", to);
    JsonObjectBuilder kept = Json.createObjectBuilder();
    filters.forEach((axis, codes) -> kept.add(axis, array(codes)));
    if (reports != null) {
      JsonObjectBuilder collection = Json.createObjectBuilder();
      add(collection, "kind", reports.kind());
      add(collection, "level", reports.level());
      add(collection, "within", reports.within());
      add(collection, "year", reports.year());
      add(collection, "axis", reports.axis());
      json.add("reports", collection);
    }
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
          words(json, "columns"),
          json.containsKey("reports") ? reports(json.getJsonObject("reports")) : null);
    }
  }

  private static ReportCollection reports(JsonObject json) {
    String year = json.getString("year", null);
    String axis = json.getString("axis", null);
    return new ReportCollection(
        ReportKind.valueOf(json.getString("kind")),
        TerritoryLevel.valueOf(json.getString("level")),
        json.getString("within", null),
        year == null ? null : Integer.valueOf(year),
        axis == null ? null : Axis.valueOf(axis));
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
