package fr.toitcommun.persistence.observatory.report;

import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Looks for marks that reports do not have, and at the words between braces. */
final class ReportMarks extends AbstractVisitor {
  private static final int SMALLEST_HEADING = 3;
  private static final Set<Class<? extends Node>> INLINE =
      Set.of(
          Text.class,
          SoftLineBreak.class,
          HardLineBreak.class,
          Emphasis.class,
          StrongEmphasis.class);

  private final ReportText text;
  private int level = 1;

  ReportMarks(ReportText text) {
    this.text = text;
  }

  @Override
  protected void visitChildren(Node parent) {
    boolean lines = parent instanceof Paragraph || parent instanceof Heading;
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      if (lines && !INLINE.contains(child.getClass())) {
        text.fault("LETTER_MARK_UNKNOWN");
      }
    }
    super.visitChildren(parent);
  }

  @Override
  public void visit(Heading heading) {
    // Readers of the page by ear go from heading to heading: none may be skipped (PDF/UA-1, 7.4).
    int next = heading.getLevel();
    if (next < 2 || next > SMALLEST_HEADING || next > level + 1) {
      text.fault("LETTER_HEADING", next);
    }
    level = next;
    visitChildren(heading);
  }

  @Override
  public void visit(Paragraph paragraph) {
    if (paragraph.getParent() instanceof Document && ReportText.aloneIn(paragraph).isPresent()) {
      return;
    }
    visitChildren(paragraph);
  }

  @Override
  public void visit(Text one) {
    String literal = one.getLiteral();
    if (literal.contains("**") || literal.contains("__")) {
      text.fault("LETTER_MARK_OPEN", literal.strip());
    }
    text.within(literal);
  }
}
