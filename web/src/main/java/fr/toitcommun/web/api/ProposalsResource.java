package fr.toitcommun.web.api;

import fr.toitcommun.ejb.allocation.Leases;
import fr.toitcommun.ejb.allocation.Proposals;
import fr.toitcommun.persistence.allocation.LeaseData;
import fr.toitcommun.persistence.allocation.ProposalFilter;
import fr.toitcommun.persistence.allocation.ProposalNotices;
import fr.toitcommun.persistence.allocation.ProposalPage;
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
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proposals of the caller's own dwellings, the applicants' answers, and the lease. */
@Path("proposals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Proposals")
public class ProposalsResource {
  @Inject private Proposals proposals;
  @Inject private Leases leases;

  /** Proposals of the caller's stock. */
  @GET
  @Operation(
      operationId = "listProposals",
      summary = "Proposals of one's own dwellings, nearest deadline first (right PROPOSE)")
  @APIResponse(
      responseCode = "200",
      description = "Proposals",
      content = @Content(schema = @Schema(implementation = ProposalList.class)))
  public ProposalList list(
      @Parameter(
              description =
                  "UNDER_WAY (usual), AWAITING, OVERDUE, TO_SIGN, TO_NOTIFY, CONDITIONS or"
                      + " ENDED")
          @QueryParam("filter")
          String filter,
      @QueryParam("offset") @DefaultValue("0") String offset,
      @QueryParam("limit") @DefaultValue(Parameters.USUAL_ROWS) String limit) {
    int from = Parameters.offset(offset);
    ProposalFilter asked = Parameters.word("filter", ProposalFilter.class, filter);
    ProposalPage page =
        proposals.list(
            Objects.requireNonNullElse(asked, ProposalFilter.UNDER_WAY),
            from,
            Parameters.limit(limit));
    return new ProposalList(page.total(), from, page.rows());
  }

  /** The applicant accepts. */
  @POST
  @Path("{proposalId: \\d{1,18}}/acceptance")
  @Operation(
      operationId = "acceptProposal",
      summary = "The applicant accepts, by the deadline (R.441-10; right PROPOSE)")
  @APIResponse(responseCode = "204", description = "Recorded")
  public void accept(@PathParam("proposalId") long proposalId, Acceptance acceptance) {
    proposals.accept(proposalId, acceptance.on());
  }

  /** The applicant refuses. */
  @POST
  @Path("{proposalId: \\d{1,18}}/refusal")
  @Operation(
      operationId = "refuseProposal",
      summary = "The applicant refuses, with the motive (right PROPOSE)")
  @APIResponse(responseCode = "204", description = "Recorded")
  public void refuse(@PathParam("proposalId") long proposalId, Refusal refusal) {
    proposals.refuse(proposalId, refusal.motive(), refusal.detail(), refusal.on());
  }

  /** The applicant was told. */
  @POST
  @Path("{proposalId: \\d{1,18}}/notification")
  @Operation(
      operationId = "notifyProposal",
      summary = "The applicant was told; the delay to answer counts from then (right PROPOSE)")
  @APIResponse(responseCode = "204", description = "Recorded")
  public void told(@PathParam("proposalId") long proposalId, Notification notification) {
    proposals.recordNotification(proposalId, notification.channel(), notification.on());
  }

  /** What others, or the night, made of the caller's proposals. */
  @GET
  @Path("notices")
  @Operation(
      operationId = "listProposalNotices",
      summary = "What became of one's proposals in the last thirty days (right PROPOSE)",
      description = "Freed because the applicant is housed elsewhere, lapsed, called in rank.")
  @APIResponse(
      responseCode = "200",
      description = "Latest first",
      content = @Content(schema = @Schema(implementation = ProposalNotices.Page.class)))
  public ProposalNotices.Page notices() {
    return proposals.notices();
  }

  /** The landlord takes the proposal back. */
  @POST
  @Path("{proposalId: \\d{1,18}}/withdrawal")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "withdrawProposal",
      summary = "The landlord takes the proposal back (right PROPOSE)")
  @APIResponse(responseCode = "204", description = "Recorded")
  public void withdraw(@PathParam("proposalId") long proposalId) {
    proposals.withdraw(proposalId);
  }

  /** Signs the lease. */
  @POST
  @Path("{proposalId: \\d{1,18}}/lease")
  @Operation(
      operationId = "signLease",
      summary = "Sign the lease of an allocation (right SIGN)",
      description =
          "The demand leaves the file as satisfied (RADATT); the other candidates are free again."
              + " One lease per demand and per dwelling, whatever happens at once.")
  @APIResponse(
      responseCode = "201",
      description = "Signed",
      content = @Content(schema = @Schema(implementation = LeaseAnswer.class)))
  public Response sign(@PathParam("proposalId") long proposalId, LeaseData data) {
    return Response.status(Response.Status.CREATED)
        .entity(new LeaseAnswer(leases.sign(proposalId, data)))
        .build();
  }
}
