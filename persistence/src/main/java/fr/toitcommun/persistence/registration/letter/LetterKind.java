package fr.toitcommun.persistence.registration.letter;

import static fr.toitcommun.persistence.registration.letter.LetterField.*;

import fr.toitcommun.persistence.partner.PartnerKind;
import java.util.EnumSet;
import java.util.Set;

/** The letters that the law asks for in the life of a demand. */
public enum LetterKind {
  /** The demand is registered (R.441-2-4); about the day of registration. */
  REGISTRATION_CERTIFICATE,
  /** The demand is renewed (R.441-2-7); about the day of renewal. */
  RENEWAL_CERTIFICATE,
  /** The demand ends in a month or more unless renewed (R.441-2-7); about the end of validity. */
  RENEWAL_NOTICE,
  /** A word more before the demand ends; about the end of validity. */
  RENEWAL_REMINDER,
  /** No answer came: the demand will be cancelled (R.441-2-8 c); about the day of the letter. */
  UNREACHABLE_NOTICE,
  /** Rejected as inadmissible, with the motive (R.441-2-8 d); about the day of the letter. */
  INADMISSIBILITY_NOTICE,
  /** The demand has left the file (R.441-2-8); about the day of cancellation. */
  CANCELLED,
  /** A commission did not allocate a dwelling, with its motives (L.441-2-2); about its session. */
  NON_ALLOCATION,
  /** A commission allocated a dwelling, in what rank, on what condition (R.441-10); the same. */
  ALLOCATION,
  /** A dwelling is offered (R.441-10); about the day of the proposal, or of their turn. */
  OFFER;

  /** Whether it tells what a commission decided, and is its landlord's. */
  public boolean ofCommission() {
    return this == NON_ALLOCATION || this == ALLOCATION;
  }

  /** Whether it is the landlord's that lets the dwelling it speaks of. */
  public boolean ofLandlord() {
    return ofCommission() || this == OFFER;
  }

  /** Whether it never goes by e-mail: its coming must be proved, or it tells motives. */
  public boolean onPaperOnly() {
    return registered() || ofLandlord();
  }

  /** Whether it must be proved to have come: a registered letter, never an e-mail (R.441-2-8). */
  public boolean registered() {
    return this == UNREACHABLE_NOTICE || this == INADMISSIBILITY_NOTICE;
  }

  /**
   * Whether an agent of such a partner may send it: inadmissibility is a landlord's (R.441-2-8 d).
   */
  public boolean sentBy(PartnerKind kind) {
    return this != INADMISSIBILITY_NOTICE || kind == PartnerKind.LANDLORD;
  }

  /** Whether it is the certificate of R.441-2-4, which an e-mail brings as a file. */
  public boolean certificate() {
    return this == REGISTRATION_CERTIFICATE || this == RENEWAL_CERTIFICATE;
  }

  /** What the law wants its text to say, as fields that no edit may take out. */
  public Set<LetterField> required() {
    return switch (this) {
      // R.441-2-4 a) to i), and its three annexes.
      case REGISTRATION_CERTIFICATE, RENEWAL_CERTIFICATE ->
          EnumSet.of(
              IDENTITY,
              DESK,
              NUMBER,
              RECEIVED,
              RENEWED,
              LANDLORDS,
              MEDIATION_CASES,
              MEDIATION_FROM,
              MEDIATION_ADDRESS,
              VALID_UNTIL,
              CONDITIONS,
              PROGRESS,
              STEPS,
              DOCUMENTS,
              SUMMARY);
      // R.441-2-7: the end of validity, and that the demand will be cancelled, when.
      case RENEWAL_NOTICE, RENEWAL_REMINDER -> EnumSet.of(NUMBER, VALID_UNTIL, CANCELLED_UNLESS);
      case UNREACHABLE_NOTICE -> EnumSet.of(NUMBER, DESK, NOTICE_DELAY);
      case INADMISSIBILITY_NOTICE -> EnumSet.of(NUMBER, GROUNDS, NOTICE_DELAY, REMEDIES);
      case CANCELLED -> EnumSet.of(NUMBER, CANCELLED_ON, CANCELLATION_REASON);
      // L.441-2-2: the motives in writing.
      case NON_ALLOCATION -> EnumSet.of(NUMBER, DWELLING, SAT_ON, GROUNDS, REMEDIES);
      // R.441-10: the delay to answer, which the decision in words holds.
      case ALLOCATION -> EnumSet.of(NUMBER, DWELLING, SAT_ON, DECISION);
      // R.441-10: what is offered, until when to answer, and that silence is a refusal.
      case OFFER -> EnumSet.of(NUMBER, OFFERED, ANSWER_BY);
    };
  }

  /** What the law wants its e-mail to say: all of it, unless the letter comes as a file. */
  public Set<LetterField> requiredInEmail() {
    return certificate() ? EnumSet.of(NUMBER) : required();
  }

  /** Every field its text may hold: those of any letter, and those that only it can fill. */
  public Set<LetterField> fields() {
    Set<LetterField> fields =
        EnumSet.of(
            NUMBER,
            APPLICANT,
            TODAY,
            DESK,
            RECEIVED,
            RENEWED,
            VALID_UNTIL,
            IDENTITY,
            LANDLORDS,
            MEDIATION_CASES,
            MEDIATION_FROM,
            MEDIATION_ADDRESS,
            CONDITIONS,
            PROGRESS,
            STEPS,
            DOCUMENTS,
            REMEDIES);
    fields.addAll(required());
    if (registered()) {
      fields.add(NOTICE_DELAY);
    } else if (this == CANCELLED) {
      fields.add(REINSTATEMENT);
    } else if (!ofLandlord()) {
      fields.add(CANCELLED_UNLESS);
    }
    return fields;
  }

  /** Those of its fields that an e-mail may hold. */
  public Set<LetterField> emailFields() {
    Set<LetterField> fields = fields();
    fields.removeIf(field -> !field.inEmail());
    return fields;
  }
}
