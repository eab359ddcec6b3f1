package fr.toitcommun.web.api;

import fr.toitcommun.ejb.allocation.Matching;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DemandHistory;
import fr.toitcommun.persistence.registration.DemandPage;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.PastDemand;
import fr.toitcommun.persistence.registration.UniqueNumber;
import fr.toitcommun.persistence.registration.duplicate.LikelyDuplicates;
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
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Demands: registering, finding, reading, changing (R.441-2-1 to R.441-2-6). */
@Path("demands")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Demands")
public class DemandsResource {
  private static final String CONFIRMED =
      "Identifiers of the controls whose doubts are confirmed, separated by commas: TC-0214. A"
          + " doubt that is not confirmed is answered by a problem of the type doubtful, and"
          + " nothing is stored.";

  @Inject private Registrations registrations;
  @Inject private DemandFiles files;
  @Inject private Matching matching;
  @Context private UriInfo uri;

  /** Registers a demand and answers its number. */
  @POST
  @Operation(
      operationId = "registerDemand",
      summary = "Register a demand (right REGISTER)",
      description =
          "Gives the 18-character unique number at once. With an Idempotency-Key, the same content"
              + " sent again by the same account within seven days gets the first answer; another"
              + " content under the same key is refused.")
  @APIResponse(
      responseCode = "201",
      description = "Registered, now or by the first call of this key; Location names the demand",
      content = @Content(schema = @Schema(implementation = RegistrationAnswer.class)))
  public Response register(
      @Parameter(description = "1 to 100 visible ASCII characters, chosen by the caller")
          @HeaderParam("Idempotency-Key")
          String idempotencyKey,
      @Parameter(description = CONFIRMED) @QueryParam("confirmedDoubts") String confirmedDoubts,
      DemandForm form) {
    Set<String> confirmed = Parameters.controls(confirmedDoubts);
    UniqueNumber number =
        idempotencyKey == null
            ? registrations.register(form, confirmed)
            : registrations.register(
                form, confirmed, Parameters.idempotencyKey(idempotencyKey), RequestDigest.of(form));
    return Response.created(uri.getBaseUriBuilder().path("demands").path(number.value()).build())
        .entity(new RegistrationAnswer(number.value()))
        .build();
  }

  /** Demands by number, name or birth date. */
  @GET
  @Operation(
      operationId = "findDemands",
      summary = "Find demands (right CONSULT)",
      description =
          "By unique number, by name (accents, case, order of words and small errors forgiven), by"
              + " birth date, or by name and birth date.")
  @APIResponse(
      responseCode = "200",
      description = "Likeliest first, with the exact total",
      content = @Content(schema = @Schema(implementation = DemandList.class)))
  public DemandList find(
      @QueryParam("q") String query,
      @QueryParam("offset") @DefaultValue("0") String offset,
      @QueryParam("limit") @DefaultValue(Parameters.USUAL_ROWS) String limit) {
    int from = Parameters.offset(offset);
    DemandPage found = files.find(query, from, Parameters.limit(limit));
    return new DemandList(found.total(), from, found.rows());
  }

  /** The demands that may be those of the persons on this form. */
  @POST
  @Path("duplicates")
  @Operation(
      operationId = "checkDuplicates",
      summary = "Look for duplicates before registering (right REGISTER)",
      description = "Only names and birth dates of applicant and co-applicants are compared.")
  @APIResponse(
      responseCode = "200",
      description = "Likely duplicates; nothing is stored",
      content = @Content(schema = @Schema(implementation = DuplicateCheck.class)))
  public DuplicateCheck duplicates(DemandForm form) {
    LikelyDuplicates found = registrations.duplicates(form, null);
    return new DuplicateCheck(found.shown(), found.hidden());
  }

  /** The whole file of a demand. */
  @GET
  @Path("{uniqueNumber}")
  @Operation(
      operationId = "readDemand",
      summary = "Read a demand (right CONSULT)",
      description =
          "The number of a demand that was merged into another leads to that one: the answer has"
              + " its own number, and Link with rel=canonical is its address.")
  @APIResponse(
      responseCode = "200",
      description = "The demand; ETag is its version",
      content = @Content(schema = @Schema(implementation = DemandFile.class)))
  public Response read(@PathParam("uniqueNumber") String uniqueNumber) {
    String number = Parameters.uniqueNumber(uniqueNumber);
    DemandFile file = files.open(number);
    if (file.uniqueNumber().equals(number)) {
      return DemandAnswers.of(file);
    }
    URI own = uri.getBaseUriBuilder().path("demands").path(file.uniqueNumber()).build();
    return Response.fromResponse(DemandAnswers.of(file)).link(own, "canonical").build();
  }

