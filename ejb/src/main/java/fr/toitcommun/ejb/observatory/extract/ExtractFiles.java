package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.ejb.observatory.extract.ExtractBook.About;
import fr.toitcommun.persistence.installation.OfficeCsv;
import fr.toitcommun.persistence.observatory.extract.ExtractFormat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a book as the file that was asked for, row after row. */
public final class ExtractFiles {
  static final String DATA = "donnees.csv";
  static final String DICTIONARY = "dictionnaire.csv";

  private ExtractFiles() {}

  /**
   * Writes it; the stream stays open.
   *
   * @throws IOException when the stream refuses
   */
  public static void write(ExtractBook book, ExtractFormat format, OutputStream out)
      throws IOException {
    switch (format) {
      case XLSX -> sheets(book, new XlsxSheets(out));
      case ODS -> sheets(book, new OdsSheets(out));
      case CSV -> {
        Writer text = text(out);
        rows(book, OfficeCsv.marked(text));
        text.flush();
      }
      case ACCESS -> access(book, out);
      case PARQUET -> ParquetFile.write(book, out);
      case PDF, ODT -> throw new IllegalArgumentException("Rows are no reports: " + format);
    }
  }

  /** What it is, its rows on as many sheets as they need, its dictionary. */
  private static void sheets(ExtractBook book, Sheets sheets) throws IOException {
    ExtractTexts texts = book.texts();
    try (sheets) {
      sheets.begin(
          texts.say("sheet.about"), List.of(texts.say("about.what"), texts.say("about.said")));
      for (About line : book.about()) {
        sheets.row(new Object[] {line.what(), line.said()});
      }
      sheets.end();
      new Data(sheets, texts.say("sheet.data"), book.names()).write(book);
      sheets.begin(texts.say("sheet.dictionary"), book.dictionaryHeadings());
      book.dictionary(sheets::row);
      sheets.end();
    }
  }

  /** Goes on with a further sheet where one is full. */
  private static final class Data {
    private final Sheets sheets;
    private final String name;
    private final List<String> headings;
    private int sheet = 1;
    private int rows;

    Data(Sheets sheets, String name, List<String> headings) {
      this.sheets = sheets;
      this.name = name;
      this.headings = headings;
    }

    void write(ExtractBook book) throws IOException {
      sheets.begin(name, headings);
      book.rows(this::row);
      sheets.end();
    }

    private void row(Object[] cells) throws IOException {
      if (rows == Sheets.MOST_ROWS) {
        sheets.end();
        sheet++;
        rows = 0;
        sheets.begin(name + " " + sheet, headings);
      }
      sheets.row(cells);
      rows++;
    }
  }

  private static void rows(ExtractBook book, OfficeCsv csv) throws IOException {
    csv.row(book.names());
    book.rows(row -> csv.row(Arrays.asList(row)));
  }

  /**
   * The dictionary as a file of its own: in its first lines what the extract is, since the first
   * line of the data is to be their heading.
   */
  public static void dictionary(ExtractBook book, Writer text) throws IOException {
    OfficeCsv csv = OfficeCsv.marked(text);
    for (About line : book.about()) {
      csv.row(List.of(line.what(), line.said()));
    }
    csv.row(List.of());
    csv.row(book.dictionaryHeadings());
    book.dictionary(row -> csv.row(Arrays.asList(row)));
  }

  private static void access(ExtractBook book, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    Writer text = text(zip);
    zip.putNextEntry(new ZipEntry("schema.ini"));
    text.write(AccessSchema.of(DATA, book.headings()));
    text.flush();
    zip.putNextEntry(new ZipEntry(DATA));
    rows(book, OfficeCsv.unmarked(text));
    text.flush();
    zip.putNextEntry(new ZipEntry(DICTIONARY));
    dictionary(book, text);
    text.flush();
    zip.closeEntry();
    zip.finish();
  }

  private static Writer text(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }
}
