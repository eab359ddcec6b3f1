package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.report.ReportOrder;
import fr.toitcommun.persistence.observatory.report.ReportText;
import fr.toitcommun.persistence.observatory.report.ReportWord;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Puts values in the places that a report's text leaves open within its sentences.
 *
 * @param subject whom the report is about
 * @param axis what the axis of a thematic sheet is called; empty: of another kind
 * @param figures gives a figure in words
 */
record ReportFilling(
    ReportOrder order,
    String subject,
    String axis,
    LocalDate today,
    ReportWords words,
    Function<Indicator, String> figures) {

  /** Fills a part of the text, in place. */
  Node fill(Node node) {
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            text.setLiteral(line(text.getLiteral()));
          }
        });
    return node;
  }

  /** A line with its values. */
  String line(String line) {
    return ReportText.BRACED
        .matcher(line)
        .replaceAll(typed -> Matcher.quoteReplacement(value(typed.group(1))));
  }

  private String value(String typed) {
    ReportWord word = ReportText.word(typed).orElseThrow();
    return switch (word) {
      case TERRITORY, PARTNER -> subject;
      case YEAR -> String.valueOf(order.year());
      case TODAY -> words.date(today);
      case AXIS -> words.within(axis);
      case FIGURE -> figures.apply(ReportText.indicator(typed).orElseThrow());
      // A text that holds a block within a sentence was refused.
      case FIGURES, TABLE, CHART, MAP, COMMITMENTS ->
          throw new IllegalArgumentException("A block within a sentence: " + typed);
    };
  }
}
