package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.ObservatoryWords;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Counting;
import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Inquiry;
import fr.toitcommun.persistence.observatory.QuestionLink;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form of the query page: what may be chosen, and what of it the address says. */
@Named
@RequestScoped
public class QueryForm {
  private static final int NAMED = 4;
  private static final int TEN = 10;

  @Inject private BuildQuery query;
  @Inject private Texts texts;

  /**
   * Something to choose.
   *
   * @param explained a definition; null: there is none
   * @param goesWith axes that it may be told apart by, apart from each other by spaces
   */
  public record Option(
      String code, String label, boolean chosen, String explained, String goesWith) {
    static Option of(String code, String label, boolean chosen) {
      return new Option(code, label, chosen, null, null);
    }
  }

  /** What is chosen from together. */
  public record Group(String label, List<Option> options) {}

  /**
   * A filter.
   *
   * @param chosen its chosen values in words; empty: none is yet
   * @param values those chosen that are not offered, such as places of others, stand last
   * @param without query of the address without it
   */
  public record Filter(
      Axis axis, String name, String chosen, List<Option> values, String without) {}

  private ObservatoryWords words() {
    return query.choices().words();
  }

  private Indicator indicator() {
    String name = query.asked().part("indicator");
    return name == null ? Indicator.ACTIVE : Indicator.named(name).orElse(Indicator.ACTIVE);
  }

  /** The indicators: what stands, what happens, what is worked out of them. */
  public List<Group> getIndicators() {
    return List.of(
        indicators("stock", one -> one.isCount() && one.isStock()),
        indicators("flow", one -> one.isCount() && !one.isStock()),
        indicators("ratio", one -> !one.isCount()));
  }

  private Group indicators(String kind, Predicate<Indicator> kept) {
    return new Group(
        texts.say("query.kind." + kind),
        Arrays.stream(Indicator.values())
            .filter(kept)
            .map(
                one ->
                    new Option(
                        one.name(),
                        words().name(one),
                        one == indicator(),
                        words().definition(one),
                        one.axes().stream().map(Axis::name).collect(Collectors.joining(" "))))
            .toList());
  }

  /** The definition of the indicator chosen. */
  public String getDefinition() {
    return words().definition(indicator());
  }

  /** What the rows may be. */
  public List<Group> getRows() {
    return axes(chosen("rows"), false);
  }

  /** What the columns may be. */
  public List<Group> getColumns() {
    return axes(chosen("columns"), false);
  }

  /** What one more filter may be of. */
  public List<Group> getMore() {
    return axes(null, true);
  }

  private Axis chosen(String part) {
    String name = query.asked().part(part);
    return name == null ? null : Axis.named(name).orElse(null);
  }

  private List<Group> axes(Axis chosen, boolean toFilter) {
    Set<Axis> left = EnumSet.allOf(Axis.class);
    if (toFilter) {
      left.removeIf(Axis::isTime);
      query.asked().filtered().forEach(left::remove);
    }
    return Arrays.stream(AxisGroup.values())
        .map(
            group ->
                new Group(
                    texts.say("query.axes." + group),
                    group.axes().stream()
                        .filter(left::contains)
                        .map(axis -> Option.of(axis.name(), words().name(axis), axis == chosen))
                        .toList()))
        .filter(group -> !group.options().isEmpty())
        .toList();
  }

  /** The filters, with those that have no value yet. */
  public List<Filter> getFilters() {
    return query.asked().filtered().stream().map(this::filter).toList();
  }

  private Filter filter(Axis axis) {
    List<String> chosen = query.asked().codes(axis);
    List<String> names = words().labels(axis, chosen);
    String told = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return new Filter(
        axis,
        words().name(axis),
        names.size() > NAMED ? texts.say("query.andMore", told, names.size() - NAMED) : told,
        values(axis, query.choices().values(axis), chosen, code -> words().label(axis, code)),
        query.asked().with(QuestionLink.FILTER + axis, null));
  }

  static List<Option> values(
      Axis axis, List<Heading> offered, List<String> chosen, UnaryOperator<String> label) {
    Set<String> left = new LinkedHashSet<>(chosen);
    List<Option> values = new ArrayList<>();
    for (Heading value : offered) {
      values.add(Option.of(value.code(), named(axis, value), left.remove(value.code())));
    }
    // What is chosen is sent again with the form, whoever made the link.
    for (String code : left) {
      values.add(Option.of(code, named(axis, new Heading(code, label.apply(code))), true));
    }
    return values;
  }

  /** Municipalities of one name are told apart by the first figures of their code. */
  private static String named(Axis axis, Heading value) {
    return (axis == Axis.MUNICIPALITY || axis == Axis.RESIDENCE)
            && !value.code().equals(Axis.UNKNOWN)
            && !value.label().equals(value.code())
        ? value.label() + " (" + value.code().substring(0, 2) + ")"
        : value.label();
  }

  /** The rules of counting. */
  public List<Option> getCountings() {
    boolean any = Counting.ANY.name().equalsIgnoreCase(query.asked().part("counting"));
    return Stream.of(Counting.values())
        .map(
            one ->
                Option.of(
                    one.name(), texts.say("query.counting." + one), any == (one == Counting.ANY)))
        .toList();
  }

  /** The times that may be chosen by name. */
  public List<Group> getPeriods() {
    return new PeriodChoices(query.choices(), texts).groups(getFrom(), getTo());
  }

  /** Whether the days are of no time that has a name. */
  public boolean isOther() {
    return (getFrom() != null || getTo() != null)
        && getPeriods().stream()
            .flatMap(group -> group.options().stream())
            .noneMatch(Option::chosen);
  }

  public String getFrom() {
    return query.asked().part("from");
  }

  public String getTo() {
    return query.asked().part("to");
  }

  public String getCompared() {
    return query.asked().part(Inquiry.COMPARED);
  }

  /** What the part of the question is called that a fault is at. */
  public String name(Fault fault) {
    String field = fault.field();
    if (field.startsWith(QuestionLink.FILTER)) {
      return Axis.named(field.substring(QuestionLink.FILTER.length()))
          .map(words()::name)
          .orElseGet(() -> texts.say("query.filters"));
    }
    return texts.say("query.fault." + field);
  }

  /** The part of the page where a fault is mended. */
  public String place(Fault fault) {
    String field = fault.field();
    if (field.equals("counting")) {
      return "countings";
    }
    boolean unknown =
        field.startsWith(QuestionLink.FILTER)
            && Axis.named(field.substring(QuestionLink.FILTER.length())).isEmpty();
    return unknown ? "filters" : field.replace('.', '_');
  }

  /** Questions to begin with; their code is the query of their address. */
  public List<Option> getExamples() {
    LocalDate today = query.choices().today();
    String tenYears = "&from=" + today.minusYears(TEN - 1L).withDayOfYear(1) + "&to=" + today;
    return List.of(
        example("age", "indicator=ACTIVE&rows=AGE&columns=TRANSFER"),
        example("epci", "indicator=ACTIVE&rows=EPCI"),
        example("months", "indicator=REGISTERED&rows=MONTH"),
        example("years", "indicator=SATISFIED&rows=YEAR&columns=TYPE" + tenYears),
        example("delay", "indicator=DELAY_MEDIAN&rows=TYPE"),
        example("refusals", "indicator=REFUSED&rows=REFUSAL_MOTIVE"),
        example("tension", "indicator=TENSION&rows=EPCI"));
  }

  private Option example(String name, String link) {
    return Option.of(link, texts.say("query.example." + name), false);
  }
}
