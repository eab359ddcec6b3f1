package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.persistence.installation.OfficeCsv;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of Microsoft Excel. A text is never a formula there: its cell says that it is one. */
public final class XlsxSheets implements Sheets {
  private static final int ROWS_HELD = 500;
  private static final int LONGEST_TEXT = 32_767;
  private static final int NARROW = 8;
  private static final int WIDE = 60;

  private final Workbook workbook;
  private Worksheet sheet;
  private int next;
  private int columns;

  /** A workbook on this stream. */
  public XlsxSheets(OutputStream out) {
    workbook = new Workbook(out, "ToitCommun", "1.0");
  }

  @Override
  public void begin(String name, List<String> headings) {
    sheet = workbook.newWorksheet(name);
    columns = headings.size();
    for (int x = 0; x < columns; x++) {
      sheet.width(x, Math.max(NARROW, Math.min(WIDE, headings.get(x).length() + 3)));
      sheet.value(0, x, headings.get(x));
    }
    sheet.range(0, 0, 0, columns - 1).style().bold().set();
    sheet.freezePane(0, 1);
    next = 1;
  }

  @Override
  public void row(Object[] cells) throws IOException {
    for (int x = 0; x < cells.length; x++) {
      write(x, cells[x]);
    }
    next++;
    if (next % ROWS_HELD == 0) {
      sheet.flush();
    }
  }

  private void write(int x, Object cell) {
    if (cell instanceof BigDecimal || cell instanceof Double || cell instanceof Float) {
      sheet.value(next, x, OfficeCsv.decimal((Number) cell));
    } else if (cell instanceof Number number) {
      sheet.value(next, x, number);
    } else if (cell instanceof LocalDate day) {
      sheet.value(next, x, day);
      sheet.style(next, x).format("dd/mm/yyyy").set();
    } else if (cell != null) {
      String text = cell.toString();
      sheet.value(next, x, text.substring(0, Math.min(LONGEST_TEXT, text.length())));
    }
  }

  @Override
  public void end() throws IOException {
    sheet.setAutoFilter(0, 0, next - 1, columns - 1);
    sheet.finish();
  }

  @Override
  public void close() throws IOException {
    workbook.finish();
  }
}
