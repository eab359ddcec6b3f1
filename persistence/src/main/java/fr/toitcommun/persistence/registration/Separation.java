package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.reference.Reference;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a household separates.
 *
 * @param coApplicant identity of the co-applicant who gets a demand of their own
 * @param leaving identities of the persons in charge who go along
 * @param shared identities of the children who live with both in turn from now on
 * @param contact where the co-applicant who leaves is reached from now on; nothing of the common
 *     address is taken along, letters to it might be read by the one they flee
 */
public record Separation(
    Long coApplicant, Set<Long> leaving, Set<Long> shared, ContactForm contact) {
  /** Takes copies; absent sets are empty, and so is an absent contact. */
  public Separation {
    leaving = leaving == null ? Set.of() : Set.copyOf(leaving);
    shared = shared == null ? Set.of() : Set.copyOf(shared);
    contact = contact == null ? new ContactForm() : contact;
  }

  /** Whether it says who goes, and what is wrong with the new address by every form's controls. */
  public List<Fault> faults(Reference reference, LocalDate today) {
    DemandForm form = new DemandForm();
    form.setContact(contact);
    return Stream.concat(
            coApplicant == null ? Stream.of(Fault.at("coApplicant", "REQUIRED")) : Stream.empty(),
            Controls.check(form, reference, today).stream()
                .filter(fault -> fault.field().startsWith("contact.")))
        .toList();
  }

  /**
   * The identities that the persons of the new demand had in the common one, in the order in which
   * they stand there.
   *
   * @param common the form of the common demand
   */
  public List<Long> persons(DemandForm common) {
    return Stream.concat(
            Stream.of(coApplicant),
            common.getDependants().stream()
                .map(PersonForm::getId)
                .filter(one -> leaving.contains(one) || shared.contains(one)))
        .toList();
  }
}
