package fr.toitcommun.web.api;

import fr.toitcommun.ejb.observatory.DataQuality;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.observatory.quality.QualityFilter;
import fr.toitcommun.persistence.observatory.quality.QualityIndicator;
import fr.toitcommun.persistence.observatory.quality.QualityTexts;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The quality of the file, and the demands to correct. */
@Path("observatory/quality")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Observatory")
public class QualityResource {
  @Inject private DataQuality quality;
  @Context private UriInfo uri;
  @Context private HttpHeaders headers;

  /** The counts. */
  @GET
  @Operation(
      operationId = "readQuality",
      summary = "Numbers of demands that each indicator of quality finds (right OBSERVE)",
      description =
          "By desk as of the latest night, the caller's own desk as of now. Who has no names in the"
              + " territory gets totals by département, those of few demands left out.")
  @APIResponse(
      responseCode = "200",
      description = "Each indicator with its definition, and its numbers",
      content = @Content(schema = @Schema(implementation = QualityAnswer.class)))
  public QualityAnswer view(
      @Parameter(description = "Only this département's, by code") @QueryParam("departement")
          String departement,
      @Parameter(description = "Only this partner's, by identity") @QueryParam("partner")
          String partner,
      @Parameter(description = "Only this desk's, by identity") @QueryParam("desk") String desk) {
    return QualityAnswer.of(quality.view(filter(departement, partner, desk)), texts());
  }

  /** The demands that an indicator finds. */
  @GET
  @Path("{indicator}/demands")
  @Operation(
      operationId = "readDemandsToCorrect",
      summary = "The demands that an indicator of quality finds (right CONSULT)",
      description = "Within the caller's scope, oldest deposit first, by key with an exact total.")
  @APIResponse(
      responseCode = "200",
      description = "Each with what is found on it",
      content = @Content(schema = @Schema(implementation = QualityDemands.class)))
  public QualityDemands demands(
      @Parameter(description = "An indicator, such as INCOME_MISSING") @PathParam("indicator")
          String indicator,
      @Parameter(description = "Only this département's, by code") @QueryParam("departement")
          String departement,
      @Parameter(description = "Only this partner's, by identity") @QueryParam("partner")
          String partner,
      @Parameter(description = "Only this desk's, by identity") @QueryParam("desk") String desk,
      @QueryParam("after") String after,
      @QueryParam("limit") @DefaultValue(Parameters.USUAL_ROWS) String limit) {
    QualityIndicator asked =
        Arrays.stream(QualityIndicator.values())
            .filter(one -> one.name().equals(indicator))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    return QualityDemands.of(
        quality.list(
            asked, filter(departement, partner, desk), place(after), Parameters.limit(limit)),
        texts(),
        uri);
  }

  private QualityTexts texts() {
    return new QualityTexts(Problems.spoken(headers.getAcceptableLanguages()), quality.rules());
  }

  private static QualityFilter filter(String departement, String partner, String desk) {
    return new QualityFilter(
        Parameters.search("departement", departement),
        Parameters.wholeNumber("partner", partner),
        Parameters.wholeNumber("desk", desk));
  }

  private static DueCursor place(String after) {
    if (after == null || after.isEmpty()) {
      return null;
    }
    try {
      return DueCursor.read(after);
    } catch (IllegalArgumentException e) {
      throw RefusedInput.at("after", "UNKNOWN_CODE", JsonFaults.shortened(after));
    }
  }
}
