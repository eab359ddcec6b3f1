package fr.toitcommun.web.document;

import fr.toitcommun.ejb.commission.CommissionReports;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.web.shell.Language;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prints the yearly report of a commission: {@code /documents/commission-report/2026.pdf} of all,
 * {@code ?commission=3} of one; in English with {@code lang=en}.
 */
@WebServlet(urlPatterns = "/documents/commission-report/*")
public class ReportPrint extends HttpServlet {
  private static final Pattern PATH = Pattern.compile("/(\\d{4})\\.pdf");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  @Inject private CommissionReports reports;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
    String commission = request.getParameter("commission");
    boolean one = commission != null && !commission.isEmpty();
    if (!path.matches() || one && !NUMBER.matcher(commission).matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try {
      byte[] pdf =
          reports.print(
              one ? Long.valueOf(commission) : null,
              Integer.valueOf(path.group(1)),
              Language.ofDocument(request));
      response.setContentType("application/pdf");
      response.setHeader(
          "Content-Disposition",
          "inline; filename=\"bilan-commission-%s.pdf\"".formatted(path.group(1)));
      response.setContentLength(pdf.length);
      response.getOutputStream().write(pdf);
    } catch (NotInScope absent) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } catch (EJBAccessException forbidden) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
