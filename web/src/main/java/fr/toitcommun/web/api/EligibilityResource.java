package fr.toitcommun.web.api;

import fr.toitcommun.ejb.allocation.EligibilityFigures;
import fr.toitcommun.persistence.allocation.eligibility.CandidateFigures;
import fr.toitcommun.persistence.allocation.eligibility.FiguresOfDemand;
import fr.toitcommun.persistence.allocation.eligibility.WhatIf;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures of the rules, each with the way to it. */
@Path("demands/{uniqueNumber}/figures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Eligibility")
public class EligibilityResource {
  @Inject private EligibilityFigures eligibility;

  /** Those of the household. */
  @GET
  @Operation(
      operationId = "readFigures",
      summary = "What the rules make of a household, and how (right CONSULT)",
      description =
          "Category, compared income, shares of ceilings, consumption units, resources, first"
              + " quartile of each inter-municipality wished, occupation of the present home. Each"
              + " figure has its steps, its article, whether something is assumed and what is"
              + " missing.")
  @APIResponse(
      responseCode = "200",
      description = "The figures; none for a body",
      content = @Content(schema = @Schema(implementation = FiguresOfDemand.class)))
  public FiguresOfDemand read(@PathParam("uniqueNumber") String uniqueNumber) {
    return eligibility.ofDemand(Parameters.uniqueNumber(uniqueNumber));
  }

  /** Those against a vacant dwelling. */
  @GET
  @Path("vacancies/{vacancyId: \\d{1,18}}")
  @Operation(
      operationId = "readCandidateFigures",
      summary = "A household against a vacant dwelling (right CONSULT)",
      description =
          "Effort rate (R.441-3-1), residual income, ceiling of the financing, first quartile,"
              + " occupation and grid. Amounts may be tried out, in euros a month; nothing of them"
              + " is stored.")
  @APIResponse(
      responseCode = "200",
      description = "The figures",
      content = @Content(schema = @Schema(implementation = CandidateFigures.class)))
  public CandidateFigures candidate(
      @PathParam("uniqueNumber") String uniqueNumber,
      @PathParam("vacancyId") long vacancyId,
      @QueryParam("resources") String resources,
      @QueryParam("housingAid") String housingAid,
      @QueryParam("debts") String debts) {
    return eligibility.ofCandidate(
        vacancyId,
        Parameters.uniqueNumber(uniqueNumber),
        new WhatIf(
            amount("resources", resources),
            amount("housingAid", housingAid),
            amount("debts", debts),
            null,
            null,
            null,
            null,
            null));
  }

  private static Integer amount(String name, String text) {
    Long number = Parameters.wholeNumber(name, text);
    return number == null
        ? null
        : Integer.valueOf((int) Math.max(-1, Math.min(Integer.MAX_VALUE, number)));
  }
}
