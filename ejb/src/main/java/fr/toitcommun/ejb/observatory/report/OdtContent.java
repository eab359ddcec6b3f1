package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.ejb.document.OpenDocument;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * Writes the {@code content.xml} of an OpenDocument text: named styles only, so that it is edited
 * on.
 */
final class OdtContent implements AutoCloseable {
  private static final String URN = "urn:oasis:names:tc:opendocument:xmlns:";
  private static final String PAGE_WIDTH = "17.4cm";
  private static final double PAGE_CENTIMETRES = 17.4;
  private static final double FIRST_COLUMN = 6;
  private static final double FIGURE_COLUMN = 5;

  private final XMLStreamWriter xml;
  private int tables;
  private int pictures;

  OdtContent(OutputStream out) throws XMLStreamException {
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("office:document-content");
    for (String name : List.of("office", "style", "text", "table", "drawing draw")) {
      String[] words = name.split(" ");
      xml.writeAttribute("xmlns:" + words[words.length - 1], URN + words[0] + ":1.0");
    }
    xml.writeAttribute("xmlns:fo", URN + "xsl-fo-compatible:1.0");
    xml.writeAttribute("xmlns:svg", URN + "svg-compatible:1.0");
    xml.writeAttribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
    xml.writeAttribute("office:version", "1.3");
    automaticStyles();
    xml.writeStartElement("office:body");
    xml.writeStartElement("office:text");
  }

  private void automaticStyles() throws XMLStreamException {
    xml.writeStartElement("office:automatic-styles");
    style("Told", "table", "table", "style:width", PAGE_WIDTH, "table:align", "margins");
    style("Line", "table-row", "table-row", "fo:keep-together", "always");
    style(
        "Box",
        "table-cell",
        "table-cell",
        "fo:padding",
        "0.08cm",
        "fo:border-bottom",
        "0.5pt solid #d5dfe2");
    style(
        "Head",
        "table-cell",
        "table-cell",
        "fo:padding",
        "0.08cm",
        "fo:border-bottom",
        "1pt solid #1f5c66");
    style("Drawn", "graphic", "graphic", "style:wrap", "none");
    // Widths of columns: the first wide, the others alike.
    for (int others = 1; others <= MOST_COLUMNS; others++) {
      style("First" + others, "table-column", "table-column", "style:column-width", first(others));
      style("Next" + others, "table-column", "table-column", "style:column-width", next(others));
    }
    xml.writeEndElement();
  }

  private static final int MOST_COLUMNS = 20;

  private static double firstWidth(int others) {
    return others == 1 ? PAGE_CENTIMETRES - FIGURE_COLUMN : others > 6 ? 4 : FIRST_COLUMN;
  }

  private static String first(int others) {
    return firstWidth(others) + "cm";
  }

  private static String next(int others) {
    return String.format(Locale.ROOT, "%.2fcm", (PAGE_CENTIMETRES - firstWidth(others)) / others);
  }

  private void style(String name, String family, String properties, String... values)
      throws XMLStreamException {
    xml.writeStartElement("style:style");
    xml.writeAttribute("style:name", name);
    xml.writeAttribute("style:family", family);
    xml.writeEmptyElement("style:" + properties + "-properties");
    for (int i = 0; i < values.length; i += 2) {
      xml.writeAttribute(values[i], values[i + 1]);
    }
    xml.writeEndElement();
  }

  /** A paragraph of a named style. */
  void paragraph(String style, String text) throws XMLStreamException {
    xml.writeStartElement("text:p");
    xml.writeAttribute("text:style-name", style);
    xml.writeCharacters(OpenDocument.legal(text));
    xml.writeEndElement();
  }

  /** Written text with its marks. */
  void prose(Node node) {
    node.accept(new Prose());
  }

  /** A table; its head is repeated on each page. */
  void table(ReportPart.Grid grid) throws XMLStreamException {
    begin(grid.head().size() - 1);
    xml.writeStartElement("table:table-header-rows");
    row();
    for (int i = 0; i < grid.head().size(); i++) {
      cell("Head", i == 0 ? "Table_20_Heading" : "Table_20_Number_20_Heading", grid.head().get(i));
    }
    xml.writeEndElement();
    xml.writeEndElement();
    for (ReportPart.Line line : grid.lines()) {
      line(line, "Table_20_Contents", "Table_20_Number");
    }
    if (grid.total() != null) {
      line(grid.total(), "Table_20_Heading", "Table_20_Number_20_Heading");
    }
    xml.writeEndElement();
  }

  private void line(ReportPart.Line line, String nameStyle, String valueStyle)
      throws XMLStreamException {
    row();
    cell("Box", nameStyle, line.name());
    for (String value : line.values()) {
      cell("Box", valueStyle, value);
    }
    xml.writeEndElement();
  }

