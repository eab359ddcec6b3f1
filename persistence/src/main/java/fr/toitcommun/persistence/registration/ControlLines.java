package fr.toitcommun.persistence.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes lines of the table of controls for one place of a form, such as every signer: each method
 * is one kind of control.
 *
 * @param <F> the form
 * @param <T> what stands at that place
 */
final class ControlLines<F, T> {
  /**
   * One thing at its place.
   *
   * @param path where it is in the form; empty: the form itself
   * @param owner which person it is of, to find it again in the stored form; empty: nobody's
   */
  record Place<T>(String path, String owner, T of) {
    String at(String field) {
      return path.isEmpty() || field.isEmpty() ? path + field : path + "." + field;
    }
  }

  /** A check that words cannot say shorter. */
  interface Rule<T> extends BiPredicate<T, LocalDate> {}

  private final FormSection section;
  private final String article;
  private final String where;
  private final Function<F, Stream<Place<T>>> places;

  /**
   * @param where the place as documents write it, such as {@code dependants[]}; empty: the form
   */
  ControlLines(
      FormSection section, String article, String where, Function<F, Stream<Place<T>>> places) {
    this.section = section;
    this.article = article;
    this.where = where;
    this.places = places;
  }

  /** The same place in another section. */
  ControlLines<F, T> in(FormSection other, String ofArticle) {
    return new ControlLines<>(other, ofArticle, where, places);
  }

  /** Cannot be registered without it (R.441-2-3). */
  Control<F> required(String id, String field, Function<T, ?> value) {
    return of(
        id,
        Severity.INVALID,
        field,
        "REQUIRED",
        (one, day) -> !stated(value.apply(one)),
        List.of());
  }

  /** May be told later. */
  Control<F> wanted(String id, String field, Function<T, ?> value) {
    return wanted(id, field, one -> true, value);
  }

  /** May be told later, where it is asked for at all. */
  Control<F> wanted(String id, String field, Predicate<T> asked, Function<T, ?> value) {
    return of(
        id,
        Severity.INCOMPLETE,
        field,
        "MISSING",
        (one, day) -> asked.test(one) && !stated(value.apply(one)),
        List.of());
  }

  /** Must lie between these, both included. */
  Control<F> range(String id, String field, Function<T, Integer> value, int lowest, int highest) {
    return of(
        id,
        Severity.INVALID,
        field,
        "OUT_OF_RANGE",
        (one, day) -> {
          Integer number = value.apply(one);
          return number != null && (number < lowest || number > highest);
        },
        List.of(lowest, highest));
  }

  /** Must be written like this. */
  Control<F> format(
      String id, String field, Function<T, String> value, Pattern pattern, String code) {
    return of(
        id,
        Severity.INVALID,
        field,
        code,
        (one, day) ->
            stated(value.apply(one)) && !pattern.matcher(value.apply(one).strip()).matches(),
        List.of());
  }

  /** Is wrong when the rule says so. */
  Control<F> invalid(String id, String field, String code, Rule<T> wrong, Object... arguments) {
    return of(id, Severity.INVALID, field, code, wrong, List.of(arguments));
  }

  /** Is asked about when the rule says so. */
  Control<F> doubtful(String id, String field, String code, Rule<T> odd, Object... arguments) {
    return of(id, Severity.DOUBTFUL, field, code, odd, List.of(arguments));
  }

  private Control<F> of(
      String id,
      Severity severity,
      String field,
      String code,
      Rule<T> wrong,
      List<Object> arguments) {
    return line(
        id,
        severity,
        field,
        code,
        arguments,
        (place, context) ->
            wrong.test(place.of(), context.today())
                ? Stream.of(Fault.at(place.at(field), code, arguments.toArray()))
                : Stream.empty());
  }

  /** Must lie between these days, both included. */
  Control<F> days(
      String id,
      String field,
      Function<T, LocalDate> value,
      Function<LocalDate, LocalDate> first,
      Function<LocalDate, LocalDate> last) {
    return line(
        id,
        Severity.INVALID,
        field,
        "DATE_OUT_OF_RANGE",
        List.of(),
        (place, context) -> {
          LocalDate day = value.apply(place.of());
          LocalDate from = first.apply(context.today());
          LocalDate to = last.apply(context.today());
          return day == null || !day.isBefore(from) && !day.isAfter(to)
              ? Stream.empty()
              : Stream.of(Fault.at(place.at(field), "DATE_OUT_OF_RANGE", from, to));
        });
  }

  /**
   * Must be a code of this list in use today. One that the stored form holds at the same place may
   * stay, though it is no longer offered: nobody has to change what they did not touch.
   */
  Control<F> code(String id, String field, Function<T, String> value, String list) {
    return codes(id, field, one -> Stream.ofNullable(value.apply(one)).toList(), false, list);
  }

  /** As {@link #code}, for a field that holds several. */
  Control<F> codes(
      String id, String field, Function<T, List<String>> values, boolean numbered, String list) {
    return line(
        id,
        Severity.INVALID,
        field,
        "UNKNOWN_CODE",
        List.of(),
        (place, context) -> {
          List<String> stated = Objects.requireNonNullElse(values.apply(place.of()), List.of());
          return Stream.iterate(0, i -> i < stated.size(), i -> i + 1)
              .filter(i -> stated(stated.get(i)))
              .filter(i -> !context.reference().isValid(list, stated.get(i), context.today()))
              .filter(i -> !kept(place, values, list, stated.get(i), context))
              .map(
                  i ->
                      Fault.at(
                          place.at(field) + (numbered ? "[" + i + "]" : ""),
                          "UNKNOWN_CODE",
                          shortened(stated.get(i))));
        });
  }

  private boolean kept(
      Place<T> place,
      Function<T, List<String>> values,
      String list,
      String code,
      ControlContext<F> context) {
    return context.stored() != null
        && context.reference().isKnown(list, code)
        && places
            .apply(context.stored())
            .filter(before -> before.owner().equals(place.owner()))
            .anyMatch(before -> values.apply(before.of()).contains(code));
  }

  /** A line whose faults are its own matter. */
  Control<F> line(
      String id,
      Severity severity,
      String field,
      String code,
      List<Object> arguments,
      java.util.function.BiFunction<Place<T>, ControlContext<F>, Stream<Fault>> faults) {
    String documented = new Place<T>(where, "", null).at(field);
    return new Control<>(
        id,
        severity,
        section,
        documented,
        code,
        arguments.stream().map(String::valueOf).toList(),
        article,
        (form, context) ->
            places
                .apply(form)
                .flatMap(place -> faults.apply(place, context))
                .map(fault -> fault.by(id)));
  }

  static boolean stated(Object value) {
    return value != null
        && !(value instanceof String text && text.isBlank())
        && !(value instanceof List<?> list && list.isEmpty());
  }

  static String shortened(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "…";
  }
}
