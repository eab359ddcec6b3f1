package fr.toitcommun.web.dossier;

import fr.toitcommun.ejb.dossier.OpenedDocument;
import fr.toitcommun.ejb.dossier.Previews;
import fr.toitcommun.ejb.dossier.SupportingDocuments;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.UniqueNumber;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The content of a document, shown by the browser: {@code /document?number=...&id=...}, or with
 * {@code &preview=small} (or {@code large}) a picture of its first page. What others deposited may
 * do nothing in an agent's browser.
 */
@WebServlet("/document")
public class ContentDownload extends HttpServlet {
  @Inject private SupportingDocuments documents;
  @Inject private Previews previews;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String number = request.getParameter("number");
    String id = String.valueOf(request.getParameter("id"));
    if (!UniqueNumber.isOne(number) || !id.matches("\\d{1,18}")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try {
      OpenedDocument document =
          documents.open(UniqueNumber.read(number).value(), Long.parseLong(id));
      String preview = request.getParameter("preview");
      if (preview == null) {
        send(document, response);
      } else {
        send(previews.of(document, preview), response);
      }
    } catch (NotInScope e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } catch (EJBAccessException e) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } catch (RefusedInput inQuarantine) {
      response.sendError(HttpServletResponse.SC_CONFLICT);
    }
  }

  private static void send(OpenedDocument document, HttpServletResponse response)
      throws IOException {
    UntrustedContent.guard(response::setHeader, document.mediaType(), document.fileName());
    response.setContentType(document.mediaType());
    response.setContentLengthLong(document.size());
    try (InputStream content = document.content()) {
      content.transferTo(response.getOutputStream());
    }
  }

  private static void send(Optional<Path> preview, HttpServletResponse response)
      throws IOException {
    if (preview.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    UntrustedContent.guard(response::setHeader, "image/png", "preview.png");
    response.setContentType("image/png");
    response.setContentLengthLong(Files.size(preview.get()));
    Files.copy(preview.get(), response.getOutputStream());
  }
}
