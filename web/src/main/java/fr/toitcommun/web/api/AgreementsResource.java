package fr.toitcommun.web.api;

import fr.toitcommun.ejb.allocation.Agreements;
import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.persistence.allocation.reservation.AgreementForm;
import fr.toitcommun.persistence.allocation.reservation.AgreementPage;
import fr.toitcommun.persistence.allocation.reservation.AgreementRow;
import fr.toitcommun.persistence.allocation.reservation.HolderReader;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reservation agreements of landlords with holders, and their balance (R.441-5, R.441-5-2). */
@Path("agreements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Dwellings")
public class AgreementsResource {
  private static final String ONE = "{agreementId: \\d{1,18}}";
  private static final String YEAR = "Civil year of the balance, 2000 to 2100; usual: this one";
  private static final String IDENTIFIED = "identified takes 5,000 references, and the body 4 MiB.";
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  @Inject private Agreements agreements;
  @Inject private CodeLists lists;
  @Context private UriInfo uri;

  /** Agreements with their balance. */
  @GET
  @Operation(
      operationId = "listAgreements",
      summary = "Reservation agreements with their balance of a year (R.441-5)",
      description =
          "A landlord sees its own (right PROPOSE), a holder those it has (right DESIGNATE), the"
              + " manager all (right ADMINISTER): those in force on a day of the year, by landlord,"
              + " département and contingent.")
  @APIResponse(
      responseCode = "200",
      description = "With the exact total",
      content = @Content(schema = @Schema(implementation = AgreementList.class)))
  public AgreementList list(
      @Parameter(description = "Only in this département") @QueryParam("departement")
          String departement,
      @Parameter(description = "Only of this landlord, by identity; for holders and the manager")
          @QueryParam("landlord")
          String landlord,
      @Parameter(description = YEAR) @QueryParam("year") String year,
      @QueryParam("offset") @DefaultValue("0") String offset,
      @QueryParam("limit") @DefaultValue(Parameters.USUAL_ROWS) String limit) {
    int from = Parameters.offset(offset);
    int told = year(year);
    AgreementPage page =
        agreements.list(
            departement(departement),
            Parameters.wholeNumber("landlord", landlord),
            told,
            from,
            Parameters.limit(limit));
    return new AgreementList(page.total(), from, told, page.rows());
  }

  /** One agreement with its balance through a year. */
  @GET
  @Path(ONE)
  @Operation(
      operationId = "readAgreement",
      summary = "A reservation agreement with its balance by month (R.441-5)",
      description = "For its landlord, its holder and the manager.")
  @APIResponse(
      responseCode = "200",
      description = "The agreement; ETag is its version",
      content = @Content(schema = @Schema(implementation = AgreementDetail.class)))
  public Response read(
      @PathParam("agreementId") long agreementId,
      @Parameter(description = YEAR) @QueryParam("year") String year) {
    int told = year(year);
    AgreementRow row = agreements.open(agreementId, told);
    return Response.ok(
            new AgreementDetail(
                row,
                told,
                agreements.months(agreementId, told),
                agreements.excluded(agreementId, told),
                agreements.identified(agreementId)))
        .tag(String.valueOf(row.version()))
        .build();
  }

  /** Who may hold an agreement. */
  @GET
  @Path("holders")
  @Operation(
      operationId = "listReservationHolders",
      summary = "Partners that may hold an agreement there (right PROPOSE or ADMINISTER)")
  @APIResponse(
      responseCode = "200",
      description = "By name, with the identity that an agreement names them by",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = HolderReader.Party.class)))
  public List<HolderReader.Party> holders(
      @Parameter(required = true) @QueryParam("departement") String departement) {
    Parameters.require("departement", departement);
    return agreements.holders(departement(departement));
  }

  /** Keeps a new agreement. */
  @POST
  @Operation(
      operationId = "agree",
      summary = "Keep a reservation agreement (right PROPOSE or ADMINISTER)",
      description =
          "A landlord keeps its own, whatever landlordId says; the manager names the landlord. Sent"
              + " twice it is kept once: a holder has one agreement of a landlord and département"
              + " at a time, and the second is refused with AGREEMENT_THERE_ALREADY. "
              + IDENTIFIED)
  @APIResponse(
      responseCode = "201",
      description = "Kept; Location names it",
      content = @Content(schema = @Schema(implementation = AgreementAnswer.class)))
  public Response agree(AgreementForm form) {
    long agreementId = agreements.agree(form);
    return Response.created(
            uri.getBaseUriBuilder().path("agreements").path(String.valueOf(agreementId)).build())
        .entity(new AgreementAnswer(agreementId))
        .build();
  }

  /** Changes the terms of an agreement. */
  @PUT
  @Path(ONE)
  @Operation(
      operationId = "changeAgreement",
      summary = "Change the terms of an agreement (right PROPOSE or ADMINISTER)",
      description = "Its landlord, holder and département stay, whatever is sent. " + IDENTIFIED)
  @APIResponse(responseCode = "204", description = "Changed; ETag is the new version")
  public Response change(
      @PathParam("agreementId") long agreementId,
      @Parameter(description = "ETag of the agreement that was read", required = true)
          @HeaderParam(HttpHeaders.IF_MATCH)
          String ifMatch,
      AgreementForm form) {
    int version = Versions.read(ifMatch);
    try {
      agreements.change(agreementId, version, form);
    } catch (RefusedInput refused) {
      throw refused.faults().stream()
          .filter(fault -> fault.code().equals("AGREEMENT_CHANGED_MEANWHILE"))
          .findFirst()
          .<RuntimeException>map(fault -> new ApiProblem(ProblemKind.CHANGED_MEANWHILE, fault))
          .orElse(refused);
    }
    return Response.noContent()
        .tag(String.valueOf(agreements.open(agreementId, year(null)).version()))
        .build();
  }

  private String departement(String code) {
    if (code == null || code.isEmpty()) {
      return null;
    }
    if (!lists.departements().containsKey(code)) {
      throw RefusedInput.at("departement", "UNKNOWN_CODE", JsonFaults.shortened(code));
    }
    return code;
  }

  private int year(String text) {
    Long year = Parameters.wholeNumber("year", text);
    if (year == null) {
      return lists.today().getYear();
    }
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw RefusedInput.at("year", "OUT_OF_RANGE", FIRST_YEAR, LAST_YEAR);
    }
    return year.intValue();
  }
}
