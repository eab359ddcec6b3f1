package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.InquiryView;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Cell;
import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An answer as a table that a page can show: of very many rows or columns some at a time, with
 * their number said; totals are those of all.
 */
public final class AnswerTable {
  /** Rows shown at a time, at most. */
  static final int ROWS = 100;

  /** Columns shown at a time. */
  static final int COLUMNS = 24;

  /** Cells shown at a time: a page stays small and quick however many columns there are. */
  static final int CELLS = 2_000;

  private final Answer answer;
  private final Answer before;
  private final Indicator indicator;
  private final FigureWords words;
  private final AskedParts asked;
  private final boolean bases;
  private final boolean links;
  private final List<Heading> rows;
  private final Part down;
  private final Part across;
  private List<Line> lines;

  /**
   * A cell.
   *
   * @param title what is said of it besides; null: nothing
   * @param link to the demands behind it; null: none
   */
  public record Shown(String text, String title, String link, boolean secret) {
    static Shown of(String text) {
      return new Shown(text, null, null, false);
    }
  }

  /** A row; its heading is empty where the question has no rows. */
  public record Line(String heading, List<Shown> cells) {}

  /**
   * The part of many that is shown.
   *
   * @param from the first, from 1
   * @param before query of the address of the part before; null: none
   * @param after that of the part after
   */
  public record Part(int from, int to, int all, String before, String after) {
    static Part of(int size, int all, String key, AskedParts asked) {
      int parts = Math.max(1, (all + size - 1) / size);
      int at = Math.min(asked.number(key), parts);
      return new Part(
          (at - 1) * size + 1,
          Math.min(at * size, all),
          all,
          at == 1 ? null : asked.with(key, at == 2 ? null : String.valueOf(at - 1)),
          at == parts ? null : asked.with(key, String.valueOf(at + 1)));
    }

    /** Whether there is more than is shown. */
    public boolean isCut() {
      return before != null || after != null;
    }

    <T> List<T> of(List<T> all) {
      return all.subList(from - 1, to);
    }
  }

  AnswerTable(InquiryView view, AskedParts asked, FigureWords words, boolean links) {
    this.answer = view.answer();
    this.before = view.before();
    this.indicator = answer.question().indicator();
    this.words = words;
    this.asked = asked;
    this.bases = asked.part(AskedParts.BASES) != null;
    this.links = links && told(answer.question());
    this.rows = view.rows();
    this.across = Part.of(COLUMNS, answer.columns().size(), AskedParts.ACROSS, asked);
    int wide = Math.min(COLUMNS, Math.max(1, answer.columns().size()));
    this.down = Part.of(Math.min(ROWS, CELLS / wide), rows.size(), AskedParts.PAGE, asked);
  }

  /** Demands can be listed that stand now, not those that stood, nor shares of them. */
  private static boolean told(Question question) {
    return question.indicator().isStock()
        && question.indicator().isCount()
        && question.when().isNow()
        && question.time() == null;
  }

  /** The rows shown of all. */
  public Part getDown() {
    return down;
  }

  /** The columns shown of all. */
  public Part getAcross() {
    return across;
  }

  /** Whether each figure has a column of how many it stands for. */
  public boolean isBases() {
    return bases;
  }

  /** Whether there is anything to tell of how many a figure stands for but the figure itself. */
  public boolean isBasesOffered() {
    return !indicator.isCount() && before == null;
  }

  /** Query of the address with, or again without, those columns. */
  public String getBasesQuery() {
    return asked.with(AskedParts.BASES, bases ? null : "true");
  }

  /** The headings of the columns, without that of the rows. */
  public List<String> getColumns() {
    List<String> columns = new ArrayList<>();
    if (before != null) {
      columns.add(words.texts().date(answer.to()));
      columns.add(words.texts().date(before.to()));
      columns.add(words.texts().say("query.difference"));
      columns.add(words.texts().say("query.change"));
      return columns;
    }
    for (Heading column : across.of(answer.columns())) {
      head(
          columns,
          answer.question().columns() == null ? words.texts().say("query.figure") : column.label());
    }
    if (!answer.rowTotals().isEmpty()) {
      head(columns, words.texts().say("query.total"));
    }
    return columns;
  }

  private void head(List<String> columns, String label) {
    columns.add(label);
    if (isCounted()) {
      columns.add(
          answer.question().columns() == null
              ? words.texts().say("query.base")
              : words.texts().say("query.baseOf", label));
    }
  }

  private boolean isCounted() {
    return bases && isBasesOffered();
  }

  /** The rows. */
  public List<Line> getLines() {
    if (lines == null) {
      lines = lines();
    }
    return lines;
  }

  private List<Line> lines() {
    List<Line> shown = new ArrayList<>();
    for (Heading row : down.of(rows)) {
      shown.add(
          new Line(
              answer.question().rows() == null ? words.texts().say("query.all") : row.label(),
              before == null ? cells(row) : compared(row.code())));
    }
    return shown;
  }

  private List<Shown> cells(Heading row) {
    int at = answer.rows().indexOf(row);
    List<Shown> cells = new ArrayList<>();
    List<Cell> figures = across.of(answer.cells().get(at));
    List<Heading> columns = across.of(answer.columns());
    for (int c = 0; c < figures.size(); c++) {
      put(cells, figures.get(c), row.code(), columns.get(c).code());
    }
    if (!answer.rowTotals().isEmpty()) {
      put(cells, answer.rowTotals().get(at), row.code(), null);
    }
    return cells;
  }

  private List<Shown> compared(String row) {
    return compared(answer.ofRow(row), before.ofRow(row), link(row, null));
  }

  private List<Shown> compared(Cell now, Cell then, String link) {
    return List.of(
        words.figure(indicator.unit(), now, link),
        words.figure(indicator.unit(), then, null),
        words.difference(indicator.unit(), now, then),
        words.change(now, then));
  }

  /** The last row, over all; null where the rows come to nothing together. */
  public Line getTotal() {
    if (answer.question().rows() == null || answer.columnTotals().isEmpty()) {
      return null;
    }
    List<Shown> cells = new ArrayList<>();
    if (before != null) {
      cells.addAll(compared(answer.columnTotals().get(0), totalBefore(), link(null, null)));
    } else {
      List<Cell> figures = across.of(answer.columnTotals());
      List<Heading> columns = across.of(answer.columns());
      for (int c = 0; c < figures.size(); c++) {
        put(cells, figures.get(c), null, columns.get(c).code());
      }
      if (!answer.rowTotals().isEmpty()) {
        put(cells, answer.total() == null ? Cell.NONE : answer.total(), null, null);
      }
    }
    return new Line(words.texts().say("query.total"), cells);
  }

  private Cell totalBefore() {
    return before.columnTotals().isEmpty() ? Cell.NONE : before.columnTotals().get(0);
  }

  private void put(List<Shown> cells, Cell cell, String row, String column) {
    cells.add(words.figure(indicator.unit(), cell, link(row, column)));
    if (isCounted()) {
      cells.add(words.base(cell));
    }
  }

  private String link(String row, String column) {
    if (!links) {
      return null;
    }
    Question question = answer.question();
    Question behind = narrowed(question.by(null, null), question.rows(), row);
    return TableLinks.behind(narrowed(behind, question.columns(), column));
  }

  private static Question narrowed(Question question, Axis axis, String code) {
    return axis == null || code == null ? question : question.within(axis, Set.of(code));
  }
}
