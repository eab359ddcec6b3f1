package fr.toitcommun.ejb.observatory.extract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.observatory.extract.ColumnType;
import fr.toitcommun.persistence.observatory.extract.ExtractColumn;
import fr.toitcommun.persistence.observatory.extract.ExtractFormat;
import fr.toitcommun.persistence.observatory.extract.ExtractSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.odftoolkit.odfdom.doc.OdfSpreadsheetDocument;
import org.odftoolkit.odfdom.doc.table.OdfTable;
import org.odftoolkit.odfdom.doc.table.OdfTableCell;

/** Each format opened by another library than the one that wrote it. */
class ExtractFilesTest {
  private static final String[] HEADINGS = {
    "rang", "motif", "motif_libelle", "depot", "revenu", "note"
  };

  @Test
  void aWorkbookSaysWhatItIsHoldsItsRowsAndItsDictionary() throws IOException {
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(written(ExtractFormat.XLSX)))) {
      List<Sheet> sheets = workbook.getSheets().toList();
      assertThat(sheets)
          .extracting(Sheet::getName)
          .containsExactly("À lire", "Données", "Dictionnaire");
      assertThat(sheets.get(0).read().get(1).getCellText(1)).isEqualTo("Demandes d'essai");
      List<Row> rows = sheets.get(1).read();
      assertThat(rows.get(0).stream().map(Cell::getText)).containsExactly(HEADINGS);
      assertThat(rows.get(1).getCell(0).asNumber()).isEqualByComparingTo("1");
      assertThat(rows.get(1).getCellText(1)).isEqualTo("01");
      assertThat(rows.get(1).getCellText(2)).isEqualTo("Sans logement");
      assertThat(rows.get(1).getCell(3).asDate().toLocalDate())
          .isEqualTo(LocalDate.of(2006, 5, 15));
      assertThat(rows.get(1).getCell(4).asNumber()).isEqualByComparingTo("1234.5");
      // A text, whatever it begins with.
      assertThat(rows.get(1).getCell(5).getType()).isEqualTo(CellType.STRING);
      assertThat(rows.get(1).getCellText(5)).isEqualTo("=1+1");
      assertThat(rows.get(2).getCell(0).asNumber()).isEqualByComparingTo("-2");
      assertThat(rows).hasSize(5);
      assertThat(sheets.get(2).read().stream().map(row -> row.getCellText(5))).contains("01", "09");
    }
  }

  @Test
  void anOpenDocumentHoldsTheSame() throws Exception {
    try (OdfSpreadsheetDocument document =
        OdfSpreadsheetDocument.loadDocument(new ByteArrayInputStream(written(ExtractFormat.ODS)))) {
      assertThat(document.getSpreadsheetTables())
          .extracting(OdfTable::getTableName)
          .containsExactly("À lire", "Données", "Dictionnaire");
      OdfTable data = document.getTableByName("Données");
      assertThat(data.getRowCount()).isEqualTo(5);
      for (int x = 0; x < HEADINGS.length; x++) {
        assertThat(data.getCellByPosition(x, 0).getStringValue()).isEqualTo(HEADINGS[x]);
      }
      assertThat(data.getCellByPosition(0, 2).getDoubleValue()).isEqualTo(-2.0);
      assertThat(data.getCellByPosition(1, 1).getStringValue()).isEqualTo("01");
      assertThat(data.getCellByPosition(2, 2).getStringValue())
          .isEqualTo("=Trop cher; \"vraiment\"");
      assertThat(data.getCellByPosition(3, 1).getLocalDateValue())
          .isEqualTo(LocalDate.of(2006, 5, 15));
      assertThat(data.getCellByPosition(4, 1).getDoubleValue()).isEqualTo(1234.5);
      OdfTableCell guarded = data.getCellByPosition(5, 1);
      assertThat(guarded.getValueType()).isEqualTo("string");
      assertThat(guarded.getFormula()).isNullOrEmpty();
      assertThat(document.getPackage().getMediaTypeString())
          .isEqualTo("application/vnd.oasis.opendocument.spreadsheet");
    }
  }

  /** Every reader of OpenDocument looks for this at byte 38, uncompressed. */
  @Test
  void anOpenDocumentBeginsWithItsMediaType() throws IOException {
    byte[] file = written(ExtractFormat.ODS);
    assertThat(new String(file, 30, 54, StandardCharsets.US_ASCII))
        .isEqualTo("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
  }

  @Test
  void aCsvIsWhatFrenchSpreadsheetsOpenAndRunsNothing() throws IOException {
    String text = new String(written(ExtractFormat.CSV), StandardCharsets.UTF_8);
    assertThat(text).startsWith("\ufeffrang;motif;motif_libelle;depot;revenu;note\r\n");
    List<CSVRecord> rows = read(text.substring(1));
    assertThat(rows).hasSize(5);
    assertThat(rows.get(1).toList())
        .containsExactly("1", "01", "Sans logement", "2006-05-15", "1234,5", "'=1+1");
    assertThat(rows.get(2).toList())
        .containsExactly("-2", "09", "'=Trop cher; \"vraiment\"", "", "-0,13", "'@SOMME(A1)");
    // A code that its list has lost is not lost with it.
    assertThat(rows.get(3).get(2)).isEqualTo("77");
    assertThat(rows.get(3).get(4)).isEqualTo("1000000");
    assertThat(rows.get(3).get(5)).isEqualTo("l'été; \"à deux\"\nlignes\u0007");
    assertThat(rows.get(4).toList()).containsExactly("4", "", "", "", "", "");
  }

  @Test
  void accessFindsASchemaOfEveryColumn() throws IOException {
    Map<String, String> files = unzipped(written(ExtractFormat.ACCESS));
    assertThat(files.keySet()).containsExactly("schema.ini", "donnees.csv", "dictionnaire.csv");
    assertThat(files.get("schema.ini"))
        .isEqualTo(
            String.join(
                "\r\n",
                "[donnees.csv]",
                "ColNameHeader=True",
                "Format=Delimited(;)",
                "CharacterSet=65001",
                "DecimalSymbol=,",
                "DateTimeFormat=yyyy-mm-dd",
                "MaxScanRows=0",
                "Col1=\"rang\" Long",
                "Col2=\"motif\" Text",
                "Col3=\"motif_libelle\" Text",
                "Col4=\"depot\" DateTime",
                "Col5=\"revenu\" Double",
                "Col6=\"note\" Text",
                ""));
    assertThat(files.get("donnees.csv")).startsWith("rang;motif;");
    List<CSVRecord> dictionary = read(files.get("dictionnaire.csv").substring(1));
    assertThat(dictionary.get(0).toList()).containsExactly("Extrait", "Demandes d'essai");
    assertThat(dictionary.stream().filter(row -> row.size() == 7).map(row -> row.get(0)))
        .contains(HEADINGS);
  }

  @Test
  void aColumnarFileKeepsTypesAndSaysWhatItIs(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("rows.parquet");
    Files.write(file, written(ExtractFormat.PARQUET));
    try (Connection engine = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        Statement statement = engine.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery(
              "select rang, motif, motif_libelle, depot, revenu, note from '" + file + "'")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getLong(1)).isEqualTo(1);
        assertThat(rows.getString(2)).isEqualTo("01");
        assertThat(rows.getObject(4, LocalDate.class)).isEqualTo(LocalDate.of(2006, 5, 15));
        assertThat(rows.getDouble(5)).isEqualTo(1234.5);
        // No spreadsheet reads it: the text is as it is.
        assertThat(rows.getString(6)).isEqualTo("=1+1");
      }
      try (ResultSet about =
          statement.executeQuery(
              "select decode(value) from parquet_kv_metadata('"
                  + file
                  + "') where decode(key) = 'Secret'")) {
        assertThat(about.next()).isTrue();
        assertThat(about.getString(1)).isEqualTo("aucun; 'vraiment'");
      }
    }
  }

  /** Whatever columns an extract has, whoever reads it needs no list of codes beside. */
  @Test
  void everyCodeHasItsLabelBesideInEveryFormat() throws IOException {
    ExtractBook book = InventedRows.book(Locale.ENGLISH);
    List<String> names = book.headings().stream().map(ExtractBook.Heading::name).toList();
    for (ExtractColumn column : InventedRows.COLUMNS) {
      if (column.type() == ColumnType.CODE) {
        assertThat(names.get(names.indexOf(column.name()) + 1)).isEqualTo(column.name() + "_label");
      }
    }
    List<Object[]> rows = new ArrayList<>();
    book.rows(row -> rows.add(row.clone()));
    assertThat(rows).allMatch(row -> (row[1] == null) == (row[2] == null));
    for (ExtractFormat format :
        EnumSet.complementOf(EnumSet.of(ExtractFormat.PDF, ExtractFormat.ODT))) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ExtractFiles.write(book, format, out);
      assertThat(out.size()).as(format.name()).isPositive();
    }
  }

  @Test
  void whatASheetCannotHoldGoesOnOnTheNext() throws IOException {
    long rows = Sheets.MOST_ROWS + 2L;
    ExtractSource many =
        new ExtractSource() {
          @Override
          public List<ExtractColumn> columns() {
            return List.of(ExtractColumn.of("rang", ColumnType.INTEGER, "Rang", "", ""));
          }

          @Override
          public long total() {
            return rows;
          }

          @Override
          public void forEach(RowConsumer consumer) {
            for (int i = 1; i <= rows; i++) {
              consumer.take(new Object[] {i});
            }
          }
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExtractFiles.write(
        new ExtractBook(new ExtractTexts(Locale.FRENCH), List.of(), many), ExtractFormat.XLSX, out);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      List<Row> rest = workbook.findSheet("Données 2").orElseThrow().read();
      assertThat(rest.get(0).getCellText(0)).isEqualTo("rang");
      assertThat(rest.get(2).getCell(0).asNumber()).isEqualByComparingTo(BigDecimal.valueOf(rows));
    }
  }

  private static byte[] written(ExtractFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExtractFiles.write(InventedRows.book(Locale.FRENCH), format, out);
    return out.toByteArray();
  }

  private static List<CSVRecord> read(String text) throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(';')
        .get()
        .parse(new StringReader(text))
        .getRecords();
  }

  private static Map<String, String> unzipped(byte[] file) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (InputStream in = new ByteArrayInputStream(file);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
