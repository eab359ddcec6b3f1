package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Cell;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the text of a report with figures. Made for one report. */
final class ReportComposer {
  /** 174 mm in the pixels of a style sheet, 96 to the inch. */
  private static final int PAGE_WIDTH = 658;

  private static final int HIGHEST = 800;
  private static final Pattern SIZE = Pattern.compile(" width=\"(\\d+)\" height=\"(\\d+)\"");

  private final ReportOrder order;
  private final ReportSource source;
  private final LocalDate today;
  private final ReportWords words;
  private final ReportQuestions questions;
  private final ReportNotes notes;
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
    this.notes = new ReportNotes(words, order.territory());
    this.tables = new ReportTables(source, words, notes);
    this.charts = new ReportCharts(source, words, tables);
    this.filling =
        new ReportFilling(
            order,
            subject,
            order.axis() == null ? "" : source.name(order.axis()),
            today,
            words,
            indicator -> words.inSentence(figureOf(indicator), indicator.unit()));
  }

  /** The report by this text. */
  ReportPaper compose(ReportTemplate template) {
    List<ReportBlock> blocks = ReportText.blocks(order.kind(), template.body());
    askAll(blocks, template.title() + template.body());
    List<ReportPart> parts = new ArrayList<>();
    for (ReportBlock block : blocks) {
      parts.add(part(block));
    }
    return new ReportPaper(
        filling.line(template.title()), filling.subject(), today, words.locale(), parts);
  }

  /**
   * All at once, and what several blocks rest on once: none of a report's figures is older than the
   * first, and the same tally is the same figure.
   */
  private void askAll(List<ReportBlock> blocks, String text) {
    Set<Question> all = new LinkedHashSet<>();
    for (ReportBlock block : blocks) {
      if (block instanceof ReportBlock.Figures figures) {
        figures.indicators().forEach(one -> asking(one).ifPresent(all::add));
      } else if (block instanceof ReportBlock.Table table) {
        question(table.indicator(), table.rows(), table.columns()).ifPresent(all::add);
      } else if (block instanceof ReportBlock.Chart chart) {
        question(chart.indicator(), chart.rows(), chart.columns()).ifPresent(all::add);
      }
    }
    ReportText.BRACED
        .matcher(text)
        .results()
        .flatMap(typed -> ReportText.indicator(typed.group(1)).stream())
        .forEach(one -> asking(one).ifPresent(all::add));
    List<Question> questions = List.copyOf(all);
    List<Answer> answers = source.ask(questions);
    for (int i = 0; i < questions.size(); i++) {
      answered.put(questions.get(i), answers.get(i));
    }
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
    if (block instanceof ReportBlock.Mapped mapped) {
      return mapped(mapped);
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
      asking(indicator).map(answered::get).ifPresent(answers::add);
      figures.add(
          new ReportPart.Figure(
              source.name(indicator),
              words.figure(figureOf(indicator), indicator.unit()),
              source.definition(indicator)));
    }
    return new ReportPart.Figures(figures, notes.of(answers, null));
  }

  private ReportPart mapped(ReportBlock.Mapped block) {
    String name = source.name(block.indicator());
    if (order.territory() != null && order.territory().level() == Axis.MUNICIPALITY) {
      return new ReportPart.Lacking(words.text("lacking.map", name));
    }
    // Of the same days as the tables beside it.
    return questions
        .about(block.indicator(), Axis.valueOf(block.level().name()), null)
        .map(source::map)
        .map(
            sheet ->
                (ReportPart)
                    new ReportPart.Picture(
                        words.text("map", name),
                        acrossThePage(sheet.svg()),
                        sheet.description(),
                        sheet.description()))
        .orElseGet(() -> new ReportPart.Lacking(words.text("lacking.territory", name)));
  }

  /** At the width of the page, and no higher than leaves room for what stands around it. */
  private static String acrossThePage(String svg) {
    Matcher size = SIZE.matcher(svg);
    if (!size.find()) {
      throw new IllegalStateException("A map without size");
    }
    int height = PAGE_WIDTH * Integer.parseInt(size.group(2)) / Integer.parseInt(size.group(1));
    return size.replaceFirst(
        " width=\"%d\" height=\"%d\"".formatted(PAGE_WIDTH, Math.min(height, HIGHEST)));
  }

  /** The figure of an indicator; null where it cannot be counted for what the report is about. */
  private Cell figureOf(Indicator indicator) {
    return asking(indicator).map(answered::get).map(Answer::figure).orElse(null);
  }

  private ReportPart told(Indicator indicator, Axis rows, Axis columns, ChartForm form) {
    Axis by = rows(rows);
    if (!indicator.allows(by)) {
      return new ReportPart.Lacking(
          words.text("lacking.axis", source.name(indicator), source.name(by)));
    }
    Optional<Answer> answer = answer(indicator, rows, columns);
    if (answer.isEmpty()) {
      return new ReportPart.Lacking(words.text("lacking.territory", source.name(indicator)));
    }
    if (answer.get().rows().isEmpty() || answer.get().columns().isEmpty()) {
      return new ReportPart.Lacking(words.text("lacking.rows", tables.caption(answer.get())));
    }
    return form == null ? tables.grid(answer.get()) : charts.picture(answer.get(), form);
  }

  /** The axis of a block; that of the sheet where the block names none. */
  private Axis rows(Axis typed) {
    return typed == null ? order.axis() : typed;
  }

  private Optional<Question> asking(Indicator indicator) {
    return questions.about(indicator, null, null);
  }

  private Optional<Question> question(Indicator indicator, Axis rows, Axis columns) {
    Axis by = rows(rows);
    // Of the sheet on an axis, a table by that axis twice is one by it once.
    return questions.about(indicator, by, columns == by ? null : columns);
  }

  private Optional<Answer> answer(Indicator indicator, Axis rows, Axis columns) {
    return question(indicator, rows, columns).map(answered::get);
  }
}