  /** What happened to a demand. */
  @GET
  @Path("{uniqueNumber}/events")
  @Operation(
      operationId = "listDemandEvents",
      summary = "What happened to a demand, latest first, in parts (right CONSULT)")
  @APIResponse(
      responseCode = "200",
      description = "A part, with the exact total",
      content = @Content(schema = @Schema(implementation = DemandHistory.class)))
  public DemandHistory events(
      @PathParam("uniqueNumber") String uniqueNumber,
      @Parameter(description = "Only events of this kind") @QueryParam("kind") String kind,
      @QueryParam("offset") @DefaultValue("0") String offset,
      @QueryParam("limit") @DefaultValue(Parameters.USUAL_ROWS) String limit) {
    return files.history(
        Parameters.uniqueNumber(uniqueNumber),
        Parameters.word("kind", DemandEventKind.class, kind),
        Parameters.offset(offset),
        Parameters.limit(limit));
  }

  /** A demand as it stood on a past day. */
  @GET
  @Path("{uniqueNumber}/past")
  @Operation(
      operationId = "readPastDemand",
      summary = "A demand as it stood at the end of a past day (right CONSULT)",
      description =
          "With what changed in its form since, field by field, the documents of that day, and what"
              + " is known of the handicap complement (right HEALTH for what it said). The number"
              + " of a demand that was merged leads to itself until the day of the merging.")
  @APIResponse(
      responseCode = "200",
      description = "The demand on that day",
      content = @Content(schema = @Schema(implementation = PastDemand.class)))
  public PastDemand past(
      @PathParam("uniqueNumber") String uniqueNumber,
      @Parameter(description = "Day, from the deposit to today", required = true) @QueryParam("on")
          String on) {
    return files.asOf(Parameters.uniqueNumber(uniqueNumber), Parameters.day("on", on));
  }

  /** Replaces the form of a demand. */
  @PUT
  @Path("{uniqueNumber}")
  @Operation(
      operationId = "modifyDemand",
      summary = "Modify a demand (right REGISTER)",
      description =
          "The whole form as it is to be. Number, deposit date and seniority stay. Persons keep"
              + " their identity by their id.")
  @APIResponse(
      responseCode = "200",
      description = "The demand as it is now; what changed is in its latest event",
      content = @Content(schema = @Schema(implementation = DemandFile.class)))
  public Response modify(
      @PathParam("uniqueNumber") String uniqueNumber,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Parameter(description = "APPLICANT, DOCUMENT or VALIDATED_THIRD_PARTY", required = true)
          @QueryParam("wordOf")
          String wordOf,
      @Parameter(description = CONFIRMED) @QueryParam("confirmedDoubts") String confirmedDoubts,
      DemandForm form) {
    String number = Parameters.uniqueNumber(uniqueNumber);
    int version = Versions.read(ifMatch);
    registrations.modify(
        number, version, form, Parameters.wordOf(wordOf), Parameters.controls(confirmedDoubts));
    return DemandAnswers.asItIsNow(files, number);
  }

  /** What is odd about a form, to ask before it is sent. */
  @POST
  @Path("doubts")
  @Operation(
      operationId = "checkDoubts",
      summary = "What would be asked about a form before registering (right REGISTER)",
      description = "Faults are not told here: they are when the form is sent.")
  @APIResponse(
      responseCode = "200",
      description = "Doubts; nothing is stored",
      content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Fault.class)))
  public List<Fault> doubts(DemandForm form) {
    return registrations.doubts(form, null);
  }

  /** The registration certificate. */
  @GET
  @Path("{uniqueNumber}/certificate")
  @Produces("application/pdf")
  @Operation(
      operationId = "readCertificate",
      summary = "The certificate of registration or renewal (R.441-2-4; right CONSULT)",
      description = "In French, or in English where Accept-Language prefers it.")
  @APIResponse(
      responseCode = "200",
      description = "The certificate",
      content = @Content(mediaType = "application/pdf"))
  public Response certificate(
      @PathParam("uniqueNumber") String uniqueNumber, @Context HttpHeaders headers) {
    String number = Parameters.uniqueNumber(uniqueNumber);
    Locale locale = Problems.spoken(headers.getAcceptableLanguages());
    return Response.ok(files.certificate(number, locale))
        .language(locale)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"attestation-" + number + ".pdf\"")
        .build();
  }

  /** The vacant dwellings that would fit a demand, and why others do not. */
  @GET
  @Path("{uniqueNumber}/dwellings")
  @Operation(
      operationId = "fittingDwellings",
      summary = "Vacant dwellings near a demand's wishes, with each criterion (right CONSULT)",
      description =
          "Of a vacancy every partner reads what is offered alone: not why the dwelling is vacant,"
              + " nor to whom it is reserved, nor how its landlord works. Its own landlord reads"
              + " the rest under /vacancies.")
  @APIResponse(
      responseCode = "200",
      description = "Those that fit first",
      content = @Content(schema = @Schema(implementation = FittingAnswer.class)))
  public FittingAnswer dwellings(@PathParam("uniqueNumber") String uniqueNumber) {
    return FittingAnswer.of(matching.fitting(Parameters.uniqueNumber(uniqueNumber)));
  }
}
