package fr.toitcommun.ejb.observatory.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A map as SVG: the one drawing of screen, export and report. Colours are in the drawing itself, so
 * that it looks the same wherever it is opened.
 */
public final class MapPicture {
  private static final String FONT = "Liberation Sans, Arial, Helvetica, sans-serif";
  private static final int MARGIN = 40;
  private static final int LEGEND = 560;
  private static final int LINE = 44;

  /** Of the territories without shape so many are named on a sheet; the others are counted. */
  private static final int NAMED = 20;

  private final MapContent content;
  private final Frame frame;

  /** Of this content. */
  public MapPicture(MapContent content) {
    this.content = content;
    this.frame = new Frame(content.ground().extent());
  }

  /**
   * One map without words around it, to stand in a page that has them; with what its sizes mean,
   * which no page could draw as large as they are in the map.
   *
   * @param number which panel
   */
  public String map(int number) {
    MapPanel panel = content.panels().get(number);
    PanelDrawing drawing = drawing(number);
    MapLegend sizes = drawing.legend().sizes();
    boolean some = !sizes.lines().isEmpty() || !sizes.circles().isEmpty();
    int height = frame.height() + (some ? SheetLegend.height(sizes, 1) : 0);
    StringBuilder svg = open(frame.width(), height, "map-" + number, "group");
    described(svg, "map-" + number, titleOf(panel), description(number));
    svg.append(drawing.definitions());
    drawing.draw(svg);
    new SheetLegend(svg, MARGIN, frame.height() + MARGIN, 1, SheetLegend.LARGE).draw("", sizes);
    return svg.append("</svg>").toString();
  }

  /** What the signs of a panel mean. */
  public MapLegend legend(int number) {
    return drawing(number).legend();
  }

  private PanelDrawing drawing(int number) {
    return new PanelDrawing(content, content.panels().get(number), frame, number);
  }

  private String titleOf(MapPanel panel) {
    return content.title() + (panel.label().isEmpty() ? "" : " – " + panel.label());
  }

  /**
   * What the picture shows, in a sentence for those who do not see it; of a comparison the change.
   */
  public String description() {
    return description(content.panels().size() - 1);
  }

  /** What a panel shows, in a sentence that begins with its date where there are several. */
  String description(int number) {
    if (content.flows() != null) {
      return flowsSaid();
    }
    MapPanel panel = content.panels().get(number);
    String told = figuresOf(panel);
    return panel.label().isEmpty() ? told : content.words().text("told", panel.label(), told);
  }

  private String figuresOf(MapPanel panel) {
    MapWords words = content.words();
    double[] told = Svg.told(panel.values(), content.ground());
    java.util.Arrays.sort(told);
    return told.length == 0
        ? words.text("describe.nothing")
        : words.text(
            told.length == 1 ? "describe.one" : "describe",
            words.count(told.length),
            words.count(content.ground().places().size()),
            said(panel, told[0]),
            said(panel, told[told.length - 1]),
            said(panel, (told[(told.length - 1) / 2] + told[told.length / 2]) / 2));
  }

  private String said(MapPanel panel, double figure) {
    MapValue value = new MapValue(figure, null, false);
    return panel.difference() ? content.words().change(value) : content.words().figure(value);
  }

  /** How much of all the lines show; empty where there are none. */
  public String flowsSaid() {
    Flows flows = content.flows();
    MapWords words = content.words();
    return flows == null
        ? ""
        : content.flowText(
            "flows",
            words.count(flows.shown().size()),
            words.count(flows.drawable()),
            words.figure(flows.shownTotal()),
            flows.total() == null ? words.text("flows.totalSecret") : words.count(flows.total()),
            words.count(flows.within()),
            words.count(flows.fromElsewhere()),
            words.count(flows.toElsewhere()),
            words.count(flows.secret()));
  }

