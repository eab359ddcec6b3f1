package fr.toitcommun.web.document;

import fr.toitcommun.ejb.commission.CommissionSeats;
import fr.toitcommun.ejb.commission.Convenings;
import fr.toitcommun.ejb.commission.DecisionLetters;
import fr.toitcommun.ejb.commission.SessionDecisions;
import fr.toitcommun.ejb.commission.SessionMinutes;
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
 * Prints what belongs to a session: {@code /documents/session/12/dossier.pdf}, {@code minutes.pdf},
 * {@code annex-1.pdf}, {@code convening.pdf}, {@code letters.pdf}; in English with {@code ?lang=en}
 * where it is no letter and nothing signed. {@code /documents/session/12/seat.pdf} is the dossier
 * as a member opens it.
 */
@WebServlet(urlPatterns = "/documents/session/*")
public class SessionPrint extends HttpServlet {
  private static final Pattern PATH =
      Pattern.compile(
          "/(\\d{1,18})/(dossier|minutes|convening|letters|seat|annex-(\\d{1,4}))\\.pdf");

  @Inject private SessionDecisions sessions;
  @Inject private SessionMinutes minutes;
  @Inject private Convenings convenings;
  @Inject private DecisionLetters letters;
  @Inject private CommissionSeats seats;

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
      byte[] pdf = pdf(session, path, Language.ofDocument(request));
      response.setContentType("application/pdf");
      response.setHeader(
          "Content-Disposition",
          "inline; filename=\"seance-%d-%s.pdf\"".formatted(session, name(path.group(2))));
      response.setContentLength(pdf.length);
      response.getOutputStream().write(pdf);
    } catch (NotInScope | RefusedInput absent) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } catch (EJBAccessException forbidden) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private byte[] pdf(long session, Matcher path, Locale locale) {
    return switch (path.group(2)) {
      case "dossier" -> sessions.dossier(session, locale).pdf();
      case "minutes" -> minutes.print(session, locale).pdf();
      case "convening" -> convenings.print(session);
      case "letters" -> letters.print(session).pdf();
      case "seat" -> seats.print(session, locale).pdf();
      default -> minutes.annex(session, Integer.parseInt(path.group(3))).pdf();
    };
  }

  private static String name(String asked) {
    return switch (asked) {
      case "minutes" -> "proces-verbal";
      case "convening" -> "convocations";
      case "letters" -> "courriers";
      case "seat" -> "dossier";
      default -> asked.replace("annex", "annexe");
    };
  }
}
