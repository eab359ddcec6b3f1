package fr.toitcommun.web.registration;

import fr.toitcommun.persistence.registration.priority.LabelKind;
import fr.toitcommun.persistence.registration.priority.LabelRequest;
import fr.toitcommun.persistence.registration.priority.LabelRow;
import fr.toitcommun.persistence.registration.priority.LabelState;
import fr.toitcommun.persistence.registration.priority.LabelsOfDemand;
import java.io.Serializable;
import java.time.LocalDate;

/** A priority to be certified or asked for, while it is chosen. */
public class LabelForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String subject;
  private String proof;
  private LocalDate validUntil;
  private String reference;
  private LocalDate decided;

  /** Proposes what waits for the reader: that is what they most likely came for. */
  void propose(LabelsOfDemand labels) {
    subject =
        labels.labels().stream()
            .filter(label -> label.mayDecide() && label.state() == LabelState.PROPOSED)
            .map(LabelForm::choice)
            .findFirst()
            .orElse(null);
  }

  private static String choice(LabelRow label) {
    return label.kind() + " " + label.code();
  }

  LabelRequest asked() {
    String[] parts = subject == null ? new String[0] : subject.split(" ");
    return new LabelRequest(
        parts.length == 2 ? LabelKind.valueOf(parts[0]) : null,
        parts.length == 2 ? parts[1] : null,
        null,
        proof,
        validUntil,
        reference,
        decided);
  }

  /** What is chosen, {@code KIND CODE}. */
  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public String getProof() {
    return proof;
  }

  public void setProof(String proof) {
    this.proof = proof;
  }

  public LocalDate getValidUntil() {
    return validUntil;
  }

  public void setValidUntil(LocalDate validUntil) {
    this.validUntil = validUntil;
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }

  public LocalDate getDecided() {
    return decided;
  }

  public void setDecided(LocalDate decided) {
    this.decided = decided;
  }
}
