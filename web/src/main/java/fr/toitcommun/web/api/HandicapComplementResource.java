package fr.toitcommun.web.api;

import fr.toitcommun.ejb.registration.HandicapComplements;
import fr.toitcommun.persistence.registration.HandicapComplement;
import fr.toitcommun.persistence.registration.HandicapComplementForm;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The handicap complement of a demand (R.441-2-2 i). */
@Path("demands")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Demands")
public class HandicapComplementResource {
  @Inject private HandicapComplements complements;

  /** The handicap complement of a demand. */
  @GET
  @Path("{uniqueNumber}/handicap-complement")
  @Operation(
      operationId = "readHandicapComplement",
      summary = "The handicap complement (form section i; right HEALTH)")
  @APIResponse(
      responseCode = "200",
      description = "One part for each person concerned; none when there is no complement",
      content = @Content(schema = @Schema(implementation = HandicapComplement.class)))
  public HandicapComplement handicapComplement(@PathParam("uniqueNumber") String uniqueNumber) {
    return complements.read(Parameters.uniqueNumber(uniqueNumber));
  }

  /** Deposits a handicap complement. */
  @PUT
  @Path("{uniqueNumber}/handicap-complement")
  @Operation(
      operationId = "putHandicapComplement",
      summary = "Deposit or replace the handicap complement (right REGISTER)",
      description =
          "Without persons it is taken away. What it says is in no answer and no history.")
  @APIResponse(responseCode = "204", description = "Stored; the demand has a new version")
  public void putHandicapComplement(
      @PathParam("uniqueNumber") String uniqueNumber,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      HandicapComplementForm complement) {
    complements.put(Parameters.uniqueNumber(uniqueNumber), Versions.read(ifMatch), complement);
  }
}
