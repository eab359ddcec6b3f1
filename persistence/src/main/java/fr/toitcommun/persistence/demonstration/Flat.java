package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.allocation.DesignationState;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.registration.DwellingType;
import java.time.LocalDate;

/** A dwelling and the vacancy that brings it here: let since, or still to let. */
final class Flat {
  final Partner landlord;
  final Town town;
  final DwellingType type;
  final FundingScheme scheme;
  final String quota;

  /** What the tenant asked for: A, M, or I when either will do. */
  final char asked;

  final LocalDate declaredOn;
  final LocalDate availableFrom;
  final boolean let;

  long id;
  char category = 'A';
  boolean priorityDistrict;
  boolean adaptedPlai;
  int mainRent;
  int charges;

  /** To let, and nobody has been proposed it. */
  boolean untouched;

  /** Whom it was put at the disposal of; null: nobody. */
  Reservations.Offered offered;

  Flat(
      Partner landlord,
      Town town,
      DwellingType type,
      FundingScheme scheme,
      String quota,
      char asked,
      LocalDate declaredOn,
      LocalDate availableFrom,
      boolean let) {
    this.landlord = landlord;
    this.town = town;
    this.type = type;
    this.scheme = scheme;
    this.quota = quota;
    this.asked = asked;
    this.declaredOn = declaredOn;
    this.availableFrom = availableFrom;
    this.let = let;
  }

  /** Its contingent, until it falls back to the landlord. */
  String quotaToday() {
    boolean fallen = !let && offered != null && offered.designation() == DesignationState.LAPSED;
    return fallen ? Vacancy.OUTSIDE : quota;
  }

  int rent() {
    return mainRent + charges;
  }

  /** Identity in the national stock register: ten digits, invented. */
  String stockRegisterId() {
    return town.departement() + "%08d".formatted(id * 7919 % 100_000_000);
  }

  /** What the history of a demand says of it. */
  String label() {
    return type + " · " + town.name();
  }
}
