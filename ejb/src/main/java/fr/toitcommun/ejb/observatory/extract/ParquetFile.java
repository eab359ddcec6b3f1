package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.ejb.observatory.extract.ExtractBook.About;
import fr.toitcommun.ejb.observatory.extract.ExtractBook.Heading;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.duckdb.DuckDBDriver;

/**
 * A columnar file, written by DuckDB from the rows as they come: they flow through a file, since
 * its writer holds a group of rows in memory of its own, outside the heap, and no more than {@value
 * #MEMORY}. What the extract is stands in the file's own metadata.
 */
final class ParquetFile {
  private static final String MEMORY = "128MB";

  /** Of this server alone: what lies there when it starts, one that was killed has left. */
  private static final Path PLACE =
      Path.of(
          System.getProperty("jboss.server.temp.dir", System.getProperty("java.io.tmpdir")),
          "toit-commun-extracts");

  private ParquetFile() {}

  /**
   * Deletes the rows that a server has left which was killed at it.
   *
   * @throws IOException when they cannot be deleted
   */
  static void clear() throws IOException {
    if (Files.isDirectory(PLACE)) {
      try (Stream<Path> left = Files.walk(PLACE)) {
        for (Path one : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }

  static void write(ExtractBook book, OutputStream out) throws IOException {
    Files.createDirectories(PLACE);
    Path folder = Files.createTempDirectory(PLACE, "extract");
    Path rows = folder.resolve("rows.csv");
    Path columnar = folder.resolve("rows.parquet");
    try {
      writeRows(book, rows);
      convert(book, rows, columnar);
      Files.copy(columnar, out);
    } catch (SQLException e) {
      throw new IOException(e);
    } finally {
      Files.deleteIfExists(rows);
      Files.deleteIfExists(columnar);
      Files.deleteIfExists(folder);
    }
  }

  private static void writeRows(ExtractBook book, Path file) throws IOException {
    try (BufferedWriter text = Files.newBufferedWriter(file);
        CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      book.rows(row -> csv.printRecord(Arrays.asList(row)));
    }
  }

  private static void convert(ExtractBook book, Path rows, Path columnar) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", MEMORY);
    settings.setProperty("threads", "1");
    String columns =
        book.headings().stream()
            .map(heading -> quoted(heading.name()) + ": " + quoted(type(heading)))
            .collect(Collectors.joining(", "));
    String about =
        book.about().stream()
            .map(line -> named(line) + ": " + quoted(line.said()))
            .collect(Collectors.joining(", "));
    try (Connection engine = new DuckDBDriver().connect("jdbc:duckdb:", settings);
        Statement statement = engine.createStatement()) {
      statement.execute(
          "copy (from read_csv("
              + quoted(rows.toString())
              + ", header = false, delim = ',', quote = '\"', escape = '\"', columns = {"
              + columns
              + "})) to "
              + quoted(columnar.toString())
              + " (format parquet, compression zstd, kv_metadata {"
              + about
              + "})");
    }
  }

  private static String named(About line) {
    return "\"" + line.what().replace("\"", "") + "\"";
  }

  private static String type(Heading heading) {
    return switch (heading.type()) {
      case CODE, TEXT -> "VARCHAR";
      case INTEGER -> "BIGINT";
      case DECIMAL -> "DOUBLE";
      case DATE -> "DATE";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
