package fr.toitcommun.web.api;

import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.ejb.registration.Departures;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.Separation;
import fr.toitcommun.persistence.registration.UniqueNumber;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Changes of the household of a demand that goes on. */
@Path("demands")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Demands")
public class HouseholdResource {
  private static final String WORDS = "APPLICANT, DOCUMENT or VALIDATED_THIRD_PARTY";

  @Inject private Departures departures;
  @Inject private DemandFiles files;
  @Context private UriInfo uri;

  /** A signer dies or withdraws. */
  @POST
  @Path("{uniqueNumber}/departure")
  @Operation(
      operationId = "leaveDemand",
      summary = "A signer leaves and the demand goes on (right REGISTER)",
      description =
          "Number and seniority stay. When the applicant leaves, the first co-applicant takes that"
              + " place.")
  @APIResponse(
      responseCode = "200",
      description = "The demand as it is now",
      content = @Content(schema = @Schema(implementation = DemandFile.class)))
  public Response leave(
      @PathParam("uniqueNumber") String uniqueNumber,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Parameter(description = WORDS, required = true) @QueryParam("wordOf") String wordOf,
      Leaving leaving) {
    String number = Parameters.uniqueNumber(uniqueNumber);
    departures.leave(
        number,
        Versions.read(ifMatch),
        leaving.person(),
        leaving.departure(),
        Parameters.wordOf(wordOf));
    return DemandAnswers.of(files.open(number));
  }

  /** A couple separates. */
  @POST
  @Path("{uniqueNumber}/separation")
  @Operation(
      operationId = "separateDemand",
      summary = "A couple separates: the co-applicant gets a demand of their own (right REGISTER)",
      description =
          "Operation CRS of the national interface. Persons are named by their id. The contact is"
              + " the leaver's new address: it is required, and nothing of the common one is kept.")
  @APIResponse(
      responseCode = "201",
      description = "The number of the new demand; Location names it",
      content = @Content(schema = @Schema(implementation = RegistrationAnswer.class)))
  public Response separate(
      @PathParam("uniqueNumber") String uniqueNumber,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Parameter(description = WORDS, required = true) @QueryParam("wordOf") String wordOf,
      Separation separation) {
    UniqueNumber number =
        departures.separate(
            Parameters.uniqueNumber(uniqueNumber),
            Versions.read(ifMatch),
            separation,
            Parameters.wordOf(wordOf));
    return Response.created(uri.getBaseUriBuilder().path("demands").path(number.value()).build())
        .entity(new RegistrationAnswer(number.value()))
        .build();
  }
}
