package fr.toitcommun.persistence.registration.dossier;

import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is said of a document when it is deposited.
 *
 * @param kind code of its kind
 * @param person identity of whose it is; null: the whole household's
 * @param receivedOn when the desk got it; null: today
 * @param issuedOn the day written on it, from which its months count; null: when it was received
 * @param expiresOn the last day written on it; null: none
 * @param taxYear of a tax notice, the year of the income it states
 */
public record Deposit(
    String kind,
    Long person,
    LocalDate receivedOn,
    LocalDate issuedOn,
    LocalDate expiresOn,
    Integer taxYear) {

  /** Tax notices older than this many years prove nothing that is asked. */
  private static final int OLDEST_TAX_YEAR = 10;

  /** The same, received on that day. */
  public Deposit received(LocalDate day) {
    return new Deposit(kind, person, day, issuedOn, expiresOn, taxYear);
  }

  /**
   * Checks what is said.
   *
   * @return the same, with the day of receipt
   * @throws RefusedInput naming every fault
   */
  public Deposit checked(DocumentKinds kinds, DemandForm form, LocalDate today) {
    List<Fault> faults = new ArrayList<>();
    Optional<DocumentKind> known = kinds.find(kind);
    if (kind == null) {
      faults.add(Fault.at("kind", "REQUIRED"));
    } else if (known.isEmpty()) {
      faults.add(Fault.at("kind", "UNKNOWN_CODE", kind));
    }
    boolean ofOnePerson = known.map(DocumentKind::isOfOnePerson).orElse(false);
    if (person == null) {
      if (ofOnePerson) {
        faults.add(Fault.at("person", "REQUIRED"));
      }
    } else if (AskedWhen.everyone(form).noneMatch(one -> person.equals(one.getId()))) {
      faults.add(Fault.at("person", "UNKNOWN_CODE", person));
    }
    notAfter("receivedOn", receivedOn, today, faults);
    notAfter("issuedOn", issuedOn, today, faults);
    if (known.map(one -> one.validity() == Validity.TAX_YEAR).orElse(false)) {
      int latest = today.getYear() - 1;
      int earliest = today.getYear() - OLDEST_TAX_YEAR;
      if (taxYear == null) {
        faults.add(Fault.at("taxYear", "REQUIRED"));
      } else if (taxYear < earliest || taxYear > latest) {
        faults.add(Fault.at("taxYear", "DOCUMENT_TAX_YEAR", earliest, latest));
      }
    }
    RefusedInput.ifAny(faults);
    return new Deposit(
        kind, person, Objects.requireNonNullElse(receivedOn, today), issuedOn, expiresOn, taxYear);
  }

  private static void notAfter(String field, LocalDate day, LocalDate today, List<Fault> faults) {
    if (day != null && day.isAfter(today)) {
      faults.add(Fault.at(field, "DATE_IN_FUTURE"));
    }
  }
}
