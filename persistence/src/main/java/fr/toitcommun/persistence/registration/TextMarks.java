package fr.toitcommun.persistence.registration;

import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * Looks for marks that the texts of letters and reports do not have, wherever in a line they stand,
 * within bold and italic too; what else is wrong with the words of a line, its heir finds.
 */
public abstract class TextMarks extends AbstractVisitor {
  private static final int SMALLEST_HEADING = 3;
  private static final Set<Class<? extends Node>> LINES =
      Set.of(Paragraph.class, Heading.class, Emphasis.class, StrongEmphasis.class);
  private static final Set<Class<? extends Node>> INLINE =
      Set.of(
          Text.class,
          SoftLineBreak.class,
          HardLineBreak.class,
          Emphasis.class,
          StrongEmphasis.class);

  private int level = 1;

  /** Is told what is wrong, by its code in {@link FaultTexts}. */
  protected abstract void fault(String code, Object... arguments);

  /** Whether a paragraph is a word that stands alone, in whose place something else comes. */
  protected abstract boolean standsAlone(Paragraph paragraph);

  /** Looks at the words of a line. */
  protected abstract void within(String literal);

  @Override
  protected void visitChildren(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      if (LINES.contains(parent.getClass()) && !INLINE.contains(child.getClass())) {
        fault("LETTER_MARK_UNKNOWN");
      }
    }
    super.visitChildren(parent);
  }

  @Override
  public void visit(Heading heading) {
    // Readers of the page by ear go from heading to heading: none may be skipped (PDF/UA-1, 7.4).
    int next = heading.getLevel();
    if (next < 2 || next > SMALLEST_HEADING || next > level + 1) {
      fault("LETTER_HEADING", next);
    }
    level = next;
    visitChildren(heading);
  }

  @Override
  public void visit(Paragraph paragraph) {
    if (!standsAlone(paragraph)) {
      visitChildren(paragraph);
    }
  }

  @Override
  public void visit(Text text) {
    String literal = text.getLiteral();
    if (literal.contains("**") || literal.contains("__")) {
      fault("LETTER_MARK_OPEN", literal.strip());
    }
    within(literal);
  }
}
