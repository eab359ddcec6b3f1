package fr.toitcommun.persistence.observatory.report;

import fr.toitcommun.persistence.registration.TextMarks;
import org.commonmark.node.Document;
import org.commonmark.node.Paragraph;

/** Looks for marks that reports do not have, and at the words between braces. */
final class ReportMarks extends TextMarks {
  private final ReportText text;

  ReportMarks(ReportText text) {
    this.text = text;
  }

  @Override
  protected void fault(String code, Object... arguments) {
    text.fault(code, arguments);
  }

  @Override
  protected boolean standsAlone(Paragraph paragraph) {
    return paragraph.getParent() instanceof Document && ReportText.aloneIn(paragraph).isPresent();
  }

  @Override
  protected void within(String literal) {
    text.within(literal);
  }
}
