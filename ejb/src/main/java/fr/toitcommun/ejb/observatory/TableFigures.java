package fr.toitcommun.ejb.observatory;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a standard table asks, and the table that the answers make.
 *
 * @param questions one for each indicator told, then that of the time compared with
 * @param told the indicators of the table that can be told of what is counted
 * @param left those that cannot
 * @param compared whether the last question is of the time compared with
 */
record TableFigures(
    StandardTable table,
    List<Question> questions,
    List<Indicator> told,
    List<Indicator> left,
    boolean compared) {

  static TableFigures of(
      StandardTable table,
      Map<Axis, Set<String>> filters,
      Counting counting,
      LocalDate day,
      LocalDate compared,
      LocalDate today) {
    Map<Axis, Set<String>> all = new EnumMap<>(Axis.class);
    all.putAll(filters);
    all.putAll(table.filter());
    List<Question> questions = new ArrayList<>();
    List<Indicator> told = new ArrayList<>();
    List<Indicator> left = new ArrayList<>();
    for (Indicator indicator : table.indicators()) {
      Question question =
          new Question(
              indicator,
              table.rows(),
              table.split(),
              all,
              counting,
              when(table, indicator, day, today));
      boolean suits = question.faults().isEmpty();
      (suits ? told : left).add(indicator);
      if (suits) {
        questions.add(question);
      }
    }
    boolean beside = compared != null && !table.rows().isTime();
    if (beside) {
      questions.add(
          questions.get(0).by(table.rows(), null).at(when(table, told.get(0), compared, today)));
    }
    return new TableFigures(table, questions, told, left, beside);
  }

  /** What stands is told of the day itself, where others of the table tell of a period up to it. */
  private static When when(
      StandardTable table, Indicator indicator, LocalDate day, LocalDate today) {
    boolean stands =
        indicator.isStock() && !table.rows().isTime() && table.span() != StandardTable.Span.DAY;
    return !stands ? table.when(day, today) : day == null ? When.NOW : When.on(day);
  }

  /** The table that the answers to the questions make, in their order. */
  TableView view(List<Answer> all, List<TableView.Column> columns) {
    List<Answer> answers = all.subList(0, told.size());
    Answer before = compared ? all.get(told.size()) : null;
    Answer first = answers.get(0);
    Cell whole = first.total();
    boolean shares =
        first.question().indicator().isCount()
            && whole != null
            && !table.rows().isTime()
            && !first.question().isInEach(table.rows());
    List<TableView.Row> rows = new ArrayList<>();
    for (Heading heading : Heading.ofRows(all)) {
      List<Cell> cells = cells(answers, heading.code());
      Cell then = before == null ? null : before.ofRow(heading.code());
      rows.add(row(heading, cells, shares ? share(cells.get(0), whole) : null, then));
    }
    Set<FileOrigin> origins = EnumSet.noneOf(FileOrigin.class);
    all.forEach(answer -> origins.addAll(answer.origins()));
    return new TableView(
        table,
        columns,
        rows,
        whole == null ? null : total(answers, before, shares),
        shares,
        answers.stream().map(Answer::from).min(LocalDate::compareTo).orElseThrow(),
        first.to(),
        before == null ? null : When.from(before.from(), before.to()),
        origins,
        answers.stream().allMatch(answer -> answer.origins().isEmpty() && answer.isKnown()),
        answers.stream().anyMatch(Answer::isKnown),
        left,
        all.stream().mapToInt(Answer::hidden).sum());
  }

  private static List<String> codes(List<Heading> headings) {
    return headings.stream().map(Heading::code).toList();
  }

  private List<Cell> cells(List<Answer> answers, String row) {
    List<Cell> cells = new ArrayList<>();
    if (table.split() == null) {
      answers.forEach(answer -> cells.add(answer.ofRow(row)));
      return cells;
    }
    Answer first = answers.get(0);
    int at = codes(first.rows()).indexOf(row);
    cells.add(at < 0 ? first.ofRowLacking() : first.rowTotals().get(at));
    first
        .columns()
        .forEach(
            column ->
                cells.add(
                    at < 0
                        ? first.ofRowLacking()
                        : first.cells().get(at).get(first.columns().indexOf(column))));
    return cells;
  }

  private TableView.Row total(List<Answer> answers, Answer before, boolean shares) {
    List<Cell> cells = new ArrayList<>();
    if (table.split() == null) {
      answers.forEach(answer -> cells.add(answer.total() == null ? Cell.NONE : answer.total()));
    } else {
      cells.add(answers.get(0).total());
      cells.addAll(answers.get(0).columnTotals());
    }
    return row(
        new Heading("", ""),
        cells,
        shares ? share(cells.get(0), cells.get(0)) : null,
        before == null ? null : before.total() == null ? Cell.NONE : before.total());
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
