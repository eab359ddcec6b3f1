package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.ejb.document.OpenDocument;
import fr.toitcommun.persistence.installation.OfficeCsv;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An OpenDocument spreadsheet (OASIS, ISO/IEC 26300). It is a container of ours because no library
 * writes it row by row (ADR 0023): {@code content.xml} flows through StAX into the zip.
 */
final class OdsSheets implements Sheets {
  private static final String MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet";
  private static final String MANIFEST =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
        <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="%s"/>
        <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
      </manifest:manifest>
      """
          .formatted(MEDIA_TYPE);

  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
  private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
  private static final String NUMBER = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0";
  private static final String FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";

  private static final int BUFFER = 64 * 1024;

  private final ZipOutputStream zip;
  private final XMLStreamWriter xml;

  OdsSheets(OutputStream out) throws IOException {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    OpenDocument.begin(zip, MEDIA_TYPE);
    zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
    zip.write(MANIFEST.getBytes(StandardCharsets.UTF_8));
    zip.putNextEntry(new ZipEntry("content.xml"));
    try {
      // The zip takes every few letters apart: without a buffer that is twenty times slower.
      xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(
                  new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), BUFFER));
      head();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void head() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("office", "document-content", OFFICE);
    xml.writeNamespace("office", OFFICE);
    xml.writeNamespace("table", TABLE);
    xml.writeNamespace("text", TEXT);
    xml.writeNamespace("style", STYLE);
    xml.writeNamespace("number", NUMBER);
    xml.writeNamespace("fo", FO);
    attribute("office", OFFICE, "version", "1.3");
    xml.writeStartElement("office", "automatic-styles", OFFICE);
    xml.writeStartElement("number", "date-style", NUMBER);
    attribute("style", STYLE, "name", "day-format");
    dayPart("day");
    xml.writeStartElement("number", "text", NUMBER);
    xml.writeCharacters("/");
    xml.writeEndElement();
    dayPart("month");
    xml.writeStartElement("number", "text", NUMBER);
    xml.writeCharacters("/");
    xml.writeEndElement();
    dayPart("year");
    xml.writeEndElement();
    style("day", "day-format");
    xml.writeEndElement();
    style("heading", null);
    xml.writeStartElement("style", "text-properties", STYLE);
    attribute("fo", FO, "font-weight", "bold");
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeStartElement("office", "body", OFFICE);
    xml.writeStartElement("office", "spreadsheet", OFFICE);
  }

  private void dayPart(String part) throws XMLStreamException {
    xml.writeStartElement("number", part, NUMBER);
    attribute("number", NUMBER, "style", "long");
    xml.writeEndElement();
  }

  private void style(String name, String format) throws XMLStreamException {
    xml.writeStartElement("style", "style", STYLE);
    attribute("style", STYLE, "name", name);
    attribute("style", STYLE, "family", "table-cell");
    if (format != null) {
      attribute("style", STYLE, "data-style-name", format);
    }
  }

  @Override
  public void begin(String name, List<String> headings) throws IOException {
    try {
      xml.writeStartElement("table", "table", TABLE);
      attribute("table", TABLE, "name", name);
      xml.writeStartElement("table", "table-column", TABLE);
      attribute("table", TABLE, "number-columns-repeated", String.valueOf(headings.size()));
      xml.writeEndElement();
      xml.writeStartElement("table", "table-header-rows", TABLE);
      xml.writeStartElement("table", "table-row", TABLE);
      for (String heading : headings) {
        xml.writeStartElement("table", "table-cell", TABLE);
        attribute("table", TABLE, "style-name", "heading");
        words(heading);
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void row(Object[] cells) throws IOException {
    try {
      xml.writeStartElement("table", "table-row", TABLE);
      for (Object cell : cells) {
        xml.writeStartElement("table", "table-cell", TABLE);
        if (cell != null) {
          value(cell);
        }
        xml.writeEndElement();
      }
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void value(Object cell) throws XMLStreamException {
    if (cell instanceof Number number) {
      boolean whole =
          !(cell instanceof BigDecimal || cell instanceof Double || cell instanceof Float);
      String written = whole ? number.toString() : OfficeCsv.decimal(number).toPlainString();
      attribute("office", OFFICE, "value-type", "float");
      attribute("office", OFFICE, "value", written);
      text(written);
    } else if (cell instanceof LocalDate day) {
      attribute("table", TABLE, "style-name", "day");
      attribute("office", OFFICE, "value-type", "date");
      attribute("office", OFFICE, "date-value", day.toString());
      text(day.toString());
    } else {
      words(cell.toString());
    }
  }

  /** A text, never a formula: its cell says that it is one. */
  private void words(String words) throws XMLStreamException {
    attribute("office", OFFICE, "value-type", "string");
    text(OpenDocument.legal(words));
  }

  private void text(String text) throws XMLStreamException {
    xml.writeStartElement("text", "p", TEXT);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void attribute(String prefix, String space, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(prefix, space, name, value);
  }

  @Override
  public void end() throws IOException {
    try {
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    zip.closeEntry();
    zip.finish();
  }
}
