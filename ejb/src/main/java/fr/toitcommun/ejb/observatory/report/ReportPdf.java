package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.ejb.document.ObservatoryDocuments;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/** Writes a report as accessible PDF; its charts stay drawings. */
@Dependent
public class ReportPdf {
  private static final int BOOKMARKED = 2;

  private final ObservatoryDocuments documents;

  /** Through this printer. */
  @Inject
  public ReportPdf(ObservatoryDocuments documents) {
    this.documents = documents;
  }

  /**
   * A part that is ready as XHTML.
   *
   * @param kind its kind for the template
   * @param caption over it; null: none
   * @param source under it; null: none
   */
  public record Ready(String kind, String xhtml, String caption, String source) {}

  /** A place in the document that its reader may go to. */
  public record Mark(String name, String target) {}

  /**
   * The PDF.
   *
   * @throws IllegalStateException when it cannot be printed
   */
  byte[] write(ReportPaper paper) {
    List<Mark> marks = new ArrayList<>();
    List<Object> parts = new ArrayList<>();
    for (ReportPart part : paper.parts()) {
      parts.add(ready(part, marks));
    }
    Map<String, Object> facts = new HashMap<>();
    facts.put("title", paper.title());
    facts.put("subject", paper.subject());
    facts.put("marks", marks);
    facts.put("parts", parts);
    return documents.print(paper.locale(), facts);
  }

  private static Object ready(ReportPart part, List<Mark> marks) {
    if (part instanceof ReportPart.Prose prose) {
      return new Ready(part.kind(), xhtml(prose.node(), marks), null, null);
    }
    if (part instanceof ReportPart.Picture picture) {
      return new Ready(part.kind(), drawing(picture), picture.caption(), picture.source());
    }
    return part;
  }

  /** The drawing with what the reader by ear is told instead. */
  private static String drawing(ReportPart.Picture picture) {
    return picture
        .svg()
        .replaceFirst(
            "<svg ", Matcher.quoteReplacement("<svg alt=\"" + escaped(picture.words()) + "\" "));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String xhtml(Node node, List<Mark> marks) {
    AttributeProvider targets =
        (one, tag, attributes) -> {
          if (one instanceof Heading heading && heading.getLevel() == BOOKMARKED) {
            String target = "h" + marks.size();
            attributes.put("id", target);
            marks.add(new Mark(words(heading), target));
          }
        };
    return HtmlRenderer.builder()
        .escapeHtml(true)
        .softbreak("<br/>\n")
        .attributeProviderFactory(context -> targets)
        .build()
        .render(node);
  }

  private static String words(Node node) {
    StringBuilder words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }
        });
    return words.toString();
  }
}
