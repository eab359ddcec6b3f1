package fr.toitcommun.web.api;

import fr.toitcommun.ejb.allocation.Designations;
import fr.toitcommun.persistence.allocation.DesignationState;
import fr.toitcommun.persistence.allocation.VacancyPage;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.UniqueNumber;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The dwellings at the disposal of the caller, and designating candidates for them. */
@Path("designations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Dwellings")
public class DesignationsResource {
  @Inject private Designations designations;

  /** The vacancies at the caller's disposal. */
  @GET
  @Operation(
      operationId = "listDesignations",
      summary = "Vacant dwellings at one's disposal by agreement (R.441-5; right DESIGNATE)")
  @APIResponse(
      responseCode = "200",
      description = "Those still to answer first, by deadline",
      content = @Content(schema = @Schema(implementation = VacancyList.class)))
  public VacancyList list(
      @Parameter(description = "AWAITED, DESIGNATED or LAPSED") @QueryParam("state") String state,
      @QueryParam("offset") @DefaultValue("0") String offset,
      @QueryParam("limit") @DefaultValue(Parameters.USUAL_ROWS) String limit) {
    int from = Parameters.offset(offset);
    VacancyPage page =
        designations.list(
            Parameters.word("state", DesignationState.class, state), from, Parameters.limit(limit));
    return new VacancyList(page.total(), from, page.rows());
  }

  /** Designates candidates for a vacancy. */
  @POST
  @Path("{vacancyId: \\d{1,18}}")
  @Operation(
      operationId = "designate",
      summary = "Designate candidates in order, all or none (R.441-5; right DESIGNATE)",
      description = "They become proposals of the landlord, whose commission decides.")
  @APIResponse(
      responseCode = "201",
      description = "Designated",
      content = @Content(schema = @Schema(implementation = ProposalAnswer.class)))
  public Response designate(@PathParam("vacancyId") long vacancyId, ProposalRequest request) {
    List<String> sent = request.uniqueNumbers();
    if (sent == null || sent.isEmpty()) {
      throw RefusedInput.at("uniqueNumbers", "REQUIRED");
    }
    for (int i = 0; i < sent.size(); i++) {
      if (!UniqueNumber.isOne(sent.get(i))) {
        throw RefusedInput.at("uniqueNumbers[" + i + "]", "NOT_A_UNIQUE_NUMBER");
      }
    }
    List<String> numbers = sent.stream().map(number -> UniqueNumber.read(number).value()).toList();
    return Response.status(Response.Status.CREATED)
        .entity(new ProposalAnswer(designations.designate(vacancyId, numbers)))
        .build();
  }
}
