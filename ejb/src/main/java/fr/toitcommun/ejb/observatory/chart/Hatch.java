package fr.toitcommun.ejb.observatory.chart;

import java.awt.Color;
import java.awt.Paint;
import java.awt.PaintContext;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.ColorModel;
import org.apache.batik.svggen.DefaultExtensionHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGPaintDescriptor;
import org.apache.batik.util.SVGConstants;
import org.w3c.dom.Element;

/**
 * A colour with a pattern on it, so that series are told apart without their colours. In SVG it is
 * a vector pattern.
 *
 * @param strokes white lines in a square of {@value #SIDE} pixels, as SVG path data
 */
record Hatch(Color colour, String strokes) implements Paint {
  private static final int SIDE = 8;

  /** Seen by no one: charts are written as SVG, where {@link Handler} makes the pattern. */
  @Override
  public PaintContext createContext(
      ColorModel model,
      Rectangle device,
      Rectangle2D user,
      AffineTransform transform,
      RenderingHints hints) {
    return colour.createContext(model, device, user, transform, hints);
  }

  @Override
  public int getTransparency() {
    return OPAQUE;
  }

  /** Tells Batik how a hatch is written. */
  static final class Handler extends DefaultExtensionHandler {
    @Override
    public SVGPaintDescriptor handlePaint(Paint paint, SVGGeneratorContext context) {
      return paint instanceof Hatch hatch
          ? hatch.pattern(context)
          : super.handlePaint(paint, context);
    }
  }

  private SVGPaintDescriptor pattern(SVGGeneratorContext context) {
    Element pattern = element(context, "pattern");
    String id = context.getIDGenerator().generateID("hatch");
    pattern.setAttribute("id", id);
    pattern.setAttribute("patternUnits", "userSpaceOnUse");
    pattern.setAttribute("width", String.valueOf(SIDE));
    pattern.setAttribute("height", String.valueOf(SIDE));
    Element ground = element(context, "rect");
    ground.setAttribute("width", String.valueOf(SIDE));
    ground.setAttribute("height", String.valueOf(SIDE));
    ground.setAttribute("fill", String.format("#%06x", colour.getRGB() & 0xffffff));
    pattern.appendChild(ground);
    Element lines = element(context, "path");
    lines.setAttribute("d", strokes);
    lines.setAttribute("stroke", "#ffffff");
    lines.setAttribute("stroke-width", "1.3");
    lines.setAttribute("fill", "none");
    pattern.appendChild(lines);
    return new SVGPaintDescriptor("url(#" + id + ")", "1", pattern);
  }

  private static Element element(SVGGeneratorContext context, String name) {
    return context.getDOMFactory().createElementNS(SVGConstants.SVG_NAMESPACE_URI, name);
  }
}
