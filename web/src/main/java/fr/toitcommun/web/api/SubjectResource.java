package fr.toitcommun.web.api;

import fr.toitcommun.ejb.registration.SubjectRequests;
import fr.toitcommun.persistence.registration.SubjectFile;
import fr.toitcommun.web.registration.FieldTexts;
import fr.toitcommun.web.shell.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a person may have of their own data. */
@Path("demands")
@RequestScoped
@Tag(name = "Demands")
public class SubjectResource {
  @Inject private SubjectRequests requests;
  @Inject private FieldTexts fields;
  @Inject private Language language;
  @Context private HttpServletRequest request;

  /** Everything the file holds about a demand. */
  @GET
  @Path("{uniqueNumber}/subject-file")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "readSubjectFile",
      summary = "Everything held about a demand, for the person who asks (right REGISTER)",
      description =
          "Regulation (EU) 2016/679, art. 15: the file, what went into it, its whole history, its"
              + " documents (their content is opened one by one), letters, labels, scores with"
              + " their criteria, the dwellings proposed with what commissions decided and said,"
              + " leases, and who opened it. What is not told is named under withheld: the handicap"
              + " complement without the right HEALTH, what is sensitive without SENSITIVE, what"
              + " another landlord wrote, a session that is not closed, and who voted what.")
  @APIResponse(
      responseCode = "200",
      description = "The copy",
      content = @Content(schema = @Schema(implementation = SubjectFile.class)))
  public Response data(@PathParam("uniqueNumber") String uniqueNumber) {
    String number = Parameters.uniqueNumber(uniqueNumber);
    return Response.ok(requests.copy(number))
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(number, "json"))
        .build();
  }

  /** The same to print. */
  @GET
  @Path("{uniqueNumber}/subject-file.pdf")
  @Produces("application/pdf")
  @Operation(
      operationId = "readPrintedSubjectFile",
      summary = "Everything held about a demand, as PDF (right REGISTER)",
      description = "In French, or in English with lang=en.")
  @APIResponse(
      responseCode = "200",
      description = "The copy",
      content = @Content(mediaType = "application/pdf"))
  public Response document(@PathParam("uniqueNumber") String uniqueNumber) {
    String number = Parameters.uniqueNumber(uniqueNumber);
    Locale locale = Language.ofDocument(request);
    language.speak(locale);
    return Response.ok(requests.printed(number, locale, fields))
        .language(locale)
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(number, "pdf"))
        .build();
  }

  private static String attachment(String number, String kind) {
    return "attachment; filename=\"dossier-" + number + "." + kind + "\"";
  }
}
