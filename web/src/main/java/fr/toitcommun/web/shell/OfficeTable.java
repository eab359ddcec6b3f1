package fr.toitcommun.web.shell;

import fr.toitcommun.ejb.observatory.extract.Sheets;
import fr.toitcommun.ejb.observatory.extract.XlsxSheets;
import fr.toitcommun.persistence.installation.OfficeCsv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Answers with a short table for office tools. */
public final class OfficeTable {
  private OfficeTable() {}

  /**
   * Sends a table.
   *
   * @param name of the file, without its ending
   * @param sheet name of the sheet of a workbook
   * @param rows headings, then values
   * @param plain as CSV; else as a workbook
   */
  public static void send(
      HttpServletResponse response,
      String name,
      String sheet,
      List<List<Object>> rows,
      boolean plain)
      throws IOException {
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"" + name + "." + (plain ? "csv" : "xlsx") + "\"");
    if (plain) {
      response.setContentType("text/csv;charset=UTF-8");
      OfficeCsv csv = OfficeCsv.marked(response.getWriter());
      for (List<Object> row : rows) {
        csv.row(row);
      }
      return;
    }
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    try (Sheets sheets = new XlsxSheets(response.getOutputStream())) {
      sheets.begin(sheet, rows.get(0).stream().map(String::valueOf).toList());
      for (List<Object> row : rows.subList(1, rows.size())) {
        sheets.row(row.toArray());
      }
      sheets.end();
    }
  }
}
