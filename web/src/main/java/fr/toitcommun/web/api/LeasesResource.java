package fr.toitcommun.web.api;

import fr.toitcommun.ejb.allocation.LeaseCancellations;
import fr.toitcommun.persistence.allocation.LeasePage;
import fr.toitcommun.persistence.allocation.LeaseUndoing;
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
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signed leases, and the cancellation of one that was signed by mistake. */
@Path("leases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Proposals")
public class LeasesResource {
  @Inject private LeaseCancellations leases;

  /** The latest. */
  @GET
  @Operation(operationId = "listLeases", summary = "Leases, latest first (right ADMINISTER)")
  @APIResponse(
      responseCode = "200",
      description = "Leases, cancelled ones among them",
      content = @Content(schema = @Schema(implementation = LeaseList.class)))
  public LeaseList list(
      @Parameter(description = "Only of the demand of this unique number") @QueryParam("number")
          String number,
      @Parameter(description = "true: only cancelled ones")
          @QueryParam("cancelled")
          @DefaultValue("false")
          boolean cancelled,
      @QueryParam("offset") @DefaultValue("0") String offset,
      @QueryParam("limit") @DefaultValue(Parameters.USUAL_ROWS) String limit) {
    int from = Parameters.offset(offset);
    LeasePage page = leases.list(number, cancelled, from, Parameters.limit(limit));
    return new LeaseList(page.total(), from, page.rows());
  }

  /** What a cancellation would do. */
  @GET
  @Path("{leaseId: \\d{1,18}}")
  @Operation(
      operationId = "readLease",
      summary = "A lease, and what its cancellation would put back (right ADMINISTER)")
  @APIResponse(
      responseCode = "200",
      description = "Nothing is done",
      content = @Content(schema = @Schema(implementation = LeaseUndoing.class)))
  public LeaseUndoing read(@PathParam("leaseId") long leaseId) {
    return leases.open(leaseId);
  }

  /** Cancels a signature. */
  @POST
  @Path("{leaseId: \\d{1,18}}/cancellation")
  @Operation(
      operationId = "cancelLease",
      summary = "Cancel a lease signed by mistake (right ADMINISTER)",
      description =
          "The demand is in the file again with number, seniority and validity, the dwelling to"
              + " let, the proposals as they stood where that is still possible.")
  @APIResponse(
      responseCode = "200",
      description = "What was put back, and what could not be",
      content = @Content(schema = @Schema(implementation = LeaseUndoing.class)))
  public LeaseUndoing cancel(@PathParam("leaseId") long leaseId, LeaseCancellation why) {
    return leases.cancel(leaseId, why.words());
  }
}
