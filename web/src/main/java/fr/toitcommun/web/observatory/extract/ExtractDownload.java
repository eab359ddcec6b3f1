package fr.toitcommun.web.observatory.extract;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.observatory.extract.Extracts;
import fr.toitcommun.ejb.observatory.extract.OpenedExtract;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The file of an extract, {@code /extract?id=}, and what its columns mean, {@code
 * /extract-dictionary.csv?id=}. Who takes it out is journalled.
 */
@WebServlet(urlPatterns = {"/extract", "/extract-dictionary.csv"})
public class ExtractDownload extends HttpServlet {
  @Inject private Extracts extracts;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = String.valueOf(request.getParameter("id"));
    if (!id.matches("\\d{1,18}")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try {
      if (request.getServletPath().equals("/extract")) {
        send(extracts.take(Long.parseLong(id)), response);
      } else {
        send(id, extracts.dictionary(Long.parseLong(id)), response);
      }
    } catch (NotInScope absent) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } catch (EJBAccessException forbidden) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } catch (RefusedInput notReady) {
      response.sendError(HttpServletResponse.SC_CONFLICT);
    }
  }

  private static void send(OpenedExtract extract, HttpServletResponse response) throws IOException {
    head(response, extract.mediaType(), extract.fileName());
    response.setContentLengthLong(extract.size());
    try (InputStream content = extract.content()) {
      content.transferTo(response.getOutputStream());
    }
  }

  private static void send(String id, String dictionary, HttpServletResponse response)
      throws IOException {
    head(response, "text/csv;charset=UTF-8", "toit-commun-extrait-" + id + "-dictionnaire.csv");
    response.getOutputStream().write(dictionary.getBytes(StandardCharsets.UTF_8));
  }

  private static void head(HttpServletResponse response, String mediaType, String name) {
    response.setContentType(mediaType);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
  }
}
