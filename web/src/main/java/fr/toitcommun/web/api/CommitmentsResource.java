package fr.toitcommun.web.api;

import fr.toitcommun.ejb.allocation.Commitments;
import fr.toitcommun.persistence.allocation.commitment.CommitmentView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The commitments of landlords and the file's own measure of efficiency. */
@Path("commitments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Proposals")
public class CommitmentsResource {
  @Inject private Commitments commitments;

  /** The counters of a year. */
  @GET
  @Operation(
      operationId = "readCommitments",
      summary = "Counters of the commitments of L.441-1, live (right OBSERVE)",
      description =
          "A landlord sees its own; statistics partners see totals, those of few leases left out.")
  @APIResponse(
      responseCode = "200",
      description = "Each counter with count, total and target",
      content = @Content(schema = @Schema(implementation = CommitmentView.class)))
  public CommitmentView view(
      @Parameter(description = "Civil year of signature; usual: this one") @QueryParam("year")
          String year,
      @Parameter(description = "Only this landlord's, by identity") @QueryParam("landlord")
          String landlord,
      @Parameter(description = "Only in this EPCI, by SIREN") @QueryParam("epci") String epci) {
    return commitments.view(year(year), Parameters.wholeNumber("landlord", landlord), epci);
  }

  /** Proposals per satisfied demand. */
  @GET
  @Path("proposals-per-lease")
  @Operation(
      operationId = "readProposalsPerLease",
      summary = "Proposals per satisfied demand (right OBSERVE)",
      description =
          "Proposals made to a demand by any landlord until its lease was signed, the one that led"
              + " to it included.")
  @APIResponse(
      responseCode = "200",
      description = "Of the whole, by year, landlord and municipality",
      content = @Content(schema = @Schema(implementation = CommitmentView.Efforts.class)))
  public CommitmentView.Efforts efforts(
      @QueryParam("year") String year,
      @QueryParam("landlord") String landlord,
      @QueryParam("epci") String epci) {
    return commitments.efforts(year(year), Parameters.wholeNumber("landlord", landlord), epci);
  }

  private static Integer year(String text) {
    Long year = Parameters.wholeNumber("year", text);
    return year == null ? null : (int) Math.min(year, 9999);
  }
}
