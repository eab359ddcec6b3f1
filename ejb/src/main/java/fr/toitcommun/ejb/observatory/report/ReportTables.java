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
  private final ReportSource source;
  private final ReportWords words;
  private final ReportNotes notes;

  ReportTables(ReportSource source, ReportWords words) {
    this.source = source;
    this.words = words;
    this.notes = new ReportNotes(words);
  }

  /** What an answer is, in words. */
  String caption(Answer answer) {
    Axis rows = answer.question().rows();
    Axis columns = answer.question().columns();
    return words.text(
        "caption",
        source.name(answer.question().indicator()),
        columns == null
            ? words.text("by", lower(source.name(rows)))
            : words.text("by.two", lower(source.name(rows)), lower(source.name(columns))));
  }

  private String lower(String name) {
    return name.length() > 1 && Character.isLowerCase(name.charAt(1))
        ? name.substring(0, 1).toLowerCase(words.locale()) + name.substring(1)
        : name;
  }

  /** The note under it. */
  String note(Answer answer) {
    return notes.of(List.of(answer), source.definition(answer.question().indicator()));
  }

  /** The table of an answer, with shares where it is of one column that adds up. */
  ReportPart.Grid grid(Answer answer) {
    Indicator indicator = answer.question().indicator();
    boolean columns = answer.question().columns() != null;
    boolean shares = !columns && indicator.isCount() && !answer.columnTotals().isEmpty();
    boolean across = columns && !answer.rowTotals().isEmpty();
    List<String> head = new ArrayList<>();
    head.add(source.name(answer.question().rows()));
    if (columns) {
      answer.columns().forEach(one -> head.add(one.label()));
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
    for (int r = 0; r < answer.rows().size(); r++) {
      Heading row = answer.rows().get(r);
      lines.add(
          line(
              row.label(),
              answer.cells().get(r),
              across ? answer.rowTotals().get(r) : null,
              shares ? answer.columnTotals().get(0) : null,
              indicator));
    }
    return new ReportPart.Grid(
        caption(answer), head, lines, total(answer, across, shares), note(answer));
  }

  private ReportPart.Line total(Answer answer, boolean across, boolean shares) {
    if (answer.columnTotals().isEmpty()) {
      return null;
    }
    return line(
        words.text("total"),
        answer.columnTotals(),
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
