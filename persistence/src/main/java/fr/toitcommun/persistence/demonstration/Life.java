package fr.toitcommun.persistence.demonstration;

import java.time.LocalDate;
import java.util.List;

/** The dates of one demand, drawn before its household: what it is a demand of comes after. */
final class Life {
  final String departement;
  final Fate fate;
  final boolean transfer;
  final LocalDate deposit;
  final List<LocalDate> renewals;

  /** Day of cancellation; null while active. */
  final LocalDate leftOn;

  long id;
  long sequence;
  String dalo = "NON";
  String agreement = "AUCUN";

  /** Day as of which the household is described. */
  LocalDate statedOn;

  /** Day on which signers are of age. */
  LocalDate adultBy;

  PlantedKind planted;
  int set;

  /** The demand that this one repeats or resembles. */
  Life original;

  Life(
      String departement,
      Fate fate,
      boolean transfer,
      LocalDate deposit,
      List<LocalDate> renewals,
      LocalDate leftOn) {
    this.departement = departement;
    this.fate = fate;
    this.transfer = transfer;
    this.deposit = deposit;
    this.renewals = renewals;
    this.leftOn = leftOn;
    statedOn = periodStart();
    adultBy = deposit;
  }

  /** Last deposit or renewal. */
  LocalDate periodStart() {
    return renewals.isEmpty() ? deposit : renewals.get(renewals.size() - 1);
  }

  boolean active() {
    return fate == Fate.ACTIVE;
  }

  /** Whether the person lives and signs alone, because the plan wants it. */
  boolean alone() {
    return planted != null && !planted.duplicate();
  }

  /** On which of the two grounds a commission rejected it. */
  String subReason() {
    return id % 8 == 0 ? "IRRSEJ" : "IRRRES";
  }

  /** Day of the letter that must go a month before these cancellations (R.441-2-8 c, d). */
  LocalDate notice() {
    return fate == Fate.UNREACHABLE || fate == Fate.INADMISSIBLE
        ? leftOn.minusMonths(1).minusDays(5)
        : null;
  }
}
