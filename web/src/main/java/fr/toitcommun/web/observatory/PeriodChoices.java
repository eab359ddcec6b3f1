package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.InquiryChoices;
import fr.toitcommun.web.observatory.QueryForm.Group;
import fr.toitcommun.web.observatory.QueryForm.Option;
import fr.toitcommun.web.shell.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The times that a question is usually asked of: now, spans and years, the days of the files. */
final class PeriodChoices {
  private static final int YEARS = 10;

  private final InquiryChoices choices;
  private final Texts texts;

  PeriodChoices(InquiryChoices choices, Texts texts) {
    this.choices = choices;
    this.texts = texts;
  }

  /**
   * The times, that of these days chosen.
   *
   * @param from first day as the address says it; null: now
   * @param to last day
   */
  List<Group> groups(String from, String to) {
    String first = from == null ? to : from;
    String chosen = first == null ? "" : first + "/" + (to == null ? first : to);
    LocalDate today = choices.today();
    List<Option> spans = new ArrayList<>();
    spans.add(option(today.minusYears(1).plusDays(1), today, "query.span.year", chosen));
    spans.add(option(today.minusYears(3).plusDays(1), today, "query.span.three", chosen));
    spans.add(
        option(today.minusYears(YEARS - 1L).withDayOfYear(1), today, "query.span.ten", chosen));
    List<Option> years = new ArrayList<>();
    for (int year = today.getYear(); year >= today.getYear() - YEARS; year--) {
      String code = year + "-01-01/" + year + "-12-31";
      years.add(
          Option.of(code, texts.say("query.calendar", String.valueOf(year)), code.equals(chosen)));
    }
    List<Option> files =
        choices.snapshots().stream()
            .map(
                day ->
                    Option.of(day + "/" + day, texts.date(day), (day + "/" + day).equals(chosen)))
            .toList();
    List<Group> groups = new ArrayList<>();
    groups.add(
        new Group(
            texts.say("query.live"),
            List.of(Option.of(AskedParts.NOW, texts.say("query.now"), chosen.isEmpty()))));
    groups.add(new Group(texts.say("query.spans"), spans));
    groups.add(new Group(texts.say("query.years"), years));
    if (!files.isEmpty()) {
      groups.add(new Group(texts.say("query.files"), files));
    }
    return groups;
  }

  /**
   * The same, and last the days of the address where none of these has them: also such as are
   * refused, as they were typed.
   */
  List<Group> withOther(String from, String to) {
    List<Group> times = new ArrayList<>(groups(from, to));
    if (from != null
        && times.stream().flatMap(group -> group.options().stream()).noneMatch(Option::chosen)) {
      String last = to == null ? from : to;
      String label =
          from.equals(last)
              ? TypedChoices.told(from, texts)
              : texts.say(
                  "map.period", TypedChoices.told(from, texts), TypedChoices.told(last, texts));
      times.add(
          new Group(
              texts.say("map.otherPeriod"), List.of(Option.of(from + "/" + last, label, true))));
    }
    return times;
  }

  private Option option(LocalDate from, LocalDate to, String key, String chosen) {
    String code = from + "/" + to;
    return Option.of(code, texts.say(key), code.equals(chosen));
  }
}
