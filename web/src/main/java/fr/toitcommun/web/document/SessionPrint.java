package fr.toitcommun.web.document;

import fr.toitcommun.ejb.commission.CommissionSessions;
import fr.toitcommun.ejb.commission.PrintedSession;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.web.shell.Language;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prints a session: {@code /documents/session/12/dossier.pdf} and {@code
 * /documents/session/12/minutes.pdf}, in English with {@code ?lang=en}.
 */
@WebServlet(urlPatterns = "/documents/session/*")
public class SessionPrint extends HttpServlet {
  private static final Pattern PATH = Pattern.compile("/(\\d{1,18})/(dossier|minutes)\\.pdf");

  @Inject private CommissionSessions sessions;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
    if (!path.matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try {
      long session = Long.parseLong(path.group(1));
      Locale locale = Language.ofDocument(request);
      PrintedSession printed =
          "minutes".equals(path.group(2))
              ? sessions.minutes(session, locale)
              : sessions.dossier(session, locale);
      response.setContentType("application/pdf");
      response.setHeader(
          "Content-Disposition",
          "inline; filename=\"seance-%d-%s.pdf\""
              .formatted(session, "minutes".equals(path.group(2)) ? "proces-verbal" : "dossier"));
      response.setContentLength(printed.pdf().length);
      response.getOutputStream().write(printed.pdf());
    } catch (NotInScope | RefusedInput absent) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } catch (EJBAccessException forbidden) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
