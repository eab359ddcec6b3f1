package fr.toitcommun.web.api;

import fr.toitcommun.ejb.allocation.Matching;
import fr.toitcommun.persistence.allocation.CandidateFilter;
import fr.toitcommun.persistence.allocation.CandidatePage;
import fr.toitcommun.persistence.allocation.CandidateSearch;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.registration.DwellingType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The candidates of a dwelling that is only described. */
@Path("candidates")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dwellings")
public class CandidatesResource {
  @Inject private Matching matching;
  @Context private UriInfo uri;

  /** The ranked candidates of a described dwelling. */
  @GET
  @Operation(
      operationId = "describedCandidates",
      summary = "Ranked applicants for a dwelling only described (right MATCH)")
  @APIResponse(
      responseCode = "200",
      description = "By the territory's method, with the exact total",
      content = @Content(schema = @Schema(implementation = CandidateList.class)))
  public CandidateList candidates(
      @Parameter(
              description =
                  "INSEE code of a municipality, SIREN of an EPCI or code of a département; several"
                      + " times: each demand counts once",
              required = true)
          @QueryParam("municipality")
          List<String> municipality,
      @Parameter(description = "code list DWELLING_TYPE", required = true) @QueryParam("type")
          String type,
      @Parameter(description = "PLAI, PLUS or PLS", required = true) @QueryParam("scheme")
          String scheme,
      @Parameter(description = Parameters.FILTER) @QueryParam("filter") List<String> filter,
      @QueryParam("after") String after,
      @QueryParam("limit") @DefaultValue(Parameters.USUAL_ROWS) String limit) {
    Parameters.require(
        "municipality", String.join("", municipality), "type", type, "scheme", scheme);
    return CandidateList.of(
        matching.candidates(
            new CandidateSearch(
                municipality.stream().map(Parameters::place).toList(),
                Parameters.word("type", DwellingType.class, type),
                Parameters.word("scheme", FundingScheme.class, scheme),
                null,
                CandidateFilter.read(filter)),
            CandidatePage.Cursor.read(after),
            Parameters.limit(limit)),
        uri);
  }
}
