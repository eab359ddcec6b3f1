package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.InquiryView;
import fr.toitcommun.ejb.observatory.chart.ChartData;
import fr.toitcommun.ejb.observatory.chart.ChartPicture;
import fr.toitcommun.ejb.observatory.chart.ChartSize;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Cell;
import fr.toitcommun.persistence.observatory.Counting;
import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.web.shell.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** An answer as a chart: lines in time, bars otherwise; what it leaves out is said. */
public final class AnswerChart {
  /** More rows than these are read in the table. */
  static final int BARS = 30;

  /** Bars side by side, at most: a chart is no longer than a page or two. */
  static final int SIDE_BY_SIDE = 90;

  private final Answer answer;
  private final Answer before;
  private final Texts texts;
  private final Locale locale;
  private final boolean turned;
  private final List<Heading> categories;
  private final List<Heading> series;
  private final ChartData data;

  AnswerChart(InquiryView view, String title, String unit, Texts texts, Locale locale) {
    this.answer = view.answer();
    this.before = view.before();
    this.texts = texts;
    this.locale = locale;
    // Time runs along the chart, wherever it stands in the table.
    this.turned = answer.question().columns() != null && answer.question().columns().isTime();
    this.categories = turned ? answer.columns() : view.rows();
    this.series = turned ? answer.rows() : answer.columns();
    this.data = isDrawn() ? data(title, unit) : null;
  }

  /** Whether there is anything to draw. */
  public boolean isDrawn() {
    return !answer.question().axes().isEmpty() && !categories.isEmpty() && !series.isEmpty();
  }

  private boolean isInTime() {
    return answer.question().time() != null;
  }

  /** What is drawn; null: nothing is. */
  ChartData data() {
    return data;
  }

  private ChartData data(String title, String unit) {
    List<Heading> kept = isInTime() ? categories : first(categories, bars());
    List<ChartData.Series> drawn = new ArrayList<>();
    if (before != null) {
      drawn.add(values(texts.date(answer.to()), kept, c -> answer.ofRow(kept.get(c).code())));
      drawn.add(values(texts.date(before.to()), kept, c -> before.ofRow(kept.get(c).code())));
    } else {
      for (int s = 0; s < Math.min(series.size(), ChartData.MOST_SERIES); s++) {
        int at = s;
        drawn.add(values(single() ? unit : series.get(s).label(), kept, c -> cell(c, at)));
      }
    }
    return new ChartData(
        title,
        unit,
        kept.stream().map(one -> new ChartData.Category(one.code(), one.label())).toList(),
        drawn);
  }

  private static ChartData.Series values(
      String label, List<Heading> categories, IntFunction<Cell> cell) {
    List<Double> values = new ArrayList<>();
    for (int c = 0; c < categories.size(); c++) {
      values.add(cell.apply(c).value());
    }
    return new ChartData.Series(label, values);
  }

  /** How many rows are drawn: of many series side by side fewer. */
  private int bars() {
    int beside = isStacked() ? 1 : Math.min(series.size(), ChartData.MOST_SERIES);
    return Math.min(BARS, SIDE_BY_SIDE / Math.max(1, beside));
  }

  private boolean isStacked() {
    return answer.question().columns() != null
        && answer.question().indicator().isCount()
        && answer.question().counting() == Counting.FIRST
        && series.size() <= ChartData.MOST_SERIES;
  }

  private Cell cell(int category, int at) {
    return turned ? answer.cells().get(at).get(category) : answer.cells().get(category).get(at);
  }

  private boolean single() {
    return series.size() == 1 && series.get(0).code().isEmpty();
  }

  private static List<Heading> first(List<Heading> all, int most) {
    return all.subList(0, Math.min(most, all.size()));
  }

  /** The chart for a page. */
  public String getWide() {
    return drawn(ChartSize.WIDE);
  }

  /** The chart for a telephone. */
  public String getNarrow() {
    return drawn(ChartSize.NARROW);
  }

  private String drawn(ChartSize size) {
    if (isInTime()) {
      return ChartPicture.lines(data, size, locale);
    }
    return isStacked()
        ? ChartPicture.stackedBars(data, size, locale)
        : ChartPicture.bars(data, size, locale);
  }

  /** What the chart leaves out; empty: nothing. */
  public List<String> getLeftOut() {
    List<String> said = new ArrayList<>();
    if (!isInTime() && categories.size() > bars()) {
      said.add(texts.say("query.chartRows", bars(), categories.size()));
    }
    if (before == null && series.size() > ChartData.MOST_SERIES) {
      said.add(texts.say("query.chartSeries", ChartData.MOST_SERIES, series.size()));
    }
    return said;
  }
}
