package fr.toitcommun.persistence.registration.priority;

import fr.toitcommun.persistence.partner.PartnerKind;
import java.time.LocalDate;

/**
 * A label as it is read.
 *
 * @param code null where the reader may not know which protected ground it is
 * @param state expired from the day after its last one, whether or not the night has come
 * @param askedBy partner that asked for it
 * @param decidedBy partner that decided
 * @param decidedByAgent first and last name of its agent
 * @param mayDecide whether the reader may certify, reject or withdraw it
 */
public record LabelRow(
    long id,
    int version,
    long demandId,
    LabelKind kind,
    String code,
    LabelState state,
    DetectionRule rule,
    LocalDate askedOn,
    String askedBy,
    LocalDate decidedOn,
    Long decidedPartnerId,
    String decidedBy,
    String decidedByAgent,
    LocalDate validUntil,
    String proof,
    String word,
    String commissionReference,
    LocalDate decisionDate,
    LocalDate rehouseBy,
    LocalDate rehousedOn,
    boolean mayDecide) {

  /** Whether a DALO. */
  public boolean dalo() {
    return kind == LabelKind.GROUND && PriorityGround.DALO.name().equals(code);
  }

  /** Whether it is in force. */
  public boolean inForce() {
    return state == LabelState.CERTIFIED && rehousedOn == null;
  }

  /** Whether this ground tells of health or violence, which not everybody may know. */
  public boolean sensitive() {
    return sensitive(kind, code);
  }

  /** Whether such a label tells of health or violence. */
  public static boolean sensitive(LabelKind kind, String code) {
    return kind == LabelKind.GROUND && PriorityGround.valueOf(code).sensitive();
  }

  /**
   * Whether it is what is asked for, as far as the reader may know: to who may not know of health
   * and violence all these grounds are one, so that no answer tells which it is.
   */
  public boolean answersTo(LabelRequest request, LabelReader.Reader reader) {
    if (kind == request.kind() && request.code().equals(code)) {
      return true;
    }
    return !reader.sensitive() && sensitive() && sensitive(request.kind(), request.code());
  }

  /** The same for a reader who may not know which ground it is. */
  LabelRow withheld() {
    return new LabelRow(
        id,
        version,
        demandId,
        kind,
        null,
        state,
        null,
        askedOn,
        askedBy,
        decidedOn,
        decidedPartnerId,
        decidedBy,
        decidedByAgent,
        validUntil,
        null,
        null,
        null,
        null,
        null,
        null,
        false);
  }

  /** The same, saying whether the reader may decide on it. */
  LabelRow decidable(boolean may) {
    return new LabelRow(
        id,
        version,
        demandId,
        kind,
        code,
        state,
        rule,
        askedOn,
        askedBy,
        decidedOn,
        decidedPartnerId,
        decidedBy,
        decidedByAgent,
        validUntil,
        proof,
        word,
        commissionReference,
        decisionDate,
        rehouseBy,
        rehousedOn,
        may);
  }

  private boolean decidedBy(LabelReader.Reader reader) {
    return decidedPartnerId != null && decidedPartnerId == reader.partnerId();
  }

  /**
   * How this label is told to a reader.
   *
   * @param reader what they may do and see
   */
  public LabelRow toldTo(LabelReader.Reader reader) {
    if (sensitive() && !reader.sensitive()) {
      return withheld();
    }
    boolean may =
        reader.certifies()
            && Certifiers.may(reader.partnerKind(), kind, code)
            && (state == LabelState.PROPOSED
                || inForce() && (reader.partnerKind() == PartnerKind.STATE || decidedBy(reader)));
    return decidable(may);
  }
}
