package fr.toitcommun.persistence.registration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes of a form when a signer leaves the household. */
final class HouseholdSplit {
  /** Code of a child who lives with both parents in turn (code list CUSTODY). */
  private static final String ALTERNATING = "G";

  private HouseholdSplit() {}

  /**
   * The form without this signer; the first co-applicant takes a leaving applicant's place.
   *
   * @throws RefusedInput when this is no signer of it, or the only one
   */
  static DemandForm without(DemandForm form, long person) {
    List<PersonForm> left = new ArrayList<>(form.getCoApplicants());
    if (Objects.equals(form.getApplicant().getId(), person)) {
      if (left.isEmpty()) {
        throw RefusedInput.at("person", "LAST_SIGNER");
      }
      PersonForm successor = left.remove(0);
      successor.setApplicantLink(null);
      form.setApplicant(successor);
    } else if (!left.removeIf(one -> Objects.equals(one.getId(), person))) {
      throw RefusedInput.at("person", "NOT_A_SIGNER");
    }
    form.setCoApplicants(left);
    return form;
  }

  /**
   * The form of the co-applicant who leaves. Where they are reached is what the separation says;
   * the common address, the host and the helper stay behind.
   *
   * @param staying the form of those who stay; changed here
   * @param copy a copy of it that becomes the leaver's
   * @throws RefusedInput naming what is wrong with the separation
   */
  static DemandForm leaving(DemandForm staying, DemandForm copy, Separation separation) {
    check(staying, separation);
    PersonForm leaver =
        copy.getCoApplicants().stream()
            .filter(one -> separation.coApplicant().equals(one.getId()))
            .findFirst()
            .orElseThrow();
    without(staying, separation.coApplicant());
    staying.setDependants(
        new ArrayList<>(
            staying.getDependants().stream()
                .filter(one -> !separation.leaving().contains(one.getId()))
                .toList()));
    alternate(staying, separation);
    alternate(copy, separation);
    leaver.setApplicantLink(null);
    copy.setApplicant(leaver);
    copy.setCoApplicants(new ArrayList<>());
    copy.setDependants(
        new ArrayList<>(
            copy.getDependants().stream()
                .filter(
                    one ->
                        separation.leaving().contains(one.getId())
                            || separation.shared().contains(one.getId()))
                .toList()));
    // They are other rows there: an identity is that of a person in one demand.
    copy.getApplicant().setId(null);
    copy.getDependants().forEach(one -> one.setId(null));
    copy.setContact(separation.contact());
    copy.setHelper(new HelperForm());
    copy.getCurrentHousing().setHostName(null);
    copy.getCurrentHousing().setHostNumber(null);
    copy.setExpectedChildren(null);
    copy.setExpectedBirthDate(null);
    return copy;
  }

  private static void alternate(DemandForm form, Separation separation) {
    form.getDependants().stream()
        .filter(one -> separation.shared().contains(one.getId()))
        .forEach(one -> one.setCustody(ALTERNATING));
  }

  private static void check(DemandForm form, Separation separation) {
    List<Fault> faults = new ArrayList<>();
    if (form.getCoApplicants().stream()
        .noneMatch(one -> separation.coApplicant().equals(one.getId()))) {
      faults.add(Fault.at("coApplicant", "NOT_A_CO_APPLICANT"));
    }
    Set<Long> dependants =
        form.getDependants().stream().map(PersonForm::getId).collect(Collectors.toSet());
    if (!dependants.containsAll(separation.leaving())) {
      faults.add(Fault.at("leaving", "NOT_A_DEPENDANT"));
    }
    if (!dependants.containsAll(separation.shared())) {
      faults.add(Fault.at("shared", "NOT_A_DEPENDANT"));
    }
    Set<Long> both = new HashSet<>(separation.leaving());
    both.retainAll(separation.shared());
    if (!both.isEmpty()) {
      faults.add(Fault.at("shared", "LEAVING_AND_SHARED"));
    }
    RefusedInput.ifAny(faults);
  }
}
