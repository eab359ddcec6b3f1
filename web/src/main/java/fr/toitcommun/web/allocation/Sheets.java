package fr.toitcommun.web.allocation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a table for office tools. */
public final class Sheets {
  private static final String BEGINS_A_FORMULA = "=+-@\t\r";

  private Sheets() {}

  /**
   * As a workbook, its first row bold and standing still.
   *
   * @param name of its sheet
   */
  public static void writeWorkbook(String name, List<List<Object>> rows, OutputStream out)
      throws IOException {
    Workbook workbook = new Workbook(out, "ToitCommun", "1.0");
    Worksheet sheet = workbook.newWorksheet(name);
    for (int y = 0; y < rows.size(); y++) {
      for (int x = 0; x < rows.get(y).size(); x++) {
        write(sheet, y, x, rows.get(y).get(x));
      }
    }
    sheet.range(0, 0, 0, rows.get(0).size() - 1).style().bold().set();
    sheet.freezePane(0, 1);
    workbook.finish();
  }

  private static void write(Worksheet sheet, int y, int x, Object value) {
    if (value instanceof Number number) {
      sheet.value(y, x, number);
    } else if (value instanceof LocalDate day) {
      sheet.value(y, x, day);
      sheet.style(y, x).format("dd/mm/yyyy").set();
    } else if (value != null) {
      sheet.value(y, x, value.toString());
    }
  }

  /** As text, parted by semicolons, with the mark by which office tools know UTF-8. */
  public static void writeCsv(List<List<Object>> rows, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder("\uFEFF");
    for (List<Object> row : rows) {
      text.append(row.stream().map(Sheets::cell).collect(Collectors.joining(";"))).append("\r\n");
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A text that office tools would take for a formula is kept from being one. */
  static String cell(Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    if (!(value instanceof Number)
        && !text.isEmpty()
        && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
