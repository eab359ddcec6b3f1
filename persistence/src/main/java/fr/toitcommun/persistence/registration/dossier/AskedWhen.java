package fr.toitcommun.persistence.registration.dossier;

import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.MotivesForm;
import fr.toitcommun.persistence.registration.PersonForm;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What on the form makes a document be asked for, so that nothing is asked without cause. */
public enum AskedWhen {
  ALWAYS,
  NATIONALITY,
  MINORS,
  EXPECTED_CHILD,
  FAMILY_SITUATION,
  WORK_CONTRACT,
  RESOURCE,
  TENURE,
  MOTIVE,
  DISABILITY,
  /** Accepted, never asked for. */
  NEVER;

  /** French, or unsaid: an identity document serves. */
  private static final String FRENCH = "1";

  /** Years. */
  static final int FULL_AGE = 18;

  /**
   * Whether the form gives cause to ask.
   *
   * @param codes of the form's list that this cause is about
   * @param person of whom it would be asked; null: of the household
   */
  boolean holds(List<String> codes, DemandForm form, PersonForm person, LocalDate on) {
    return switch (this) {
      case ALWAYS -> true;
      case NATIONALITY ->
          codes.contains(person.getNationality() == null ? FRENCH : person.getNationality());
      case MINORS -> form.getDependants().stream().anyMatch(one -> !isOfAge(one, on));
      case EXPECTED_CHILD -> form.getExpectedChildren() != null && form.getExpectedChildren() > 0;
      case FAMILY_SITUATION -> codes.contains(String.valueOf(person.getFamilySituation()));
      case WORK_CONTRACT -> codes.contains(String.valueOf(person.getWorkContract()));
      case RESOURCE ->
          person.getResources().stream().anyMatch(one -> codes.contains(one.getCode()));
      case TENURE -> codes.contains(String.valueOf(form.getCurrentHousing().getTenure()));
      case MOTIVE -> motives(form).anyMatch(codes::contains);
      case DISABILITY ->
          form.getSought().isNeedsAdaptedDwelling()
              || motives(form).anyMatch(codes::contains)
              || everyone(form).anyMatch(PersonForm::isDisabled);
      case NEVER -> false;
    };
  }

  private static Stream<String> motives(DemandForm form) {
    MotivesForm motives = form.getMotives();
    return Stream.of(motives.getMain(), motives.getSecond(), motives.getThird())
        .map(String::valueOf);
  }

  /** Applicant, co-applicants, then those to house. */
  static Stream<PersonForm> everyone(DemandForm form) {
    return Stream.concat(signers(form), form.getDependants().stream());
  }

  /** Applicant, then co-applicants. */
  static Stream<PersonForm> signers(DemandForm form) {
    return Stream.concat(Stream.of(form.getApplicant()), form.getCoApplicants().stream());
  }

  static boolean isOfAge(PersonForm person, LocalDate on) {
    return person.getBirthDate() == null || !person.getBirthDate().plusYears(FULL_AGE).isAfter(on);
  }
}
