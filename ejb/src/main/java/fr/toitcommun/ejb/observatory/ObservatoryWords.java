package fr.toitcommun.ejb.observatory;

import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.AxisKind;
import fr.toitcommun.persistence.observatory.AxisLabels;
import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.Unit;
import fr.toitcommun.persistence.reference.CodeItem;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.territory.Municipality;
import java.text.Collator;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * The words of the observatory in one language: names and definitions of indicators, axes and their
 * values. Every outlet takes them here.
 */
public final class ObservatoryWords implements AxisLabels {
  private static final Set<Axis> MAY_BE_UNKNOWN =
      EnumSet.of(
          Axis.AGE,
          Axis.MONTHLY_INCOME,
          Axis.INCOME_BAND,
          Axis.INCOME_CEILING,
          Axis.ZONE,
          Axis.RESIDENCE);

  private final Locale locale;
  private final Reference reference;
  private final LocalDate day;
  private final ResourceBundle texts;
  private final Jdbi jdbi;
  // Read when the first is to be named: most answers name none.
  private volatile Map<String, String> partners;
  private volatile Map<String, String> desks;

  /**
   * A filter in words.
   *
   * @param values what is counted alone, apart from each other by commas
   */
  public record Filter(String axis, String values) {}

  /** The words, with the code lists of a day. */
  public ObservatoryWords(Locale language, Reference reference, LocalDate day, Jdbi jdbi) {
    this.locale =
        Locale.ENGLISH.getLanguage().equals(language.getLanguage()) ? Locale.UK : Locale.FRANCE;
    this.reference = reference;
    this.day = day;
    this.texts =
        ResourceBundle.getBundle(
            ObservatoryWords.class.getPackageName() + ".observatory",
            locale,
            ObservatoryWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.jdbi = jdbi;
  }

  private Map<String, String> partners() {
    if (partners == null) {
      partners = names("select id, name from partner");
    }
    return partners;
  }

  private Map<String, String> desks() {
    if (desks == null) {
      desks = names("select id, name from registration_desk");
    }
    return desks;
  }

  private Map<String, String> names(String sql) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(sql)
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The language. */
  public Locale locale() {
    return locale;
  }

  /** A text with its values filled in. */
  public String text(String key, Object... values) {
    String pattern = texts.getString(key);
    return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
  }

  /** What an indicator is called. */
  public String name(Indicator indicator) {
    return text("indicator." + indicator);
  }

  /** What an indicator counts, in a sentence or two. */
  public String definition(Indicator indicator) {
    return text("indicator." + indicator + ".definition");
  }

  /** What a unit is called, short. */
  public String name(Unit unit) {
    return text("unit." + unit);
  }

  /** What an axis is called. */
  public String name(Axis axis) {
    return text("axis." + axis);
  }

  @Override
  public String label(Axis axis, String code) {
    if (code.equals(Axis.UNKNOWN)) {
      return text(axis == Axis.RESIDENCE ? "unknown.RESIDENCE" : "unknown");
    }
    return switch (axis.kind()) {
      case LIST ->
          axis.codes().contains(code)
              ? own(axis, code)
              : reference.label(axis.list(), code, locale);
      case BAND -> own(axis, code);
      case PARTNER -> partners().getOrDefault(code, code);
      case DESK -> desks().getOrDefault(code, code);
      case TERRITORY -> territory(axis, code);
      case TIME -> period(code);
    };
  }

  private String own(Axis axis, String code) {
    return texts.containsKey(axis + "." + code) ? text(axis + "." + code) : text(code);
  }

  private String territory(Axis axis, String code) {
    return switch (axis) {
      case DEPARTEMENT -> reference.departements().getOrDefault(code, code);
      case EPCI -> reference.epcis().getOrDefault(code, code);
      default -> reference.municipality(code).map(Municipality::name).orElse(code);
    };
  }

  private String period(String code) {
    if (code.matches("\\d{4}-\\d{2}")) {
      return DateTimeFormatter.ofPattern("MMM uuuu", locale).format(YearMonth.parse(code));
    }
    return code.replace("-T", locale.equals(Locale.UK) ? " Q" : " T");
  }

  @Override
  public List<String> order(Axis axis) {
    Stream<String> listed =
        axis.list() == null
            ? Stream.of()
            : reference.items(axis.list(), day).stream().map(CodeItem::code);
    return Stream.concat(listed, axis.codes().stream()).toList();
  }

  /** The filters of a question in words. */
  public List<Filter> filters(Question question) {
    return filters(question.filters());
  }

  /** Filters in words, in the order of their axes' values, places and partners by their names. */
  public List<Filter> filters(Map<Axis, ? extends Collection<String>> filters) {
    return filters.entrySet().stream()
        .map(one -> new Filter(name(one.getKey()), values(one.getKey(), one.getValue())))
        .toList();
  }

  private String values(Axis axis, Collection<String> codes) {
    return String.join(", ", labels(axis, codes));
  }

  /** What values of an axis are called: in its order where it has one, others by their names. */
  public List<String> labels(Axis axis, Collection<String> codes) {
    return inOrder(codes, order(axis), code -> label(axis, code), locale);
  }

  static List<String> inOrder(
      Collection<String> codes, List<String> order, UnaryOperator<String> label, Locale locale) {
    return codes.stream()
        .sorted(
            Comparator.<String>comparingInt(
                    code -> order.contains(code) ? order.indexOf(code) : order.size())
                .thenComparing(label, Collator.getInstance(locale)))
        .map(label)
        .toList();
  }

  /** Codes that a question filters by and that nobody knows, each as a fault at its parameter. */
  public List<Fault> unknownCodes(Question question) {
    return unknownCodes(question.filters());
  }

  /** Codes of filters that nobody knows, each as a fault at its parameter. */
  public List<Fault> unknownCodes(Map<Axis, Set<String>> filters) {
    return filters.entrySet().stream()
        .flatMap(
            filter ->
                filter.getValue().stream()
                    .filter(code -> !knows(filter.getKey(), code))
                    .sorted()
                    .map(code -> Fault.at("f." + filter.getKey(), "UNKNOWN_CODE", code)))
        .toList();
  }

  /** Whether a code is one of an axis, or says that its value is not known. */
  public boolean knows(Axis axis, String code) {
    return code.equals(Axis.UNKNOWN)
        || (axis.kind() == AxisKind.BAND
            ? axis.codes().contains(code)
            : !label(axis, code).equals(code));
  }

  /**
   * The values of an axis that one may choose from: those with an order in it, others by their
   * names; none of time.
   *
   * @param departements those whose places are offered
   */
  public List<Heading> values(Axis axis, List<String> departements) {
    List<Heading> values =
        new ArrayList<>(
            switch (axis.kind()) {
              case LIST, BAND -> named(axis, order(axis).stream());
              case PARTNER -> byName(axis, partners().keySet().stream());
              case DESK -> byName(axis, desks().keySet().stream());
              case TERRITORY -> byName(axis, places(axis, departements));
              case TIME -> List.of();
            });
    if (MAY_BE_UNKNOWN.contains(axis) || axis.kind() == AxisKind.LIST) {
      values.add(new Heading(Axis.UNKNOWN, label(axis, Axis.UNKNOWN)));
    }
    return values;
  }

  private Stream<String> places(Axis axis, List<String> departements) {
    if (axis == Axis.DEPARTEMENT) {
      return departements.stream();
    }
    Stream<Municipality> there =
        reference.municipalities().stream()
            .filter(one -> axis == Axis.RESIDENCE || departements.contains(one.departementCode()));
    return axis == Axis.EPCI
        ? there.map(Municipality::epciSiren).filter(Objects::nonNull).distinct()
        : there.map(Municipality::code);
  }

  private List<Heading> byName(Axis axis, Stream<String> codes) {
    Collator order = Collator.getInstance(locale);
    return named(axis, codes).stream()
        .sorted(Comparator.comparing(Heading::label, order).thenComparing(Heading::code))
        .toList();
  }

  private List<Heading> named(Axis axis, Stream<String> codes) {
    return codes.map(code -> new Heading(code, label(axis, code))).toList();
  }
}
