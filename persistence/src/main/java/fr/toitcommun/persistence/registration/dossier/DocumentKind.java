package fr.toitcommun.persistence.registration.dossier;

import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.PersonForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A kind of supporting document (annex of the arrêté of 22 December 2020), as dated reference data.
 *
 * @param code its label is in the code list DOCUMENT_KIND
 * @param section part of the form it proves, code list DOCUMENT_SECTION
 * @param askedCodes codes of the form that {@code askedWhen} looks for
 * @param toRegister of the applicant, the only document that may be asked to register (R.441-2-3)
 * @param sensitive HEALTH, VIOLENCE or JUSTICE: opened with the right SENSITIVE alone; null: not
 * @param validityMonths with {@link Validity#MONTHS}
 * @param assumed true when no source was found for all of it
 */
public record DocumentKind(
    String code,
    String section,
    int rank,
    OfWhom ofWhom,
    AskedWhen askedWhen,
    List<String> askedCodes,
    boolean toRegister,
    String sensitive,
    Validity validity,
    Integer validityMonths,
    String article,
    boolean assumed,
    LocalDate validFrom,
    LocalDate validTo) {

  /** The income of which year a tax notice must state: N-2 (L.442-12). */
  static final int TAX_YEARS_BACK = 2;

  /** Whether each document of this kind belongs to one person. */
  public boolean isOfOnePerson() {
    return ofWhom != OfWhom.DEMAND;
  }

  /**
   * Of whom the form has it asked.
   *
   * @return persons, or one null for the household as a whole; empty when it is not asked
   */
  List<PersonForm> askedOf(DemandForm form, LocalDate on) {
    Stream<PersonForm> asked =
        switch (ofWhom) {
          case SIGNER -> AskedWhen.signers(form);
          case ADULT -> AskedWhen.everyone(form).filter(person -> AskedWhen.isOfAge(person, on));
          case DEMAND -> Stream.of((PersonForm) null);
        };
    return asked.filter(person -> askedWhen.holds(askedCodes, form, person, on)).toList();
  }

  /** Last day on which a document serves; null: for ever. */
  LocalDate validUntil(Deposit deposit) {
    return switch (validity) {
      case NONE -> null;
      case MONTHS ->
          Objects.requireNonNullElse(deposit.issuedOn(), deposit.receivedOn())
              .plusMonths(validityMonths);
      case TAX_YEAR -> LocalDate.of(deposit.taxYear() + TAX_YEARS_BACK, 12, 31);
      case STATED -> deposit.expiresOn();
    };
  }
}
