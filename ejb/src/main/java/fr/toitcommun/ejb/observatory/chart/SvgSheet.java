package fr.toitcommun.ejb.observatory.chart;

import java.awt.Dimension;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.anim.dom.SVGDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.apache.batik.svggen.SVGSyntax;
import org.apache.batik.util.SVGConstants;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes a chart as one SVG element that can stand alone or within a page. */
final class SvgSheet {
  private static final String FONTS =
      "'Liberation Sans', system-ui, 'Helvetica Neue', Arial, sans-serif";

  private SvgSheet() {}

  /**
   * @param title its name for those who do not see it
   * @param description its values in words
   */
  static String write(
      JFreeChart chart, int width, int height, String language, String title, String description) {
    // Ids must differ between the charts of one page.
    String prefix =
        "c" + Integer.toHexString((title + description + width).hashCode()).replace("-", "") + "-";
    Document document =
        SVGDOMImplementation.getDOMImplementation()
            .createDocument(SVGConstants.SVG_NAMESPACE_URI, "svg", null);
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setIDGenerator(
        new SVGIDGenerator() {
          @Override
          public String generateID(String name) {
            return super.generateID(prefix + name);
          }
        });
    context.setExtensionHandler(new Hatch.Handler());
    context.setComment(null);
    SVGGraphics2D pen = new SVGGraphics2D(context, false);
    pen.setSVGCanvasSize(new Dimension(width, height));
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    chart.draw(pen, new Rectangle2D.Double(0, 0, width, height));
    Element root = pen.getRoot();
    root.setAttribute("viewBox", "0 0 " + width + " " + height);
    root.setAttribute("role", "img");
    root.setAttribute("lang", language);
    root.setAttribute("aria-labelledby", prefix + "title " + prefix + "desc");
    plain(root);
    root.setAttribute("font-family", FONTS);
    root.insertBefore(text(document, "desc", prefix, description), root.getFirstChild());
    root.insertBefore(text(document, "title", prefix, title), root.getFirstChild());
    return string(root);
  }

  private static Element text(Document document, String name, String prefix, String text) {
    Element element = document.createElementNS(SVGConstants.SVG_NAMESPACE_URI, name);
    element.setAttribute("id", prefix + name);
    element.setTextContent(text);
    return element;
  }

  /**
   * One family for all, with others to fall back on, which Java's fonts cannot say; and no name
   * that every chart has.
   */
  private static void plain(Element element) {
    element.removeAttribute("font-family");
    if (element.getAttribute("id").equals(SVGSyntax.ID_PREFIX_GENERIC_DEFS)) {
      element.removeAttribute("id");
    }
    List<Node> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      children.add(node);
    }
    for (Node node : children) {
      if (node instanceof Element child) {
        plain(child);
      }
    }
  }

  private static String string(Element root) {
    try {
      TransformerFactory factory = TransformerFactory.newDefaultInstance();
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
      Transformer transformer = factory.newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter svg = new StringWriter();
      transformer.transform(new DOMSource(root), new StreamResult(svg));
      return svg.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException("A chart could not be written", e);
    }
  }
}
