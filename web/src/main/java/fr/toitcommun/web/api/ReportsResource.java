package fr.toitcommun.web.api;

import fr.toitcommun.ejb.observatory.report.MadeReport;
import fr.toitcommun.ejb.observatory.report.ReportRequest;
import fr.toitcommun.ejb.observatory.report.Reports;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The reports of the observatory. */
@Path("observatory/reports")
@RequestScoped
@Tag(name = "Observatory")
public class ReportsResource {
  private static final String PDF = "application/pdf";
  private static final String ODT = "application/vnd.oasis.opendocument.text";

  @Inject private Reports reports;
  @Context private HttpHeaders headers;

  /** A report as a file. */
  @GET
  @Path("{kind}")
  @Produces({PDF, ODT})
  @Operation(
      operationId = "makeReport",
      summary = "A report, made now, as accessible PDF or as OpenDocument text (right OBSERVE)",
      description =
          "What the latest text of its kind says, in French, or in English by Accept-Language. An"
              + " activity report is of the caller's own partner; the file's manager may ask for"
              + " another's.")
  @APIResponse(
      responseCode = "200",
      description = "The report",
      content = {
        @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = ODT, schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Response make(
      @Parameter(description = "YEARLY, TERRITORY, PARTNER, COLLECTIVE or THEME") @PathParam("kind")
          String kind,
      @Parameter(
              description =
                  "Code of a département or municipality, or SIREN of an EPCI; usual: the whole"
                      + " territory of the caller")
          @QueryParam("territory")
          String territory,
      @Parameter(description = "Calendar year; usual: the last one") @QueryParam("year")
          String year,
      @Parameter(description = "Of a thematic sheet: code of an axis") @QueryParam("axis")
          String axis,
      @Parameter(description = "Of an activity report: identity of the partner")
          @QueryParam("partner")
          String partner,
      @Parameter(description = "pdf (usual) or odt") @QueryParam("format") String format) {
    Long asked = Parameters.wholeNumber("year", year);
    MadeReport report =
        reports.make(
            new ReportRequest(
                kind,
                territory,
                asked == null ? null : (int) Math.min(asked, 9999),
                axis,
                Parameters.wholeNumber("partner", partner),
                format,
                Problems.spoken(headers.getAcceptableLanguages()).getLanguage()));
    return Response.ok(report.content(), report.mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + report.fileName() + "\"")
        .build();
  }
}
