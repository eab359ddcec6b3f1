package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.ejb.document.OpenDocument;
import fr.toitcommun.ejb.document.SvgPixels;
import fr.toitcommun.persistence.observatory.report.ReportFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;

/** Writes a report as OpenDocument text, to go on writing in: headings, tables, charts, styles. */
final class ReportOdt {
  private static final String MANIFEST_BEGINS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
      """;

  private static final float PIXELS = 1440;
  private static final Pattern BOX =
      Pattern.compile("viewBox=\"0 0 (\\d+(?:\\.\\d+)?) (\\d+(?:\\.\\d+)?)\"");

  private final ReportPaper paper;
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(String path, String type, byte[] content) {}

  private ReportOdt(ReportPaper paper) {
    this.paper = paper;
  }

  /**
   * The document.
   *
   * @throws IllegalStateException when it cannot be written
   */
  static byte[] write(ReportPaper paper) {
    try {
      return new ReportOdt(paper).document();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A report could not be written", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] document() throws XMLStreamException, IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (OdtContent body = new OdtContent(content)) {
      body.paragraph("Title", paper.title());
      body.paragraph("Subtitle", paper.subject());
      for (ReportPart part : paper.parts()) {
        write(body, part);
      }
    }
    entries.add(new Entry("content.xml", "text/xml", content.toByteArray()));
    entries.add(new Entry("styles.xml", "text/xml", styles()));
    entries.add(new Entry("meta.xml", "text/xml", meta()));
    return zipped();
  }

  private void write(OdtContent body, ReportPart part) throws XMLStreamException {
    if (part instanceof ReportPart.Prose prose) {
      body.prose(prose.node());
    } else if (part instanceof ReportPart.Figures figures) {
      body.figures(figures.figures());
      body.paragraph("Source", figures.source());
    } else if (part instanceof ReportPart.Grid grid) {
      body.paragraph("Caption", grid.caption());
      body.table(grid);
      body.paragraph("Source", grid.source());
    } else if (part instanceof ReportPart.Picture picture) {
      body.paragraph("Caption", picture.caption());
      picture(body, picture);
      body.paragraph("Source", picture.source());
    } else if (part instanceof ReportPart.Lacking lacking) {
      body.paragraph("Text_20_body", lacking.words());
    }
  }

  private void picture(OdtContent body, ReportPart.Picture picture) throws XMLStreamException {
    String name = "Pictures/chart" + entries.size();
    byte[] pixels = SvgPixels.png(picture.svg(), PIXELS);
    entries.add(
        new Entry(name + ".svg", "image/svg+xml", picture.svg().getBytes(StandardCharsets.UTF_8)));
    entries.add(new Entry(name + ".png", "image/png", pixels));
    body.picture(
        picture.caption(), picture.words(), ratio(picture.svg()), name + ".svg", name + ".png");
  }

  /** Height over width. */
  private static double ratio(String svg) {
    Matcher box = BOX.matcher(svg);
    if (!box.find()) {
      throw new IllegalStateException("A drawing without size");
    }
    return Double.parseDouble(box.group(2)) / Double.parseDouble(box.group(1));
  }

  private byte[] styles() throws IOException {
    try (InputStream in = ReportOdt.class.getResourceAsStream("styles.xml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@LANGUAGE@", paper.locale().getLanguage())
          .replace("@COUNTRY@", paper.locale().getCountry())
          .replace("@FOOTER@", escaped(paper.title()))
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  private byte[] meta() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.3">
      <office:meta><meta:generator>Toit commun</meta:generator><dc:title>%s</dc:title><dc:subject>%s</dc:subject><dc:language>%s</dc:language><meta:creation-date>%sT00:00:00</meta:creation-date></office:meta>
    </office:document-meta>
    """
        .formatted(
            escaped(paper.title()),
            escaped(paper.subject()),
            paper.locale().toLanguageTag(),
            paper.day())
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] zipped() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      OpenDocument.begin(zip, ReportFormat.ODT.mediaType());
      StringBuilder manifest = new StringBuilder(MANIFEST_BEGINS);
      manifest.append(listed("/", ReportFormat.ODT.mediaType()));
      for (Entry entry : entries) {
        zip.putNextEntry(new ZipEntry(entry.path()));
        zip.write(entry.content());
        zip.closeEntry();
        manifest.append(listed(entry.path(), entry.type()));
      }
      zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
      zip.write(
          manifest.append("</manifest:manifest>").toString().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static String listed(String path, String type) {
    return "<manifest:file-entry manifest:full-path=\""
        + path
        + "\" manifest:media-type=\""
        + type
        + "\"/>\n";
  }

  private static String escaped(String text) {
    return OpenDocument.legal(text).replace("&", "&amp;").replace("<", "&lt;");
  }
}
