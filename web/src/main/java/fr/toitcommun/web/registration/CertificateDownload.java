package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.persistence.registration.UniqueNumber;
import fr.toitcommun.web.shell.Language;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The registration certificate as a file: {@code /certificate?number=...}, in English with {@code
 * &lang=en}.
 */
@WebServlet("/certificate")
public class CertificateDownload extends HttpServlet {
  @Inject private DemandFiles files;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String number = request.getParameter("number");
    if (!UniqueNumber.isOne(number)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try {
      String unique = UniqueNumber.read(number).value();
      byte[] document = files.certificate(unique, Language.ofDocument(request));
      response.setContentType("application/pdf");
      response.setContentLength(document.length);
      response.setHeader(
          "Content-Disposition", "attachment; filename=\"attestation-" + unique + ".pdf\"");
      response.getOutputStream().write(document);
    } catch (NotInScope e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } catch (EJBAccessException e) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