  /** Figures, each with its definition beside it. */
  void figures(List<ReportPart.Figure> figures) throws XMLStreamException {
    begin(1);
    for (ReportPart.Figure figure : figures) {
      row();
      openCell("Box");
      paragraph("Table_20_Heading", figure.name());
      paragraph("Definition", figure.definition());
      xml.writeEndElement();
      cell("Box", "Figure_20_Value", figure.value());
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void begin(int others) throws XMLStreamException {
    tables++;
    int known = Math.min(others, MOST_COLUMNS);
    xml.writeStartElement("table:table");
    xml.writeAttribute("table:name", "T" + tables);
    xml.writeAttribute("table:style-name", "Told");
    xml.writeEmptyElement("table:table-column");
    xml.writeAttribute("table:style-name", "First" + known);
    xml.writeEmptyElement("table:table-column");
    xml.writeAttribute("table:style-name", "Next" + known);
    xml.writeAttribute("table:number-columns-repeated", String.valueOf(others));
  }

  private void row() throws XMLStreamException {
    xml.writeStartElement("table:table-row");
    xml.writeAttribute("table:style-name", "Line");
  }

  private void openCell(String style) throws XMLStreamException {
    xml.writeStartElement("table:table-cell");
    xml.writeAttribute("table:style-name", style);
    xml.writeAttribute("office:value-type", "string");
  }

  private void cell(String style, String paragraph, String text) throws XMLStreamException {
    openCell(style);
    paragraph(paragraph, text);
    xml.writeEndElement();
  }

  /**
   * A picture with its stand-in for programs that do not draw.
   *
   * @param ratio height over width
   */
  void picture(String name, String words, double ratio, String drawing, String pixels)
      throws XMLStreamException {
    pictures++;
    xml.writeStartElement("text:p");
    xml.writeAttribute("text:style-name", "Picture");
    xml.writeStartElement("draw:frame");
    xml.writeAttribute("draw:name", "P" + pictures);
    xml.writeAttribute("draw:style-name", "Drawn");
    xml.writeAttribute("text:anchor-type", "as-char");
    xml.writeAttribute("svg:width", PAGE_WIDTH);
    xml.writeAttribute(
        "svg:height", String.format(Locale.ROOT, "%.2fcm", PAGE_CENTIMETRES * ratio));
    image(drawing, "image/svg+xml");
    image(pixels, "image/png");
    xml.writeStartElement("svg:title");
    xml.writeCharacters(OpenDocument.legal(name));
    xml.writeEndElement();
    xml.writeStartElement("svg:desc");
    xml.writeCharacters(OpenDocument.legal(words));
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void image(String path, String type) throws XMLStreamException {
    xml.writeEmptyElement("draw:image");
    xml.writeAttribute("xlink:href", path);
    xml.writeAttribute("xlink:type", "simple");
    xml.writeAttribute("xlink:show", "embed");
    xml.writeAttribute("xlink:actuate", "onLoad");
    xml.writeAttribute("draw:mime-type", type);
  }

  @Override
  public void close() throws XMLStreamException {
    xml.writeEndDocument();
    xml.flush();
    xml.close();
  }

  /** Runs a step of a visitor, which may not throw what writing throws. */
  private interface Step {
    void run() throws XMLStreamException;
  }

  private static void written(Step step) {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A report could not be written", e);
    }
  }

  private final class Prose extends AbstractVisitor {
    private void within(String element, String style, Node node, String... more) {
      written(
          () -> {
            xml.writeStartElement(element);
            if (style != null) {
              xml.writeAttribute("text:style-name", style);
            }
            for (int i = 0; i < more.length; i += 2) {
              xml.writeAttribute(more[i], more[i + 1]);
            }
          });
      visitChildren(node);
      written(xml::writeEndElement);
    }

    @Override
    public void visit(Heading heading) {
      // The title of the document is no heading of its outline.
      int level = heading.getLevel() - 1;
      within("text:h", "Heading_20_" + level, heading, "text:outline-level", String.valueOf(level));
    }

    @Override
    public void visit(Paragraph paragraph) {
      within("text:p", "Text_20_body", paragraph);
    }

    @Override
    public void visit(BulletList list) {
      within("text:list", "List_20_1", list);
    }

    @Override
    public void visit(OrderedList list) {
      within("text:list", "Numbering_20_1", list);
    }

    @Override
    public void visit(ListItem item) {
      within("text:list-item", null, item);
    }

    @Override
    public void visit(StrongEmphasis strong) {
      within("text:span", "Strong_20_Emphasis", strong);
    }

    @Override
    public void visit(Emphasis emphasis) {
      within("text:span", "Emphasis", emphasis);
    }

    @Override
    public void visit(SoftLineBreak line) {
      written(() -> xml.writeEmptyElement("text:line-break"));
    }

    @Override
    public void visit(HardLineBreak line) {
      written(() -> xml.writeEmptyElement("text:line-break"));
    }

    @Override
    public void visit(Text text) {
      written(() -> xml.writeCharacters(OpenDocument.legal(text.getLiteral())));
    }
  }
}
