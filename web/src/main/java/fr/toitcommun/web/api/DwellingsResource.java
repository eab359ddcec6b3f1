package fr.toitcommun.web.api;

import fr.toitcommun.ejb.allocation.Dwellings;
import fr.toitcommun.ejb.allocation.StockImporting;
import fr.toitcommun.ejb.allocation.Vacancies;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.allocation.VacancyForm;
import fr.toitcommun.persistence.allocation.stock.DwellingDetail;
import fr.toitcommun.persistence.allocation.stock.DwellingPage;
import fr.toitcommun.persistence.allocation.stock.DwellingSearch;
import fr.toitcommun.persistence.allocation.stock.ImportLine;
import fr.toitcommun.persistence.allocation.stock.StockImport;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The dwellings of the caller's own stock. */
@Path("dwellings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dwellings")
public class DwellingsResource {
  private static final String CSV = "text/csv";
  private static final int MOST_LINES = 1_000;

  @Inject private Dwellings dwellings;
  @Inject private StockImporting imports;
  @Inject private Vacancies vacancies;
  @Context private UriInfo uri;

  /** Part of the stock. */
  @GET
  @Operation(operationId = "listDwellings", summary = "One's own stock (right PROPOSE)")
  @APIResponse(
      responseCode = "200",
      description = "By municipality and address, with the exact total",
      content = @Content(schema = @Schema(implementation = DwellingList.class)))
  public DwellingList list(
      @Parameter(
              description =
                  "Part of the reference, of the RPLS number or of the address; 120 characters at"
                      + " most")
          @QueryParam("q")
          String text,
      @QueryParam("municipality") String municipality,
      @QueryParam("type") String type,
      @QueryParam("scheme") String scheme,
      @Parameter(description = "VACANT or NOT_VACANT") @QueryParam("state") String state,
      @QueryParam("offset") @DefaultValue("0") String offset,
      @QueryParam("limit") @DefaultValue(Parameters.USUAL_ROWS) String limit) {
    int from = Parameters.offset(offset);
    DwellingPage page =
        dwellings.list(
            new DwellingSearch(
                Parameters.search("q", text),
                Parameters.municipality(municipality),
                Parameters.word("type", DwellingType.class, type),
                Parameters.word("scheme", FundingScheme.class, scheme),
                null,
                Parameters.word("state", DwellingSearch.State.class, state)),
            from,
            Parameters.limit(limit));
    return new DwellingList(page.total(), from, page.rows());
  }

  /** One dwelling. */
  @GET
  @Path("{dwellingId: \\d{1,18}}")
  @Operation(
      operationId = "readDwelling",
      summary = "A dwelling of one's own stock with its vacancies (right PROPOSE)")
  @APIResponse(
      responseCode = "200",
      description = "All its fields, its vacancies the latest first",
      content = @Content(schema = @Schema(implementation = DwellingDetail.class)))
  public DwellingDetail read(@PathParam("dwellingId") long dwellingId) {
    return dwellings.open(dwellingId);
  }

  /** Declares a known dwelling vacant. */
  @POST
  @Path("{dwellingId: \\d{1,18}}/vacancies")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "declareKnownVacancy",
      summary = "Declare a dwelling of one's own stock vacant (right PROPOSE)",
      description =
          "Without a quota the agreements name the holder at whose disposal it is put (R.441-5).")
  @APIResponse(
      responseCode = "201",
      description = "Declared; Location names the vacancy",
      content = @Content(schema = @Schema(implementation = VacancyAnswer.class)))
  public Response declare(@PathParam("dwellingId") long dwellingId, VacancyForm form) {
    long vacancyId = vacancies.declareKnown(dwellingId, form);
    return Response.created(
            uri.getBaseUriBuilder().path("vacancies").path(String.valueOf(vacancyId)).build())
        .entity(new VacancyAnswer(vacancyId))
        .build();
  }

  /** Imports a stock file. */
  @POST
  @Path("import")
  @Consumes({CSV, MediaType.APPLICATION_OCTET_STREAM})
  @Operation(
      operationId = "importDwellings",
      summary = "Import one's own stock, all or nothing (right PROPOSE)",
      description =
          "The body is the file: CSV in UTF-8 or Windows-1252, cells apart by semicolons or commas,"
              + " 24 MiB and 100,000 lines at most. A dry run says line by line what it would do;"
              + " otherwise one line with a fault keeps the whole file out.")
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "200",
      description = "What it did, or would do",
      content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
  public ImportAnswer bringIn(
      @QueryParam("dryRun") @DefaultValue("false") String dryRun,
      @Parameter(description = "What the file is called") @QueryParam("fileName") String fileName,
      InputStream content) {
    if (!"true".equals(dryRun) && !"false".equals(dryRun)) {
      throw RefusedInput.at("dryRun", "UNKNOWN_CODE", JsonFaults.shortened(dryRun));
    }
    long id = imports.check(fileName, content);
    StockImport made = imports.open(id);
    List<ImportLine> lines =
        imports.report(id, made.faulty() > 0 ? "FAULT" : null, 0, MOST_LINES).lines();
    if ("false".equals(dryRun) && made.faulty() > 0) {
      throw new RefusedInput(
          lines.stream()
              .flatMap(
                  line ->
                      line.faults().stream()
                          .map(
                              fault ->
                                  new Fault(
                                      "lines[" + line.line() + "]." + fault.field(),
                                      fault.code(),
                                      fault.arguments())))
              .toList());
    }
    if ("false".equals(dryRun) && made.applicable()) {
      imports.confirm(id);
    }
    return ImportAnswer.of(imports.open(id), lines);
  }
}
