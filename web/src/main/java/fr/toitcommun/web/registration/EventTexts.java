package fr.toitcommun.web.registration;

import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.dossier.Quarantine;
import fr.toitcommun.persistence.registration.priority.LabelKind;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How the events of a demand's history read. */
@Named
@RequestScoped
public class EventTexts {
  @Inject private Texts texts;

  /** What an event of a demand's history says besides its kind: codes as their labels. */
  public String detail(DemandFile.Event event) {
    String detail = event.detail();
    return switch (event.kind()) {
      case CANCELLED -> cancellation(detail);
      case NOTICE_ASKED -> texts.say("letter." + detail);
      case DECIDED -> texts.say("decision." + detail);
      case MERGED, UNMERGED -> texts.say("merged.with", texts.unique(detail));
      case PROPOSAL_REFUSED, PROPOSAL_LAPSED -> texts.code("REFUSAL_MOTIVE", detail);
      case PERSON_LEFT -> texts.say("departure." + detail);
      case SEPARATED -> texts.say("household.otherDemand");
      case LABEL_ASKED, LABEL_CERTIFIED, LABEL_REJECTED, LABEL_ENDED -> label(detail);
      case DOCUMENT_RECEIVED,
          DOCUMENT_DEPOSITED,
          DOCUMENT_CHECKED,
          DOCUMENT_REFUSED,
          DOCUMENT_DELETED ->
          document(event.kind(), detail);
      default -> detail;
    };
  }

  /**
   * What a label recognises, as an event keeps it; which ground of health or violence it does not.
   */
  private String label(String detail) {
    String[] codes = detail.split(" ", 2);
    LabelKind kind = LabelKind.valueOf(codes[0]);
    return codes.length == 1
        ? texts.say("label.hidden")
        : texts.code(kind.list(), kind.listed(codes[1]));
  }

  /** Kind of a document, and why it was refused or deleted, as an event keeps them. */
  private String document(DemandEventKind kind, String detail) {
    String[] codes = detail.split(" ", 2);
    String label = texts.documentKind("SENSITIVE".equals(codes[0]) ? null : codes[0]);
    if (Quarantine.INFECTED.equals(codes[0])) {
      return texts.say("dossier.infected");
    }
    String reasons =
        kind == DemandEventKind.DOCUMENT_REFUSED ? "DOCUMENT_REFUSAL" : "DOCUMENT_DELETION";
    return codes.length == 1
        ? label
        : label + texts.say("common.colon") + texts.code(reasons, codes[1]);
  }

  /** Reason and sub-reason of a cancellation, as an event keeps them. */
  private String cancellation(String detail) {
    String[] codes = detail.split(" ", 2);
    String reason = texts.code("CANCELLATION_REASON", codes[0]);
    return codes.length == 1
        ? reason
        : reason + texts.say("common.colon") + texts.code("CANCELLATION_SUB_REASON", codes[1]);
  }
}
