package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.ejb.observatory.chart.ChartData;
import fr.toitcommun.ejb.observatory.chart.ChartPicture;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Counting;
import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.report.ChartForm;
import fr.toitcommun.persistence.observatory.report.ReportText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Answers as charts. */
final class ReportCharts {
  /** Bars that a page has room for. */
  private static final int MOST_BARS = 20;

  private final ReportSource source;
  private final ReportWords words;
  private final ReportTables tables;

  ReportCharts(ReportSource source, ReportWords words, ReportTables tables) {
    this.source = source;
    this.words = words;
    this.tables = tables;
  }

  /** The chart of an answer that has rows; its series are the columns. */
  ReportPart.Picture picture(Answer answer, ChartForm form) {
    List<Integer> rows = ReportCut.rows(answer, MOST_BARS);
    List<Integer> columns =
        ReportCut.columns(answer, form == ChartForm.PYRAMID ? 2 : ChartData.MOST_SERIES);
    String caption = tables.caption(answer);
    ChartData data =
        new ChartData(
            caption,
            source.unit(answer.question().indicator()),
            rows.stream().map(r -> category(answer.rows().get(r))).toList(),
            columns.stream().map(c -> series(answer, rows, c)).toList());
    Locale locale = words.locale();
    String svg =
        switch (form) {
          case BARS -> ChartPicture.bars(data, locale);
          case STACKED ->
              stacks(answer)
                  ? ChartPicture.stackedBars(data, locale)
                  : ChartPicture.bars(data, locale);
          case LINES -> ChartPicture.lines(data, locale);
          // Where nobody is on one side, there is nothing to set against each other.
          case PYRAMID ->
              columns.size() == 2
                  ? ChartPicture.pyramid(data, locale)
                  : ChartPicture.bars(data, locale);
        };
    return new ReportPart.Picture(
        caption,
        svg,
        ChartPicture.words(data, locale),
        tables.note(answer, rows.size(), columns.size()));
  }

  /** Whether one on the other the columns are the whole: numbers that add up, and all of them. */
  private static boolean stacks(Answer answer) {
    Question question = answer.question();
    return ReportText.stacks(question.indicator(), question.columns())
        && question.counting() == Counting.FIRST
        && answer.columns().size() <= ChartData.MOST_SERIES;
  }

  private static ChartData.Category category(Heading heading) {
    return new ChartData.Category(String.valueOf(heading.code()), heading.label());
  }

  private ChartData.Series series(Answer answer, List<Integer> rows, int column) {
    String label = answer.columns().get(column).label();
    List<Double> values = new ArrayList<>();
    rows.forEach(r -> values.add(answer.cells().get(r).get(column).value()));
    return new ChartData.Series(
        label == null ? source.name(answer.question().indicator()) : label, values);
  }
}
