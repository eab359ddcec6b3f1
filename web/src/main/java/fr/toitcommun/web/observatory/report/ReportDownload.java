package fr.toitcommun.web.observatory.report;

import fr.toitcommun.ejb.observatory.report.MadeReport;
import fr.toitcommun.ejb.observatory.report.ReportRequest;
import fr.toitcommun.ejb.observatory.report.Reports;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A report of the observatory as a file, {@code /documents/observatory-report?kind=…}. What cannot
 * be asked for is said on the page that asks.
 */
@WebServlet(urlPatterns = "/documents/observatory-report")
public class ReportDownload extends HttpServlet {
  @Inject private Reports reports;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      MadeReport report = reports.make(asked(request));
      response.setContentType(report.mediaType());
      response.setHeader(
          "Content-Disposition", "attachment; filename=\"" + report.fileName() + "\"");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Cache-Control", "no-store");
      response.setContentLength(report.content().length);
      response.getOutputStream().write(report.content());
    } catch (RefusedInput refused) {
      String query = request.getQueryString();
      response.sendRedirect(
          request.getContextPath() + "/reports.xhtml" + (query == null ? "" : "?" + query));
    } catch (EJBAccessException forbidden) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /** What the parameters of an address ask for; numbers that are none are out of every range. */
  static ReportRequest asked(HttpServletRequest request) {
    Long year = number(request.getParameter("year"));
    return new ReportRequest(
        request.getParameter("kind"),
        request.getParameter("territory"),
        year == null ? null : (int) Math.min(year, 9999),
        request.getParameter("axis"),
        number(request.getParameter("partner")),
        request.getParameter("format"),
        request.getParameter("language"));
  }

  private static Long number(String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    return typed.matches("\\d{1,18}") ? Long.valueOf(typed) : Long.valueOf(0);
  }
}
