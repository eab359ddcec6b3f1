package fr.toitcommun.ejb.observatory;

import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Cell;
import fr.toitcommun.persistence.observatory.Counting;
import fr.toitcommun.persistence.observatory.FileOrigin;
import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.StandardTable;
import fr.toitcommun.persistence.observatory.When;
import fr.toitcommun.persistence.partner.Right;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The standard tables, live or at a date, of a territory, compared with another date. */
@Stateless
@Gated
@RolesAllowed(Right.OBSERVE)
public class StandardTables {
  @Inject private Observatory observatory;
  @Inject private Clock clock;

  /**
   * A table with its figures.
   *
   * @param filters what is counted alone, beside what the table counts
   * @param day the day it is to tell of, or the last of its period; null: now
   * @param compared the day to compare with; null: none
   */
  public TableView view(
      StandardTable table,
      Map<Axis, Set<String>> filters,
      Counting counting,
      LocalDate day,
      LocalDate compared,
      Locale language) {
    LocalDate today = LocalDate.now(clock);
    Map<Axis, Set<String>> all = new EnumMap<>(Axis.class);
    all.putAll(filters);
    all.putAll(table.filter());
    When when = table.when(day, today);
    List<Question> questions = new ArrayList<>();
    for (Indicator indicator : table.indicators()) {
      When about =
          indicator.isStock() && !table.rows().isTime() && table.span() != StandardTable.Span.DAY
              ? day == null ? When.NOW : When.on(day)
              : when;
      questions.add(new Question(indicator, table.rows(), table.split(), all, counting, about));
    }
    if (compared != null && !table.rows().isTime()) {
      questions.add(
          new Question(
              table.indicators().get(0),
              table.rows(),
              null,
              all,
              counting,
              table.when(compared, today)));
    }
    List<Answer> answers = observatory.answers(questions, language);
    Answer before =
        answers.size() > table.indicators().size() ? answers.get(answers.size() - 1) : null;
    return assembled(
        table, answers.subList(0, table.indicators().size()), before, observatory.words(language));
  }

  private static TableView assembled(
      StandardTable table, List<Answer> answers, Answer before, ObservatoryWords words) {
    Answer first = answers.get(0);
    List<TableView.Column> columns = columns(table, first, words);
    List<Heading> headings = new ArrayList<>(first.rows());
    answers.forEach(
        answer ->
            answer.rows().stream()
                .filter(one -> headings.stream().noneMatch(h -> h.code().equals(one.code())))
                .forEach(headings::add));
    Cell whole = first.total();
    boolean addsUp =
        first.question().indicator().isCount()
            && whole != null
            && first.question().counting() == Counting.FIRST;
    List<TableView.Row> rows = new ArrayList<>();
    for (Heading heading : headings) {
      List<Cell> cells = cells(table, answers, heading.code());
      Cell then = before == null ? null : before.cell(heading.code(), "");
      rows.add(row(heading, cells, addsUp ? share(cells.get(0), whole) : null, then));
    }
    Set<FileOrigin> origins = EnumSet.noneOf(FileOrigin.class);
    answers.forEach(answer -> origins.addAll(answer.origins()));
    if (before != null) {
      origins.addAll(before.origins());
    }
    return new TableView(
        table,
        columns,
        rows,
        whole == null ? null : total(table, answers, before),
        answers.stream().map(Answer::from).min(LocalDate::compareTo).orElseThrow(),
        first.to(),
        before == null ? null : before.to(),
        origins,
        answers.stream().mapToInt(Answer::hidden).sum());
  }

  private static List<TableView.Column> columns(
      StandardTable table, Answer first, ObservatoryWords words) {
    List<TableView.Column> columns = new ArrayList<>();
    for (Indicator indicator : table.indicators()) {
      columns.add(
          new TableView.Column(
              indicator,
              null,
              table.split() == null ? words.name(indicator) : words.text("table.total"),
              words.name(indicator.unit())));
    }
    if (table.split() != null) {
      first
          .columns()
          .forEach(
              heading ->
                  columns.add(
                      new TableView.Column(
                          table.indicators().get(0),
                          heading.code(),
                          words.text("split." + table.split() + "." + heading.code()),
                          words.name(table.indicators().get(0).unit()))));
    }
    return columns;
  }

  private static List<Cell> cells(StandardTable table, List<Answer> answers, String row) {
    List<Cell> cells = new ArrayList<>();
    if (table.split() == null) {
      answers.forEach(answer -> cells.add(answer.cell(row, "")));
      return cells;
    }
    Answer first = answers.get(0);
    for (int r = 0; r < first.rows().size(); r++) {
      if (first.rows().get(r).code().equals(row)) {
        cells.add(first.rowTotals().get(r));
        cells.addAll(first.cells().get(r));
      }
    }
    return cells;
  }

  private static TableView.Row total(StandardTable table, List<Answer> answers, Answer before) {
    List<Cell> cells = new ArrayList<>();
    if (table.split() == null) {
      answers.forEach(answer -> cells.add(answer.total() == null ? Cell.NONE : answer.total()));
    } else {
      cells.add(answers.get(0).total());
      cells.addAll(answers.get(0).columnTotals());
    }
    return row(new Heading("", ""), cells, null, before == null ? null : before.total());
  }

  private static TableView.Row row(Heading heading, List<Cell> cells, Double share, Cell then) {
    Double now = cells.get(0).value();
    Double change =
        then == null || then.value() == null || now == null || then.value() == 0
            ? null
            : (now - then.value()) / then.value() * 100;
    return new TableView.Row(heading, cells, share, then, change);
  }

  private static Double share(Cell cell, Cell whole) {
    return cell.value() == null || whole.value() == null || whole.value() == 0
        ? null
        : cell.value() / whole.value() * 100;
  }
}
