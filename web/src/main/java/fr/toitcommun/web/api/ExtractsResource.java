package fr.toitcommun.web.api;

import fr.toitcommun.ejb.observatory.extract.Extracts;
import fr.toitcommun.ejb.observatory.extract.OpenedExtract;
import fr.toitcommun.persistence.observatory.extract.ExtractPage;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Extracts for office tools: asked for, prepared in the background, fetched within two days. */
@Path("observatory/extracts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Observatory")
public class ExtractsResource {
  @Inject private Extracts extracts;
  @Context private UriInfo uri;

  /** Asks for one. */
  @POST
  @Operation(
      operationId = "askForExtract",
      summary = "Ask for an extract (right OBSERVE)",
      description =
          "It is prepared in the background; Location tells how far it is. A TABLE is for everyone"
              + " who observes. LIVE, SNAPSHOT and FACTS give anonymous rows of single demands"
              + " within the partner's scope: for registering services, with the right EXTRACT."
              + " REPORTS is a collection of the observatory's reports, one for each territory, as"
              + " PDF or ODT in a zip; for everyone who observes.")
  @APIResponse(
      responseCode = "202",
      description = "Taken on",
      content = @Content(schema = @Schema(implementation = ExtractAnswer.class)))
  public Response ask(ExtractRequest request) {
    long id = extracts.ask(request.wanted());
    return Response.accepted(ExtractAnswer.of(extracts.open(id)))
        .location(uri.getAbsolutePathBuilder().path(String.valueOf(id)).build())
        .build();
  }

  /** Those there are. */
  @GET
  @Operation(
      operationId = "listExtracts",
      summary = "The caller's extracts, or those in their partner's folder (right OBSERVE)")
  @APIResponse(
      responseCode = "200",
      description = "The latest first, with the exact total",
      content = @Content(schema = @Schema(implementation = ExtractList.class)))
  public ExtractList list(
      @Parameter(description = "true: those delivered to the partner's folder")
          @QueryParam("delivered")
          @DefaultValue("false")
          String delivered,
      @QueryParam("offset") @DefaultValue("0") String offset,
      @QueryParam("limit") @DefaultValue(Parameters.USUAL_ROWS) String limit) {
    int from = Parameters.offset(offset);
    int most = Parameters.limit(limit);
    if (!"true".equals(delivered) && !"false".equals(delivered)) {
      throw RefusedInput.at("delivered", "UNKNOWN_CODE", JsonFaults.shortened(delivered));
    }
    ExtractPage page =
        "true".equals(delivered) ? extracts.delivered(from, most) : extracts.mine(from, most);
    return new ExtractList(
        page.total(), from, page.rows().stream().map(ExtractAnswer::of).toList());
  }

  /** How far it is. */
  @GET
  @Path("{id}")
  @Operation(operationId = "readExtract", summary = "How far an extract is (right OBSERVE)")
  @APIResponse(
      responseCode = "200",
      description = "As it stands",
      content = @Content(schema = @Schema(implementation = ExtractAnswer.class)))
  public ExtractAnswer read(@PathParam("id") String id) {
    return ExtractAnswer.of(extracts.open(Parameters.identity(id)));
  }

  /** Its file. */
  @GET
  @Path("{id}/content")
  @Produces(MediaType.WILDCARD)
  @Operation(
      operationId = "takeExtract",
      summary = "The file of an extract (right OBSERVE)",
      description = "Who takes it out is journalled.")
  @APIResponse(
      responseCode = "200",
      description = "The file, in the format asked for",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response content(@PathParam("id") String id) {
    OpenedExtract extract = extracts.take(Parameters.identity(id));
    StreamingOutput flow =
        out -> {
          try (InputStream content = extract.content()) {
            content.transferTo(out);
          }
        };
    return attached(flow, extract.mediaType(), extract.fileName())
        .header(HttpHeaders.CONTENT_LENGTH, extract.size())
        .build();
  }

  /** What its columns mean. */
  @GET
  @Path("{id}/dictionary")
  @Produces("text/csv")
  @Operation(
      operationId = "readExtractDictionary",
      summary = "What the columns of an extract mean (right OBSERVE)",
      description =
          "CSV in UTF-8, semicolons; its first lines say what the extract is, as of when, how it is"
              + " counted and what is kept back. Of REPORTS: which report is of which territory.")
  @APIResponse(
      responseCode = "200",
      description = "The dictionary",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  public Response dictionary(@PathParam("id") String id) {
    return attached(
            extracts.dictionary(Parameters.identity(id)),
            "text/csv;charset=UTF-8",
            "dictionnaire.csv")
        .build();
  }

  private static Response.ResponseBuilder attached(Object entity, String mediaType, String name) {
    return Response.ok(entity, mediaType)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .header("X-Content-Type-Options", "nosniff");
  }

  /** Deletes it. */
  @DELETE
  @Path("{id}")
  @Operation(
      operationId = "deleteExtract",
      summary = "Delete an extract with its file; call it off if it is under way (right OBSERVE)")
  @APIResponse(responseCode = "204", description = "Deleted")
  public void delete(@PathParam("id") String id) {
    extracts.delete(Parameters.identity(id));
  }
}
