package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.DataQuality;
import fr.toitcommun.persistence.observatory.quality.QualityFilter;
import fr.toitcommun.persistence.observatory.quality.QualityIndicator;
import fr.toitcommun.persistence.observatory.quality.QualityPage;
import fr.toitcommun.persistence.observatory.quality.QualityRow;
import fr.toitcommun.web.shell.OfficeTable;
import fr.toitcommun.web.shell.Texts;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The demands that an indicator finds as a file for office tools: {@code
 * /quality-extract?indicator=…}, a workbook, or with {@code &format=csv} plain text. Who takes it
 * and whose names it holds is journalled.
 */
@WebServlet("/quality-extract")
public class QualityExtract extends HttpServlet {
  private static final List<String> COLUMNS =
      List.of("number", "name", "found", "desk", "place", "deposit");

  @Inject private DataQuality quality;
  @Inject private QualityWords words;
  @Inject private Texts texts;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean plain = "csv".equals(request.getParameter("format"));
    Optional<QualityIndicator> indicator =
        Arrays.stream(QualityIndicator.values())
            .filter(one -> one.name().equals(request.getParameter("indicator")))
            .findFirst();
    if (indicator.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try {
      List<List<Object>> rows = table(quality.extract(indicator.get(), filter(request)));
      OfficeTable.send(response, "a-corriger", words.shortName(indicator.get()), rows, plain);
    } catch (EJBAccessException e) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /** Heading and rows; where the list was cut, a last row says so. */
  private List<List<Object>> table(QualityPage list) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(COLUMNS.stream().map(one -> (Object) texts.say("quality.column." + one)).toList());
    for (QualityRow row : list.rows()) {
      String told = words.told(list.indicator(), row);
      rows.add(
          Arrays.asList(
              row.uniqueNumber(),
              row.applicant(),
              told.isEmpty() ? words.name(list.indicator()) : told,
              row.desk(),
              row.municipality(),
              row.initialDepositDate()));
    }
    if (list.total() > list.rows().size()) {
      rows.add(
          List.of(
              texts.say(
                  "quality.cut", texts.number(list.rows().size()), texts.number(list.total()))));
    }
    return rows;
  }

  private static QualityFilter filter(HttpServletRequest request) {
    return new QualityFilter(
        blankToNull(request.getParameter("departement")),
        number(request.getParameter("partner")),
        number(request.getParameter("desk")));
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  /** What is no number is nobody's. */
  private static Long number(String text) {
    return blankToNull(text) == null ? null : Long.valueOf(text.matches("\\d{1,18}") ? text : "0");
  }
}
