package fr.toitcommun.web.api;

import fr.toitcommun.ejb.registration.PriorityLabels;
import fr.toitcommun.persistence.registration.priority.LabelRequest;
import fr.toitcommun.persistence.registration.priority.LabelsOfDemand;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Priorities of a demand: who recognised what, when, until when (L.441-1, R.441-2-15). */
@Path("demands/{uniqueNumber}/labels")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Priorities")
@APIResponse(
    responseCode = "200",
    description = "The priorities as they are now",
    content = @Content(schema = @Schema(implementation = LabelsOfDemand.class)))
public class LabelsResource {
  @Inject private PriorityLabels labels;

  /** All of them. */
  @GET
  @Operation(
      operationId = "readLabels",
      summary = "Labels of a demand, and likely grounds that rules find in it (right CONSULT)",
      description =
          "A ground that tells of health or violence has no code for who lacks the right SENSITIVE."
              + " No rule ever certifies. The scores say what the demand has in each wished"
              + " territory with a grid, and which criterion gave how many points (R.441-2-10); to"
              + " who lacks that right all grounds of L.441-1 are one line together, the last, that"
              + " has no fact.")
  public LabelsOfDemand read(@PathParam("uniqueNumber") String uniqueNumber) {
    return labels.of(Parameters.uniqueNumber(uniqueNumber));
  }

  /** Asks for one. */
  @POST
  @Operation(
      operationId = "askLabel",
      summary = "Ask that a priority be certified (right REGISTER)")
  public LabelsOfDemand ask(@PathParam("uniqueNumber") String uniqueNumber, LabelRequest request) {
    return after(uniqueNumber, number -> labels.ask(number, request));
  }

  /** Certifies one. */
  @POST
  @Path("certification")
  @Operation(
      operationId = "certifyLabel",
      summary = "Certify a priority, asked for or not (right CERTIFY)",
      description =
          "The State alone certifies a DALO; landlords, reservation holders, Département and State"
              + " grounds of L.441-1.")
  public LabelsOfDemand certify(
      @PathParam("uniqueNumber") String uniqueNumber, LabelRequest request) {
    return after(uniqueNumber, number -> labels.certify(number, request));
  }

  /** Sets a likely ground aside. */
  @POST
  @Path("dismissal")
  @Operation(
      operationId = "dismissLikelyGround",
      summary = "Set a likely ground aside for good (right REGISTER)")
  public LabelsOfDemand dismiss(
      @PathParam("uniqueNumber") String uniqueNumber, LabelDismissal dismissal) {
    return after(
        uniqueNumber, number -> labels.dismiss(number, dismissal.rule(), dismissal.word()));
  }

  /** Rejects one that was asked for. */
  @POST
  @Path("{labelId: \\d{1,18}}/rejection")
  @Operation(operationId = "rejectLabel", summary = "Do not recognise it (right CERTIFY)")
  public LabelsOfDemand reject(
      @PathParam("uniqueNumber") String uniqueNumber,
      @PathParam("labelId") long labelId,
      LabelDecision decision) {
    return after(
        uniqueNumber,
        number -> labels.reject(number, labelId, decision.version(), decision.word()));
  }

  /** Takes one back. */
  @POST
  @Path("{labelId: \\d{1,18}}/withdrawal")
  @Operation(operationId = "withdrawLabel", summary = "Take it back (right CERTIFY)")
  public LabelsOfDemand withdraw(
      @PathParam("uniqueNumber") String uniqueNumber,
      @PathParam("labelId") long labelId,
      LabelDecision decision) {
    return after(
        uniqueNumber,
        number -> labels.withdraw(number, labelId, decision.version(), decision.word()));
  }

  /** The household of a DALO was rehoused. */
  @POST
  @Path("{labelId: \\d{1,18}}/rehousing")
  @Operation(
      operationId = "rehouseLabel",
      summary = "State that the household of a DALO was rehoused (right CERTIFY)")
  public LabelsOfDemand rehouse(
      @PathParam("uniqueNumber") String uniqueNumber,
      @PathParam("labelId") long labelId,
      LabelDecision decision) {
    return after(
        uniqueNumber, number -> labels.rehouse(number, labelId, decision.version(), decision.on()));
  }

  /** The priorities of a demand after an act on them. */
  private LabelsOfDemand after(String uniqueNumber, Consumer<String> act) {
    String number = Parameters.uniqueNumber(uniqueNumber);
    act.accept(number);
    return labels.of(number);
  }
}
