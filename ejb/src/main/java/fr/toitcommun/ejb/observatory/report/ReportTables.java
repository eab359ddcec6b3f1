package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Cell;
import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.persistence.observatory.Indicator;
import java.util.ArrayList;
import java.util.List;

/** Answers as tables. */
final class ReportTables {
  /** Two pages of lines: what is longer is read in the observatory or extracted. */
  private static final int MOST_ROWS = 60;

  /** Beside the names of rows and the total, on a page that stands upright. */
  private static final int MOST_COLUMNS = 9;

  private final ReportSource source;
  private final ReportWords words;
  private final ReportNotes notes;

  ReportTables(ReportSource source, ReportWords words, ReportNotes notes) {
    this.source = source;
    this.words = words;
    this.notes = notes;
  }

  /** What an answer is, in words. */
  String caption(Answer answer) {
    Axis rows = answer.question().rows();
    Axis columns = answer.question().columns();
    return words.text(
        "caption",
        source.name(answer.question().indicator()),
        columns == null
            ? words.text("by", words.within(source.name(rows)))
            : words.text(
                "by.two", words.within(source.name(rows)), words.within(source.name(columns))));
  }

  /**
   * The note under it.
   *
   * @param rows how many of its rows are shown
   * @param columns how many of its columns are shown
   */
  String note(Answer answer, int rows, int columns) {
    List<String> said = new ArrayList<>();
    if (rows < answer.rows().size()) {
      said.add(words.text("first", rows, answer.rows().size()));
    }
    if (columns < answer.columns().size()) {
      said.add(words.text(kept(answer.question().columns()), columns, answer.columns().size()));
    }
    said.add(note(answer));
    return String.join(" ", said);
  }

  /** Which of many columns are shown ({@link ReportCut#columns}). */
  private static String kept(Axis columns) {
    if (columns.isTime()) {
      return "latest";
    }
    return ReportCut.isWhole(columns) ? "foremost" : "first";
  }

  private String note(Answer answer) {
    return notes.of(List.of(answer), source.definition(answer.question().indicator()));
  }

  /**
   * The table of an answer, with shares where it is of one column that adds up; of very many rows
   * or columns the largest, and the total of all.
   */
  ReportPart.Grid grid(Answer answer) {
    Indicator indicator = answer.question().indicator();
    boolean columns = answer.question().columns() != null;
    boolean shares = !columns && indicator.isCount() && !answer.columnTotals().isEmpty();
    boolean across = columns && !answer.rowTotals().isEmpty();
    List<Integer> lined = ReportCut.rows(answer, MOST_ROWS);
    List<Integer> shown =
        ReportCut.columns(
            answer,
            ReportCut.isWhole(answer.question().columns()) ? Integer.MAX_VALUE : MOST_COLUMNS);
    List<String> head = new ArrayList<>();
    head.add(source.name(answer.question().rows()));
    if (columns) {
      shown.forEach(c -> head.add(answer.columns().get(c).label()));
      if (across) {
        head.add(words.text("total"));
      }
    } else {
      head.add(source.unit(indicator));
    }
    if (shares) {
      head.add(words.text("part"));
    }
    List<ReportPart.Line> lines = new ArrayList<>();
    for (int r : lined) {
      Heading row = answer.rows().get(r);
      lines.add(
          line(
              row.label(),
              of(answer.cells().get(r), shown),
              across ? answer.rowTotals().get(r) : null,
              shares ? answer.columnTotals().get(0) : null,
              indicator));
    }
    return new ReportPart.Grid(
        caption(answer),
        head,
        lines,
        total(answer, shown, across, shares),
        note(answer, lined.size(), shown.size()));
  }

  private static List<Cell> of(List<Cell> cells, List<Integer> shown) {
    return shown.stream().map(cells::get).toList();
  }

  private ReportPart.Line total(
      Answer answer, List<Integer> shown, boolean across, boolean shares) {
    if (answer.columnTotals().isEmpty()) {
      return null;
    }
    return line(
        words.text("total"),
        of(answer.columnTotals(), shown),
        across ? answer.total() : null,
        shares ? answer.columnTotals().get(0) : null,
        answer.question().indicator());
  }

  private ReportPart.Line line(
      String name, List<Cell> cells, Cell total, Cell whole, Indicator indicator) {
    List<String> values = new ArrayList<>();
    cells.forEach(cell -> values.add(words.value(cell, indicator.unit())));
    if (total != null) {
      values.add(words.value(total, indicator.unit()));
    }
    if (whole != null) {
      values.add(words.share(cells.get(0), whole));
    }
    return new ReportPart.Line(name, values);
  }
}
