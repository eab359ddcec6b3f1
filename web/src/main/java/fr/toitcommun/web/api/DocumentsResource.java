package fr.toitcommun.web.api;

import fr.toitcommun.ejb.dossier.Deposits;
import fr.toitcommun.ejb.dossier.OpenedDocument;
import fr.toitcommun.ejb.dossier.SupportingDocuments;
import fr.toitcommun.persistence.registration.dossier.Deposit;
import fr.toitcommun.persistence.registration.dossier.Dossier;
import fr.toitcommun.persistence.registration.dossier.PapersReceived;
import fr.toitcommun.web.dossier.UntrustedContent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The supporting documents of a demand; their content goes in and out by the stream. */
@Path("demands/{uniqueNumber}/documents")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
public class DocumentsResource {
  private static final String PDF = "application/pdf";
  private static final String JPEG = "image/jpeg";
  private static final String PNG = "image/png";

  @Inject private SupportingDocuments documents;
  @Inject private Deposits deposits;
  @Context private UriInfo uri;

  /** Which documents there are, and which are missing. */
  @GET
  @Operation(
      operationId = "listDocuments",
      summary = "The documents of a demand, and those to ask for (right CONSULT)",
      description =
          "What one partner deposited is there for all. Of a sensitive document (health, violence,"
              + " justice) only that it is there, without the right SENSITIVE.")
  @APIResponse(
      responseCode = "200",
      description = "The latest first; what is missing in the order of the form",
      content = @Content(schema = @Schema(implementation = Dossier.class)))
  public Dossier list(@PathParam("uniqueNumber") String uniqueNumber) {
    return documents.dossier(Parameters.uniqueNumber(uniqueNumber));
  }

  /** Takes a document in. */
  @POST
  @Consumes({MediaType.APPLICATION_OCTET_STREAM, PDF, JPEG, PNG})
  @Operation(
      operationId = "depositDocument",
      summary = "Deposit a document (right REGISTER)",
      description =
          "The body is the content: a PDF, a JPEG or a PNG, known by what it is and not by what it"
              + " is called. A document in which a virus is found is refused; one that the scanner"
              + " could not look at is kept, and opened once it has.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "201",
      description = "Deposited; Location names its content",
      content = @Content(schema = @Schema(implementation = DepositAnswer.class)))
  public Response deposit(
      @PathParam("uniqueNumber") String uniqueNumber,
      @Parameter(description = "Code of the list DOCUMENT_KIND", required = true)
          @QueryParam("kind")
          String kind,
      @Parameter(description = "Identity of the person whose it is, as the list gives it")
          @QueryParam("person")
          String person,
      @Parameter(description = "Day on which the desk received it; today when left out")
          @QueryParam("receivedOn")
          String receivedOn,
      @Parameter(description = "Day written on it") @QueryParam("issuedOn") String issuedOn,
      @Parameter(description = "Last day written on it") @QueryParam("expiresOn") String expiresOn,
      @Parameter(description = "Of a tax notice, the year of the income") @QueryParam("taxYear")
          String taxYear,
      InputStream content) {
    Parameters.require("kind", kind);
    String number = Parameters.uniqueNumber(uniqueNumber);
    Long year = Parameters.wholeNumber("taxYear", taxYear);
    Deposit deposit =
        new Deposit(
            kind,
            Parameters.wholeNumber("person", person),
            Parameters.day("receivedOn", receivedOn),
            Parameters.day("issuedOn", issuedOn),
            Parameters.day("expiresOn", expiresOn),
            year == null ? null : (int) Math.min(year, Integer.MAX_VALUE));
    long id = deposits.deposit(number, deposit, content);
    return Response.created(
            uri.getAbsolutePathBuilder().path(String.valueOf(id)).path("content").build())
        .entity(new DepositAnswer(id))
        .build();
  }

  /** Notes that a desk has received a paper. */
  @POST
  @Path("received")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "notePaperReceived",
      summary = "Note that a desk has received a missing document (right REGISTER)",
      description =
          "It is then to be uploaded within fifteen days, and nobody asks for it meanwhile. Without"
              + " a day: today.")
  @APIResponse(responseCode = "204", description = "Noted")
  public void received(@PathParam("uniqueNumber") String uniqueNumber, PapersReceived.Paper paper) {
    documents.received(Parameters.uniqueNumber(uniqueNumber), paper);
  }

  /** The content of a document. */
  @GET
  @Path("{id}/content")
  @Produces({PDF, JPEG, PNG})
  @Operation(
      operationId = "readDocument",
      summary = "The content of a document (right CONSULT; SENSITIVE for a sensitive one)",
      description = "Each opening is journalled.")
  @APIResponse(
      responseCode = "200",
      description = "The content as it was deposited",
      content = {@Content(mediaType = PDF), @Content(mediaType = JPEG), @Content(mediaType = PNG)})
  public Response content(
      @PathParam("uniqueNumber") String uniqueNumber, @PathParam("id") String id) {
    OpenedDocument document =
        documents.open(Parameters.uniqueNumber(uniqueNumber), Parameters.identity(id));
    StreamingOutput flow =
        out -> {
          try (InputStream content = document.content()) {
            content.transferTo(out);
          }
        };
    Response.ResponseBuilder answer =
        Response.ok(flow, document.mediaType()).header(HttpHeaders.CONTENT_LENGTH, document.size());
    UntrustedContent.guard(answer::header, document.mediaType(), document.fileName());
    return answer.build();
  }

  /** Deletes a document that is there by mistake. */
  @DELETE
  @Path("{id}")
  @Operation(
      operationId = "deleteDocument",
      summary = "Delete a document deposited by mistake (right REGISTER)",
      description =
          "By the partner that deposited it, or the file's manager. The content is erased at once;"
              + " the demand's history keeps that it was there.")
  @APIResponse(responseCode = "204", description = "Deleted")
  public Response delete(
      @PathParam("uniqueNumber") String uniqueNumber,
      @PathParam("id") String id,
      @Parameter(description = "Code of the list DOCUMENT_DELETION", required = true)
          @QueryParam("reason")
          String reason) {
    documents.delete(Parameters.uniqueNumber(uniqueNumber), Parameters.identity(id), reason);
    return Response.noContent().build();
  }
}
