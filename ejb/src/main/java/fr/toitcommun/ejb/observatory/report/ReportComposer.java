package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.report.ChartForm;
import fr.toitcommun.persistence.observatory.report.ReportBlock;
import fr.toitcommun.persistence.observatory.report.ReportOrder;
import fr.toitcommun.persistence.observatory.report.ReportTemplate;
import fr.toitcommun.persistence.observatory.report.ReportText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills the text of a report with figures. Made for one report. */
final class ReportComposer {
  private final ReportOrder order;
  private final ReportSource source;
  private final LocalDate today;
  private final ReportWords words;
  private final ReportQuestions questions;
  private final ReportTables tables;
  private final ReportCharts charts;
  private final ReportFilling filling;
  private final Map<Question, Answer> answered = new HashMap<>();

  /**
   * @param subject whom it is about, in words
   */
  ReportComposer(ReportOrder order, ReportSource source, String subject, LocalDate today) {
    this.order = order;
    this.source = source;
    this.today = today;
    this.words = new ReportWords(order.language());
    this.questions = new ReportQuestions(order, today);
    this.tables = new ReportTables(source, words);
    this.charts = new ReportCharts(source, words, tables);
    this.filling =
        new ReportFilling(
            order,
            subject,
            order.axis() == null ? "" : source.name(order.axis()),
            today,
            words,
            this::figure);
  }

  /** The report by this text. */
  ReportPaper compose(ReportTemplate template) {
    List<ReportPart> parts = new ArrayList<>();
    for (ReportBlock block : ReportText.blocks(order.kind(), template.body())) {
      parts.add(part(block));
    }
    return new ReportPaper(
        filling.line(template.title()), filling.subject(), today, words.locale(), parts);
  }

  private ReportPart part(ReportBlock block) {
    if (block instanceof ReportBlock.Prose prose) {
      return new ReportPart.Prose(filling.fill(prose.node()));
    }
    if (block instanceof ReportBlock.Figures figures) {
      return figures(figures.indicators());
    }
    if (block instanceof ReportBlock.Table table) {
      return told(table.indicator(), table.rows(), table.columns(), null);
    }
    if (block instanceof ReportBlock.Chart chart) {
      return told(chart.indicator(), chart.rows(), chart.columns(), chart.form());
    }
    return source
        .commitments(order.year(), order.territory())
        .map(view -> (ReportPart) new CommitmentTable(source, words).grid(view))
        .orElseGet(() -> new ReportPart.Lacking(words.text("lacking.commitments")));
  }

  private ReportPart figures(List<Indicator> indicators) {
    List<Answer> answers = new ArrayList<>();
    List<ReportPart.Figure> figures = new ArrayList<>();
    for (Indicator indicator : indicators) {
      ask(indicator, null, null).ifPresent(answers::add);
      figures.add(
          new ReportPart.Figure(
              source.name(indicator), figure(indicator), source.definition(indicator)));
    }
    return new ReportPart.Figures(figures, new ReportNotes(words).of(answers, null));
  }

  private String figure(Indicator indicator) {
    return words.figure(
        ask(indicator, null, null).map(Answer::figure).orElse(null), indicator.unit());
  }

  private ReportPart told(Indicator indicator, Axis asked, Axis columns, ChartForm form) {
    Axis rows = asked == null ? order.axis() : asked;
    // Of the sheet on an axis, a table by that axis twice is one by it once.
    Axis across = columns == rows ? null : columns;
    if (!indicator.allows(rows)) {
      return new ReportPart.Lacking(
          words.text("lacking.axis", source.name(indicator), source.name(rows)));
    }
    Optional<Answer> answer = ask(indicator, rows, across);
    if (answer.isEmpty()) {
      return new ReportPart.Lacking(words.text("lacking.territory", source.name(indicator)));
    }
    if (answer.get().rows().isEmpty() || answer.get().columns().isEmpty()) {
      return new ReportPart.Lacking(words.text("lacking.rows", tables.caption(answer.get())));
    }
    return form == null
        ? tables.grid(answer.get())
        : charts.picture(
            answer.get(), across == null && form == ChartForm.PYRAMID ? ChartForm.BARS : form);
  }

  private Optional<Answer> ask(Indicator indicator, Axis rows, Axis columns) {
    return questions
        .about(indicator, rows, columns)
        .map(question -> answered.computeIfAbsent(question, source::ask));
  }
}
