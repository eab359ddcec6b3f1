package fr.toitcommun.persistence.registration.letter;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a letter's text leaves open, named in French between braces: {@code {numéro}}. */
public enum LetterField {
  NUMBER("numéro", Place.ANYWHERE),
  /** Civility and name. */
  APPLICANT("demandeur", Place.ON_PAPER),
  /** The day the letter bears. */
  TODAY("date", Place.ANYWHERE),
  /** Name and address of the desk that registered the demand. */
  DESK("guichet", Place.ANYWHERE),
  RECEIVED("dépôt", Place.ANYWHERE),
  RENEWED("renouvellement", Place.ANYWHERE),
  VALID_UNTIL("échéance", Place.ANYWHERE),
  /** The day on which a demand that is not renewed is cancelled. */
  CANCELLED_UNLESS("date_radiation", Place.ANYWHERE),
  /** How long after the letter's presentation the demand may be cancelled. */
  NOTICE_DELAY("préavis", Place.ON_PAPER),
  CANCELLED_ON("radiée_le", Place.ANYWHERE),
  CANCELLATION_REASON("motif_radiation", Place.ANYWHERE),
  MEDIATION_FROM("date_médiation", Place.ANYWHERE),
  MEDIATION_ADDRESS("adresse_médiation", Place.ANYWHERE),
  /** Name, first name and address, with co-applicants. */
  IDENTITY("identité", Place.ALONE),
  LANDLORDS("bailleurs", Place.ALONE),
  MEDIATION_CASES("cas_médiation", Place.ALONE),
  /** Validity, update, renewal and cancellation. */
  CONDITIONS("conditions", Place.ALONE),
  /** How to learn of the demand's progress. */
  PROGRESS("suivi", Place.ALONE),
  STEPS("étapes", Place.ALONE),
  DOCUMENTS("pièces", Place.ALONE),
  /** The demand as stated: persons and income. */
  SUMMARY("récapitulatif", Place.ALONE),
  /** The dwelling that a commission decided on. */
  DWELLING("logement", Place.ON_PAPER),
  /** The day on which a commission sat. */
  SAT_ON("séance", Place.ON_PAPER),
  /** An allocation in words: its rank, its condition, until when to answer (R.441-10). */
  DECISION("décision", Place.ALONE),
  /** The dwelling offered: where, how large, for what rent, after what decision. */
  OFFERED("proposition", Place.ALONE),
  /** Until when to answer an offer, and what silence means (R.441-10). */
  ANSWER_BY("délai_réponse", Place.ALONE),
  /** The motives of an inadmissibility or of a non-allocation. */
  GROUNDS("motifs", Place.ALONE),
  REMEDIES("recours", Place.ALONE),
  /** Until when a cancelled demand may be taken up again; nothing when it may not. */
  REINSTATEMENT("reprise", Place.ALONE);

  private enum Place {
    ANYWHERE,
    /** Names a person or speaks of one: not in an e-mail, which nothing seals. */
    ON_PAPER,
    /** A part of several lines, on paper only: a paragraph of its own. */
    ALONE
  }

  private final String french;
  private final Place place;

  LetterField(String french, Place place) {
    this.french = french;
    this.place = place;
  }

  /** The field as it is typed, braces included. */
  public String typed() {
    return "{" + french + "}";
  }

  /** Whether it fills a paragraph of its own. */
  public boolean alone() {
    return place == Place.ALONE;
  }

  /** Whether an e-mail may hold it. */
  public boolean inEmail() {
    return place == Place.ANYWHERE;
  }

  /** The field of this name, however its accents were typed. */
  static Optional<LetterField> named(String name) {
    String composed =
        Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.FRENCH);
    return Arrays.stream(values()).filter(field -> field.french.equals(composed)).findFirst();
  }
}