  /** The whole sheet: title, maps, legend, note, source and date. */
  public String sheet() {
    int maps = content.panels().size();
    int columns = maps == 1 ? 1 : 2;
    double scale = maps == 1 ? 1 : 0.5;
    int rows = (maps + columns - 1) / columns;
    int cellWidth = (int) Math.ceil(frame.width() * scale);
    int cellHeight = (int) Math.ceil(frame.height() * scale) + (maps == 1 ? 0 : LINE + MARGIN);
    int width = 3 * MARGIN + columns * cellWidth + (maps == 1 ? LEGEND : 0);
    List<String> foot = foot(width);
    int top = MARGIN + 2 * LINE + MARGIN;
    // In the place of a fourth map stand the legends of the dates, beside each other, and below
    // them that of the change.
    int below = maps == 1 ? top : top + cellHeight;
    int third = below + legendHeight(0, Math.min(maps, 2), scale);
    int legends = third + legendHeight(2, maps, scale);
    int height = Math.max(top + rows * cellHeight, legends) + MARGIN + foot.size() * LINE;
    StringBuilder svg = open(width, height, "sheet", "img");
    described(svg, "sheet", content.title() + " – " + content.subtitle(), description());
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
    svg.append(drawing(0).definitions());
    text(svg, MARGIN, MARGIN + 36, 44, true, content.title());
    text(svg, MARGIN, MARGIN + 36 + LINE, 30, false, content.subtitle());
    for (int i = 0; i < maps; i++) {
      int x = MARGIN + i % columns * (cellWidth + MARGIN);
      int y = top + i / columns * cellHeight;
      if (maps > 1) {
        text(svg, x, y + 30, 30, true, content.panels().get(i).label());
        y += LINE;
      }
      svg.append(
          String.format(Locale.ROOT, "<g transform=\"translate(%d %d) scale(%s)\">", x, y, scale));
      new PanelDrawing(content, content.panels().get(i), frame, 0).draw(svg);
      svg.append("</g>");
    }
    if (maps == 1) {
      new SheetLegend(svg, width - LEGEND, top, scale, SheetLegend.SMALL).draw("", legend(0));
    } else {
      for (int i = 0; i < maps; i++) {
        new SheetLegend(
                svg,
                2 * MARGIN + cellWidth + i % 2 * cellWidth / 2,
                i < 2 ? below : third,
                scale,
                SheetLegend.SMALL)
            .draw(content.panels().get(i).label(), legend(i));
      }
    }
    int y = height - foot.size() * LINE + 10;
    for (String line : foot) {
      text(svg, MARGIN, y, 26, false, line);
      y += LINE;
    }
    return svg.append("</svg>").toString();
  }

  /** How high the highest of some legends is; the last of them is not counted any more. */
  private int legendHeight(int from, int to, double scale) {
    return IntStream.range(from, to)
        .map(number -> SheetLegend.height(legend(number), scale))
        .max()
        .orElse(0);
  }

  private List<String> foot(int width) {
    List<String> lines = new ArrayList<>();
    int most = width / 14;
    List<String> texts = new ArrayList<>(content.facts());
    texts.addAll(List.of(flowsSaid(), content.note(), withoutShape(), content.source()));
    for (String text : texts) {
      StringBuilder line = new StringBuilder();
      for (String word : text.split(" ")) {
        if (line.length() + word.length() + 1 > most) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
      }
    }
    return lines;
  }

  private String withoutShape() {
    List<String> names = content.withoutShape();
    String told = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    MapWords words = content.words();
    return names.isEmpty()
        ? ""
        : names.size() <= NAMED
            ? words.text("withoutShape", told)
            : words.text("withoutShape.more", told, words.count(names.size() - NAMED));
  }

  private StringBuilder open(int width, int height, String id, String role) {
    return new StringBuilder(1 << 18)
        .append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        .append(width)
        .append(' ')
        .append(height)
        .append("\" width=\"")
        .append(width / 2)
        .append("\" height=\"")
        .append(height / 2)
        .append("\" role=\"")
        .append(role)
        .append("\" aria-labelledby=\"")
        .append(id)
        .append("-title\" aria-describedby=\"")
        .append(id)
        .append("-desc\" lang=\"")
        .append(content.words().language())
        .append("\" font-family=\"")
        .append(FONT)
        .append("\">");
  }

  private static void described(StringBuilder svg, String id, String title, String description) {
    svg.append("<title id=\"").append(id).append("-title\">").append(Svg.text(title));
    svg.append("</title><desc id=\"").append(id).append("-desc\">");
    svg.append(Svg.text(description)).append("</desc>");
  }

  static void text(StringBuilder svg, int x, int y, int size, boolean bold, String text) {
    svg.append("<text x=\"").append(x).append("\" y=\"").append(y);
    svg.append("\" font-size=\"").append(size).append("\" fill=\"#1b2a30\"");
    svg.append(bold ? " font-weight=\"bold\">" : ">").append(Svg.text(text)).append("</text>");
  }
}
