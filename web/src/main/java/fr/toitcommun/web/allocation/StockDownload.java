package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.StockImporting;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.allocation.stock.ImportLine;
import fr.toitcommun.persistence.allocation.stock.ImportReport;
import fr.toitcommun.persistence.allocation.stock.StockColumn;
import fr.toitcommun.persistence.installation.OfficeCsv;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.FaultTexts;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The model of a stock file, {@code /stock-template.csv}, and the report of an import, {@code
 * /stock-report.csv?id=}: CSV in UTF-8 with a byte order mark, for spreadsheets.
 */
@WebServlet(urlPatterns = {"/stock-template.csv", "/stock-report.csv"})
public class StockDownload extends HttpServlet {
  private static final int PART = 1_000;
  private static final String EXAMPLE =
      "EX-0001;4410000001;44109;12 rue de Strasbourg;Esc."
          + " A;24;2;oui;A;T3;3;65;410;30;0;95;PLUS;PLUS;"
          + "44.1998.0123;1998-06-15;1;C;2022-03-01;non;;non;non;1998;1998";

  @Inject private StockImporting imports;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      if (request.getServletPath().equals("/stock-template.csv")) {
        OfficeCsv csv = begin(response, "modele-parc.csv");
        csv.row(Arrays.stream(StockColumn.values()).map(StockColumn::header).toList());
        csv.row(List.of(EXAMPLE.split(";", -1)));
        return;
      }
      String id = String.valueOf(request.getParameter("id"));
      if (!id.matches("\\d{1,18}")) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return;
      }
      report(Long.parseLong(id), request.getLocale(), response);
    } catch (NotInScope absent) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } catch (EJBAccessException forbidden) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private void report(long id, Locale locale, HttpServletResponse response) throws IOException {
    ImportReport part = imports.report(id, null, 0, PART);
    OfficeCsv csv = begin(response, "import-" + id + ".csv");
    Locale language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
    csv.row(List.of("ligne", "reference", "resultat", "colonne", "message"));
    for (int from = 0; !part.lines().isEmpty(); from += PART) {
      if (from > 0) {
        part = imports.report(id, null, from, PART);
      }
      for (ImportLine line : part.lines()) {
        if (line.faults().isEmpty()) {
          csv.row(Arrays.asList(line.line(), line.internalReference(), line.outcome(), "", ""));
        }
        for (Fault fault : line.faults()) {
          csv.row(
              Arrays.asList(
                  line.line(),
                  line.internalReference(),
                  line.outcome(),
                  StockColumn.ofField(fault.field()).map(StockColumn::header).orElse(""),
                  FaultTexts.text(fault, language)));
        }
      }
    }
  }

  private static OfficeCsv begin(HttpServletResponse response, String name) throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setHeader("X-Content-Type-Options", "nosniff");
    return OfficeCsv.marked(response.getWriter());
  }
}
