package fr.toitcommun.persistence.installation;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * CSV as spreadsheets in France open it: parted by semicolons, quoted by RFC 4180, numbers with a
 * decimal comma, days as 2006-05-15. The one way in which the application writes CSV for people.
 *
 * <p>A text never begins with what a spreadsheet would take for a formula: an apostrophe stands
 * before it. Numbers stay numbers, negative ones too.
 */
public final class OfficeCsv implements AutoCloseable {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private static final String BEGINS_A_FORMULA = "=+-@\t\r";
  private static final CSVFormat FORMAT = CSVFormat.EXCEL.builder().setDelimiter(';').get();

  private final CSVPrinter printer;

  private OfficeCsv(CSVPrinter printer) {
    this.printer = printer;
  }

  /**
   * Begins a text for spreadsheets, with the mark by which they know UTF-8.
   *
   * @throws IOException when it cannot be written
   */
  public static OfficeCsv marked(Appendable out) throws IOException {
    out.append(BYTE_ORDER_MARK);
    return unmarked(out);
  }

  /**
   * Begins a text for a tool that is told its encoding otherwise and would take the mark for a
   * letter.
   *
   * @throws IOException when it cannot be written
   */
  public static OfficeCsv unmarked(Appendable out) throws IOException {
    return new OfficeCsv(new CSVPrinter(out, FORMAT));
  }

  /**
   * Writes a row.
   *
   * @param cells texts, numbers, days; null: an empty cell
   * @throws IOException when it cannot be written
   */
  public void row(List<?> cells) throws IOException {
    for (Object cell : cells) {
      printer.print(written(cell));
    }
    printer.println();
  }

  private static Object written(Object cell) {
    if (cell instanceof BigDecimal || cell instanceof Double || cell instanceof Float) {
      return decimal((Number) cell).toPlainString().replace('.', ',');
    }
    return cell instanceof Number || cell == null ? cell : defused(cell.toString());
  }

  /** A number as extracts give it: two decimals at most, no trailing zeros. */
  public static BigDecimal decimal(Number number) {
    BigDecimal exact =
        number instanceof BigDecimal big ? big : BigDecimal.valueOf(number.doubleValue());
    BigDecimal short2 = exact.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    return short2.scale() < 0 ? short2.setScale(0) : short2;
  }

  /** A text that no spreadsheet runs. */
  public static String defused(String text) {
    return text == null || text.isEmpty() || BEGINS_A_FORMULA.indexOf(text.charAt(0)) < 0
        ? text
        : "'" + text;
  }

  /** Writes out what is held back. */
  @Override
  public void close() throws IOException {
    printer.close(true);
  }
}
