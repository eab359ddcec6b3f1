package fr.toitcommun.persistence.registration.letter;

import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.TextMarks;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The text of a letter as the manager types it: paragraphs, {@code ## headings}, lists, {@code
 * **bold**} and {@code *italic*} of CommonMark, and fields between braces. It is data all the way:
 * nothing in it is ever run, and a value put in a field's place is text, whatever it holds.
 */
public final class LetterText {
  private static final Parser PARSER =
      Parser.builder().enabledBlockTypes(Set.of(Heading.class, ListBlock.class)).build();
  private static final Pattern FIELD = Pattern.compile("\\{([^{}\\n]{0,60})\\}");
  private static final Pattern BRACE = Pattern.compile("[{}]");

  private final Node document;

  private LetterText(String text) {
    document = PARSER.parse(text);
  }

  /**
   * What is wrong with a text: unknown fields, stray braces, marks that letters do not have or that
   * nothing closes, and what the law wants and it lacks.
   *
   * @param field path of the typed field in the form
   * @param allowed fields that this text may hold
   * @param required fields that it must hold
   */
  static List<Fault> faults(
      String field, String text, Set<LetterField> allowed, Set<LetterField> required) {
    List<Fault> faults = new ArrayList<>(fieldFaults(field, text, allowed, required));
    new LetterText(text).document.accept(new Marks(field, faults));
    return faults;
  }

  /** The same for a text without marks, such as an e-mail. */
  static List<Fault> plainFaults(
      String field, String text, Set<LetterField> allowed, Set<LetterField> required) {
    return fieldFaults(field, text, allowed, required);
  }

  private static List<Fault> fieldFaults(
      String path, String text, Set<LetterField> allowed, Set<LetterField> required) {
    List<Fault> faults = new ArrayList<>();
    Set<LetterField> missing = EnumSet.noneOf(LetterField.class);
    missing.addAll(required);
    Matcher typed = FIELD.matcher(text);
    while (typed.find()) {
      LetterField known = LetterField.named(typed.group(1)).filter(allowed::contains).orElse(null);
      if (known == null) {
        faults.add(Fault.at(path, "LETTER_FIELD_UNKNOWN", typed.group(), listed(allowed)));
      }
      missing.remove(known);
    }
    if (BRACE.matcher(typed.replaceAll("")).find()) {
      faults.add(Fault.at(path, "LETTER_FIELD_BROKEN"));
    }
    if (!missing.isEmpty()) {
      faults.add(Fault.at(path, "LETTER_FIELD_MISSING", listed(missing)));
    }
    return faults;
  }

  /** The fields that a text has. */
  public static Set<LetterField> fieldsOf(String text) {
    Set<LetterField> fields = EnumSet.noneOf(LetterField.class);
    FIELD
        .matcher(text)
        .results()
        .forEach(typed -> LetterField.named(typed.group(1)).ifPresent(fields::add));
    return fields;
  }

  private static String listed(Set<LetterField> fields) {
    return fields.stream().map(LetterField::typed).collect(Collectors.joining(", "));
  }

  /**
   * The text as XHTML, with these values in its fields.
   *
   * @param values text of each field; XHTML for those that stand alone
   */
  public static String html(String text, Map<LetterField, String> values) {
    LetterText letter = new LetterText(text);
    letter.document.accept(new Filling(values));
    return HtmlRenderer.builder()
        .escapeHtml(true)
        .softbreak("<br/>\n")
        .nodeRendererFactory(
            context ->
                new NodeRenderer() {
                  @Override
                  public Set<Class<? extends Node>> getNodeTypes() {
                    return Set.of(Part.class);
                  }

                  @Override
                  public void render(Node node) {
                    context.getWriter().line();
                    context.getWriter().raw(((Part) node).xhtml);
                    context.getWriter().line();
                  }
                })
        .build()
        .render(letter.document);
  }

  /** A text without marks, with these values in its fields. */
  public static String plain(String text, Map<LetterField, String> values) {
    return FIELD
        .matcher(text)
        .replaceAll(typed -> Matcher.quoteReplacement(value(typed.group(1), values)));
  }

  private static String value(String name, Map<LetterField, String> values) {
    return LetterField.named(name).map(field -> values.getOrDefault(field, "")).orElse("");
  }

  /** The field that a paragraph consists of; null when it is an ordinary paragraph. */
  private static LetterField aloneIn(Paragraph paragraph) {
    if (paragraph.getFirstChild() instanceof Text only && only.getNext() == null) {
      Matcher typed = FIELD.matcher(only.getLiteral().strip());
      if (typed.matches()) {
        return LetterField.named(typed.group(1)).filter(LetterField::alone).orElse(null);
      }
    }
    return null;
  }

  /** A ready part of a letter, in place of the paragraph that named it. */
  private static final class Part extends CustomBlock {
    private final String xhtml;

    private Part(String xhtml) {
      this.xhtml = xhtml;
    }
  }

  private static final class Filling extends AbstractVisitor {
    private final Map<LetterField, String> values;

    private Filling(Map<LetterField, String> values) {
      this.values = values;
    }

    @Override
    public void visit(Paragraph paragraph) {
      LetterField field = aloneIn(paragraph);
      if (field == null) {
        visitChildren(paragraph);
      } else {
        paragraph.insertAfter(new Part(values.getOrDefault(field, "")));
        paragraph.unlink();
      }
    }

    @Override
    public void visit(Text text) {
      text.setLiteral(plain(text.getLiteral(), values));
    }
  }

  /** Looks for marks that letters do not have. */
  private static final class Marks extends TextMarks {
    private final String path;
    private final List<Fault> faults;

    private Marks(String path, List<Fault> faults) {
      this.path = path;
      this.faults = faults;
    }

    @Override
    protected void fault(String code, Object... arguments) {
      faults.add(Fault.at(path, code, arguments));
    }

    @Override
    protected boolean standsAlone(Paragraph paragraph) {
      return aloneIn(paragraph) != null;
    }

    @Override
    protected void within(String literal) {
      Matcher typed = FIELD.matcher(literal);
      while (typed.find()) {
        LetterField.named(typed.group(1))
            .filter(LetterField::alone)
            .ifPresent(field -> fault("LETTER_FIELD_ALONE", field.typed()));
      }
    }
  }
}
