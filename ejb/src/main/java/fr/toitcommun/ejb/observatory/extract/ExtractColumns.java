package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.ejb.observatory.ObservatoryWords;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Fact;
import fr.toitcommun.persistence.observatory.extract.ColumnType;
import fr.toitcommun.persistence.observatory.extract.ExtractColumn;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.territory.Municipality;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** The columns of extracts: their names here, the names of axes and values where all have them. */
final class ExtractColumns {
  private final ExtractTexts texts;
  private final ObservatoryWords words;
  private final Reference reference;
  private final Jdbi jdbi;

  ExtractColumns(ExtractTexts texts, ObservatoryWords words, Reference reference, Jdbi jdbi) {
    this.jdbi = jdbi;
    this.texts = texts;
    this.words = words;
    this.reference = reference;
  }

  /** The axes that rows may have as columns. */
  static List<Axis> offered(boolean facts) {
    return Axis.kept().stream().filter(axis -> facts || !axis.isOfFactsOnly()).toList();
  }

  /** The column of an axis, its codes those of its list or of the file's territory. */
  ExtractColumn of(Axis axis) {
    return of(axis, codes(axis));
  }

  /** The column of an axis with these codes alone. */
  ExtractColumn of(Axis axis, Collection<String> codes) {
    Map<String, String> labels = new LinkedHashMap<>();
    codes.forEach(code -> labels.put(code, words.label(axis, code)));
    return ExtractColumn.coded(
        texts.say("name." + axis), words.name(axis), texts.say("meaning." + axis), labels);
  }

  private List<String> codes(Axis axis) {
    return switch (axis.kind()) {
      case LIST, BAND -> words.order(axis);
      case TERRITORY -> territories(axis);
      case PARTNER -> identities("partner");
      case DESK -> identities("registration_desk");
      case TIME -> List.of();
    };
  }

  private List<String> identities(String table) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select id from " + table + " order by id")
                .mapTo(String.class)
                .list());
  }

  private List<String> territories(Axis axis) {
    Stream<String> all =
        switch (axis) {
          case DEPARTEMENT -> reference.departements().keySet().stream();
          case EPCI ->
              reference.municipalities().stream()
                  .map(Municipality::epciSiren)
                  .filter(Objects::nonNull);
          default -> reference.municipalities().stream().map(Municipality::code);
        };
    return all.distinct().sorted().toList();
  }

  /** The row's number, drawn by lot. */
  ExtractColumn row() {
    return own("row", ColumnType.INTEGER, "");
  }

  /** The months waited. */
  ExtractColumn months() {
    return own("months", ColumnType.INTEGER, texts.say("unit.months"));
  }

  /** What happened. */
  ExtractColumn fact() {
    Map<String, String> labels = new LinkedHashMap<>();
    for (Fact fact : Fact.values()) {
      labels.put(fact.name(), texts.say("fact." + fact));
    }
    return ExtractColumn.coded(
        texts.say("name.fact"), texts.say("label.fact"), texts.say("meaning.fact"), labels);
  }

  /** The month in which it took effect. */
  ExtractColumn month() {
    return own("month", ColumnType.TEXT, "");
  }

  private ExtractColumn own(String name, ColumnType type, String unit) {
    return ExtractColumn.of(
        texts.say("name." + name),
        type,
        texts.say("label." + name),
        texts.say("meaning." + name),
        unit);
  }
}
