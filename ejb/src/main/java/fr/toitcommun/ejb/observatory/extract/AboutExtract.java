package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.ejb.observatory.ObservatoryWords;
import fr.toitcommun.ejb.observatory.extract.ExtractBook.About;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.CountingRule;
import fr.toitcommun.persistence.observatory.FactPeriod;
import fr.toitcommun.persistence.observatory.FileOrigin;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.ObservatoryFile;
import fr.toitcommun.persistence.observatory.extract.ExtractKind;
import fr.toitcommun.persistence.observatory.extract.ExtractRow;
import fr.toitcommun.persistence.observatory.report.ReportOrder;
import fr.toitcommun.persistence.partner.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the first sheet of an extract says: what, as of when, of whom, how counted, what is secret.
 */
final class AboutExtract {
  private final ExtractTexts texts;
  private final ObservatoryWords words;
  private final Clock clock;
  private final List<About> lines = new ArrayList<>();

  AboutExtract(
      ExtractTexts texts, ObservatoryWords words, ExtractRow row, Scope scope, Clock clock) {
    this.texts = texts;
    this.words = words;
    this.clock = clock;
    add("title", row.name());
    add("what", texts.say("kind." + row.content().kind()));
    add("madeAt", moment());
    add(
        "territory",
        texts.say(
            "scope.partner",
            row.partnerName(),
            scope.departements().stream()
                .map(code -> words.label(Axis.DEPARTEMENT, code))
                .collect(Collectors.joining(", "))));
  }

  /** Rows of demands or of what happened to them, those that some filters leave. */
  void byDemand(ExtractKind kind, Map<Axis, Set<String>> filters) {
    add("filters", filtered(new TreeMap<>(filters)));
    add("counting", texts.say(kind == ExtractKind.FACTS ? "counting.facts" : "counting.rows"));
    add("secrecy", texts.say("secrecy.rows"));
  }

  private void add(String what, String said) {
    lines.add(new About(texts.say("about." + what), said));
  }

  private String moment() {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(texts.locale())
        .format(ZonedDateTime.now(clock))
        .replace('\u202f', '\u00a0');
  }

  private String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(texts.locale())
        .format(day);
  }

  private String filtered(Map<Axis, ? extends Collection<String>> filters) {
    return filters.isEmpty()
        ? texts.say("about.noFilter")
        : words.filters(filters).stream()
            .map(filter -> filter.axis() + " = " + filter.values())
            .collect(Collectors.joining(" ; "));
  }

  /** A table of the observatory. */
  void table(Answer answer, int threshold) {
    add("indicator", words.name(answer.question().indicator()));
    add("definition", words.definition(answer.question().indicator()));
    add("asOf", period(answer.from(), answer.to()));
    add("filters", filtered(new TreeMap<>(answer.question().filters())));
    counting(answer.question().countingRules());
    add("secrecy", texts.say("secrecy.table", threshold));
    untold(answer);
    add(
        "source",
        answer.isKnown() ? sources(answer.origins(), answer.live()) : texts.say("origin.nobody"));
  }

  private void counting(List<CountingRule> rules) {
    if (!rules.isEmpty()) {
      add(
          "counting",
          rules.stream()
              .map(rule -> texts.say("counting." + rule))
              .collect(Collectors.joining(" ")));
    }
  }

  private void untold(Answer answer) {
    if (answer.untold().isEmpty()) {
      return;
    }
    Indicator indicator = answer.question().indicator();
    boolean days = indicator.countsStock();
    add(
        days ? "untoldDays" : "untold",
        texts.say(
            days ? "untold.days" : "untold.months",
            spans(
                answer.untold(),
                indicator.isStock() ? step(answer.question().time()) : Period.ofMonths(1),
                days ? this::day : this::month)));
  }

  /** From one day of a series of stocks to the next; what happens is lacking by the month. */
  private static Period step(Axis time) {
    return time == Axis.YEAR
        ? Period.ofYears(1)
        : time == Axis.QUARTER ? Period.ofMonths(3) : Period.ofMonths(1);
  }

  /** Dates in words, those that follow one another as the first and the last. */
  private String spans(List<LocalDate> dates, Period between, Function<LocalDate, String> said) {
    List<String> spans = new ArrayList<>();
    for (int i = 0; i < dates.size(); i++) {
      int first = i;
      while (i + 1 < dates.size() && dates.get(i + 1).equals(dates.get(i).plus(between))) {
        i++;
      }
      String begins = said.apply(dates.get(first));
      spans.add(first == i ? begins : texts.say("span", begins, said.apply(dates.get(i))));
    }
    return String.join(", ", spans);
  }

  private String month(LocalDate month) {
    return DateTimeFormatter.ofPattern("LLLL uuuu", texts.locale()).format(month);
  }

  private String period(LocalDate from, LocalDate to) {
    return from.equals(to) ? day(from) : texts.say("period", day(from), day(to));
  }

  /** Rows of the live base. */
  void live() {
    add("asOf", texts.say("asOf.now", moment()));
    add("source", sources(Set.of(), true));
  }

  /** Rows of a snapshot; none where there is none. */
  void snapshot(List<ObservatoryFile> files) {
    add(
        "asOf",
        files.isEmpty()
            ? texts.say("about.none")
            : texts.say("asOf.snapshot", day(files.get(0).day())));
    add("source", sources(origins(files), false));
  }

  /** What happened in a period. */
  void facts(LocalDate from, LocalDate to, List<ObservatoryFile> closed, FactPeriod period) {
    add("asOf", period(from, to));
    if (!period.untold().isEmpty()) {
      add("untold", texts.say("untold", spans(period.untold(), Period.ofMonths(1), this::month)));
    }
    add("source", sources(origins(closed), !period.live().isEmpty()));
  }

  private static Set<FileOrigin> origins(List<ObservatoryFile> files) {
    return files.stream().map(ObservatoryFile::origin).collect(Collectors.toSet());
  }

  private String sources(Set<FileOrigin> origins, boolean live) {
    List<String> said = new ArrayList<>();
    new TreeSet<>(origins).forEach(origin -> said.add(texts.say("origin." + origin)));
    if (live) {
      said.add(texts.say("origin.live"));
    }
    return String.join(", ", said);
  }

  /** Reports. */
  void reports(ReportOrder order, int number) {
    add("report", texts.say("report." + order.kind()));
    if (order.axis() != null) {
      add("axis", words.name(order.axis()));
    }
    add("year", String.valueOf(order.year()));
    add("reports", texts.say("number", number));
  }

  /** How many rows there are. */
  void rows(long total) {
    add("rows", texts.say("number", total));
  }

  /** What is said. */
  List<About> lines() {
    return Collections.unmodifiableList(lines);
  }
}
