package fr.toitcommun.web.api;

import fr.toitcommun.ejb.allocation.Matching;
import fr.toitcommun.ejb.allocation.Proposals;
import fr.toitcommun.ejb.allocation.Vacancies;
import fr.toitcommun.persistence.allocation.CandidateFilter;
import fr.toitcommun.persistence.allocation.CandidatePage;
import fr.toitcommun.persistence.allocation.DwellingForm;
import fr.toitcommun.persistence.allocation.NotificationChannel;
import fr.toitcommun.persistence.allocation.VacancyPage;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.registration.Fault;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Vacant dwellings of the caller's own stock, their candidates, and proposing them. */
@Path("vacancies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Dwellings")
public class VacanciesResource {
  @Inject private Vacancies vacancies;
  @Inject private Matching matching;
  @Inject private Proposals proposals;
  @Context private UriInfo uri;

  /** Open vacancies. */
  @GET
  @Operation(
      operationId = "listVacancies",
      summary = "Vacant dwellings of one's own stock (right PROPOSE)")
  @APIResponse(
      responseCode = "200",
      description = "Those without proposal first",
      content = @Content(schema = @Schema(implementation = VacancyList.class)))
  public VacancyList list(
      @QueryParam("municipality") String municipality,
      @QueryParam("offset") @DefaultValue("0") String offset,
      @QueryParam("limit") @DefaultValue(Parameters.USUAL_ROWS) String limit) {
    int from = Parameters.offset(offset);
    VacancyPage page =
        vacancies.list(Parameters.municipality(municipality), from, Parameters.limit(limit));
    return new VacancyList(page.total(), from, page.rows());
  }

  /** One vacancy. */
  @GET
  @Path("{vacancyId: \\d{1,18}}")
  @Operation(operationId = "readVacancy", summary = "A vacant dwelling (right PROPOSE)")
  @APIResponse(
      responseCode = "200",
      description = "The vacancy, open or not",
      content = @Content(schema = @Schema(implementation = VacancyRow.class)))
  public VacancyRow read(@PathParam("vacancyId") long vacancyId) {
    return vacancies.open(vacancyId);
  }

  /** Declares a dwelling vacant. */
  @POST
  @Operation(
      operationId = "declareVacancy",
      summary = "Declare a dwelling of one's own stock vacant (right PROPOSE)")
  @APIResponse(
      responseCode = "201",
      description = "Declared; Location names the vacancy",
      content = @Content(schema = @Schema(implementation = VacancyAnswer.class)))
  public Response declare(DwellingForm form) {
    long vacancyId = vacancies.declare(form);
    return Response.created(
            uri.getBaseUriBuilder().path("vacancies").path(String.valueOf(vacancyId)).build())
        .entity(new VacancyAnswer(vacancyId))
        .build();
  }

  /** The ranked candidates of a vacancy. */
  @GET
  @Path("{vacancyId: \\d{1,18}}/candidates")
  @Operation(
      operationId = "vacancyCandidates",
      summary = "Ranked applicants who asked for this dwelling and fit it (right MATCH)")
  @APIResponse(
      responseCode = "200",
      description = "By the territory's method, with the exact total",
      content = @Content(schema = @Schema(implementation = CandidateList.class)))
  public CandidateList candidates(
      @PathParam("vacancyId") long vacancyId,
      @Parameter(description = Parameters.FILTER) @QueryParam("filter") List<String> filter,
      @QueryParam("after") String after,
      @QueryParam("limit") @DefaultValue(Parameters.USUAL_ROWS) String limit) {
    return CandidateList.of(
        matching.candidates(
            vacancyId,
            CandidateFilter.read(filter),
            CandidatePage.Cursor.read(after),
            Parameters.limit(limit)),
        uri);
  }

  /** Proposes a vacancy to applicants. */
  @POST
  @Path("{vacancyId: \\d{1,18}}/proposals")
  @Operation(
      operationId = "propose",
      summary = "Propose a dwelling to applicants, all or none (right PROPOSE)")
  @APIResponse(
      responseCode = "201",
      description = "Proposed",
      content = @Content(schema = @Schema(implementation = ProposalAnswer.class)))
  public Response propose(@PathParam("vacancyId") long vacancyId, ProposalRequest request) {
    return Response.status(Response.Status.CREATED)
        .entity(
            new ProposalAnswer(
                proposals.propose(
                    vacancyId,
                    numbers(request.uniqueNumbers()),
                    Objects.requireNonNullElse(request.channel(), NotificationChannel.HAND))))
        .build();
  }

  private static List<String> numbers(List<String> sent) {
    List<Fault> faults = new ArrayList<>();
    if (sent == null || sent.isEmpty()) {
      throw RefusedInput.at("uniqueNumbers", "REQUIRED");
    }
    for (int i = 0; i < sent.size(); i++) {
      if (!UniqueNumber.isOne(sent.get(i))) {
        faults.add(Fault.at("uniqueNumbers[" + i + "]", "NOT_A_UNIQUE_NUMBER"));
      }
    }
    if (!faults.isEmpty()) {
      throw new RefusedInput(faults);
    }
    return sent.stream().map(number -> UniqueNumber.read(number).value()).toList();
  }
}
