package fr.toitcommun.web.api;

import fr.toitcommun.ejb.registration.Cancellations;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.registration.Cancellation;
import fr.toitcommun.persistence.registration.DemandFile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How long a demand is in the file: renewing, cancelling, taking up again (R.441-2-7, -8). */
@Path("demands")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Demands")
public class DemandLifeResource {
  @Inject private Registrations registrations;
  @Inject private Cancellations cancellations;
  @Inject private DemandFiles files;

  /** Renews a demand. */
  @POST
  @Path("{uniqueNumber}/renewal")
  @Operation(operationId = "renewDemand", summary = "Renew for a year (right REGISTER)")
  @APIResponse(
      responseCode = "200",
      description = "The demand as it is now",
      content = @Content(schema = @Schema(implementation = DemandFile.class)))
  public Response renew(
      @PathParam("uniqueNumber") String uniqueNumber,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      Renewal renewal) {
    String number = Parameters.uniqueNumber(uniqueNumber);
    registrations.renew(number, Versions.read(ifMatch), renewal.on());
    return DemandAnswers.asItIsNow(files, number);
  }

  /** Cancels a demand for a legal reason. */
  @POST
  @Path("{uniqueNumber}/cancellation")
  @Operation(
      operationId = "cancelDemand",
      summary = "Cancel for a legal reason (right REGISTER)",
      description =
          "RADABA or RADCON; RADIRR by a landlord, RADREN by the manager of the file (R.441-2-8)."
              + " RADATT happens when the lease is signed. DECES is a sub-reason of RADABA.")
  @APIResponse(
      responseCode = "200",
      description = "The demand as it is now",
      content = @Content(schema = @Schema(implementation = DemandFile.class)))
  public Response cancel(
      @PathParam("uniqueNumber") String uniqueNumber,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      Cancellation cancellation) {
    String number = Parameters.uniqueNumber(uniqueNumber);
    cancellations.cancel(number, Versions.read(ifMatch), cancellation);
    return DemandAnswers.asItIsNow(files, number);
  }

  /** Takes a cancelled demand up again. */
  @POST
  @Path("{uniqueNumber}/reinstatement")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "reinstateDemand",
      summary = "Take a cancelled demand up again, where the law allows it (right REGISTER)")
  @APIResponse(
      responseCode = "200",
      description = "The demand as it is now",
      content = @Content(schema = @Schema(implementation = DemandFile.class)))
  public Response reinstate(
      @PathParam("uniqueNumber") String uniqueNumber,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    String number = Parameters.uniqueNumber(uniqueNumber);
    cancellations.reinstate(number, Versions.read(ifMatch));
    return DemandAnswers.asItIsNow(files, number);
  }
}
