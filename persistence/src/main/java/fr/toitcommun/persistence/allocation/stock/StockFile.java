package fr.toitcommun.persistence.allocation.stock;

import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A stock file: CSV in UTF-8, with or without byte order mark, or in Windows-1252; cells apart by
 * semicolons, commas or tabs. Its first line names the columns ({@link StockColumn}); an address
 * may stand in the four columns of the national register.
 */
public final class StockFile {
  /** Bytes. */
  public static final int LONGEST = 24 * 1024 * 1024;

  /** Lines. */
  public static final int MOST_LINES = 100_000;

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final List<String> STREET = List.of("NUMVOIE", "INDREP", "TYPVOIE", "NOMVOIE");

  private final CSVParser parser;
  private final List<String> headers;
  private final Map<StockColumn, Integer> places = new LinkedHashMap<>();
  private final List<Integer> street = new ArrayList<>();
  private final List<String> ignored = new ArrayList<>();

  /**
   * A line of the file.
   *
   * @param number in the file, from 1; the headers are the first
   * @param cells what stands in each column, null when nothing does
   * @param fault what is wrong with the line as such; null: nothing
   */
  public record Line(int number, Map<StockColumn, String> cells, Fault fault) {}

  private StockFile(CSVParser parser, List<String> headers) {
    this.parser = parser;
    this.headers = headers;
  }

  /**
   * Opens a file.
   *
   * @throws RefusedInput when it is no such file at all
   */
  public static StockFile open(byte[] content) {
    if (content.length == 0) {
      throw RefusedInput.at("file", "FILE_EMPTY");
    }
    if (content.length > LONGEST) {
      throw RefusedInput.at("file", "FILE_TOO_LARGE", LONGEST / (1024 * 1024));
    }
    String text = decoded(content);
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    char delimiter =
        List.of(';', ',', '\t').stream()
            .max(java.util.Comparator.comparingLong(one -> count(first, one)))
            .orElseThrow();
    CSVFormat format =
        CSVFormat.Builder.create(CSVFormat.DEFAULT)
            .setDelimiter(delimiter)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .get();
    try {
      CSVParser parser =
          CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get();
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        throw RefusedInput.at("file", "FILE_EMPTY");
      }
      StockFile file = new StockFile(parser, List.copyOf(records.next().toList()));
      file.place();
      return file;
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw RefusedInput.at("file", "FILE_MALFORMED", 1);
    }
  }

  private static long count(String text, char one) {
    return text.chars().filter(c -> c == one).count();
  }

  private static String decoded(byte[] content) {
    boolean marked =
        content.length >= 3
            && content[0] == (byte) 0xEF
            && content[1] == (byte) 0xBB
            && content[2] == (byte) 0xBF;
    ByteBuffer bytes = ByteBuffer.wrap(content, marked ? 3 : 0, content.length - (marked ? 3 : 0));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
    } catch (CharacterCodingException notUtf8) {
      return WINDOWS.decode(bytes).toString();
    }
  }

  private void place() {
    Map<String, Integer> streets = new LinkedHashMap<>();
    for (int i = 0; i < headers.size(); i++) {
      String header = headers.get(i).strip();
      int at = i;
      StockColumn column = StockColumn.named(header).orElse(null);
      if (column != null) {
        if (places.putIfAbsent(column, at) != null) {
          throw RefusedInput.at("file", "COLUMN_TWICE", header);
        }
      } else if (STREET.contains(header.toUpperCase(Locale.ROOT))) {
        streets.put(header.toUpperCase(Locale.ROOT), at);
      } else if (!header.isEmpty()) {
        ignored.add(header.substring(0, Math.min(40, header.length())));
      }
    }
    if (!places.containsKey(StockColumn.ADDRESS) && streets.containsKey("NOMVOIE")) {
      STREET.stream().map(streets::get).filter(java.util.Objects::nonNull).forEach(street::add);
    }
    if (!places.containsKey(StockColumn.REFERENCE)) {
      throw RefusedInput.at("file", "COLUMN_MISSING", StockColumn.REFERENCE.header());
    }
  }

  /** The columns that the file states. */
  public List<StockColumn> columns() {
    return Arrays.stream(StockColumn.values())
        .filter(
            column ->
                places.containsKey(column)
                    || column == StockColumn.ADDRESS && !street.isEmpty()
                    || column == StockColumn.TYPE && places.containsKey(StockColumn.ROOMS))
        .toList();
  }

  /** Headers that name no column: they are passed over. */
  public List<String> ignored() {
    return List.copyOf(ignored);
  }

  /**
   * Reads all lines, so many at a time.
   *
   * @throws RefusedInput when the file cannot be read on, or has too many lines
   */
  public void read(int atATime, Consumer<List<Line>> part) {
    List<Line> lines = new ArrayList<>();
    int count = 0;
    try {
      for (CSVRecord record : parser) {
        if (++count > MOST_LINES) {
          throw RefusedInput.at("file", "TOO_MANY_LINES", MOST_LINES);
        }
        lines.add(line(record));
        if (lines.size() == atATime) {
          part.accept(lines);
          lines = new ArrayList<>();
        }
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      throw RefusedInput.at("file", "FILE_MALFORMED", parser.getCurrentLineNumber() + 1);
    }
    if (count == 0) {
      throw RefusedInput.at("file", "FILE_EMPTY");
    }
    if (!lines.isEmpty()) {
      part.accept(lines);
    }
  }

  private Line line(CSVRecord record) {
    int number = (int) Math.max(2, parser.getCurrentLineNumber());
    Map<StockColumn, String> cells = new LinkedHashMap<>();
    if (record.size() != headers.size()) {
      places.forEach(
          (column, at) -> cells.put(column, at < record.size() ? text(record.get(at)) : null));
      return new Line(number, cells, Fault.at("", "CELLS_UNEQUAL", record.size(), headers.size()));
    }
    places.forEach((column, at) -> cells.put(column, text(record.get(at))));
    if (!street.isEmpty()) {
      cells.put(
          StockColumn.ADDRESS,
          text(
              street.stream()
                  .map(record::get)
                  .filter(part -> !part.isBlank())
                  .collect(Collectors.joining(" "))));
    }
    if (!places.containsKey(StockColumn.TYPE) && places.containsKey(StockColumn.ROOMS)) {
      cells.put(StockColumn.TYPE, cells.get(StockColumn.ROOMS));
    }
    return new Line(number, cells, null);
  }

  private static String text(String cell) {
    String text = cell.strip();
    return text.isEmpty() ? null : text;
  }
}
