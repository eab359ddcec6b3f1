package fr.toitcommun.persistence.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The persons of a form as members of a demand's household: those it knows stay themselves. */
final class HouseholdRoll {
  private final Demand demand;
  private final Map<Long, HouseholdMember> known = new HashMap<>();
  private final List<HouseholdMember> now = new ArrayList<>();

  private HouseholdRoll(Demand demand) {
    this.demand = demand;
  }

  /**
   * Has these members be the persons of the form.
   *
   * @param members of the demand; changed in place, as the persistence provider wants it
   */
  static void fill(Demand demand, List<HouseholdMember> members, DemandForm form) {
    HouseholdRoll roll = new HouseholdRoll(demand);
    members.forEach(member -> roll.known.put(member.id(), member));
    roll.call(form);
    members.removeIf(member -> !roll.now.contains(member));
    roll.now.stream().filter(member -> !members.contains(member)).forEach(members::add);
    members.sort(Comparator.comparingInt(HouseholdMember::position));
  }

  private void call(DemandForm form) {
    place(MemberRole.APPLICANT, form.getApplicant());
    form.getCoApplicants().forEach(person -> place(MemberRole.CO_APPLICANT, person));
    for (PersonForm person : form.getDependants()) {
      place(person.getCustody() == null ? MemberRole.DEPENDANT : MemberRole.SHARED_CUSTODY, person);
    }
  }

  private void place(MemberRole role, PersonForm person) {
    HouseholdMember member = person.getId() == null ? null : known.get(person.getId());
    if (member == null) {
      member = new HouseholdMember(demand, role, now.size(), person);
    } else {
      member.fill(role, now.size(), person);
    }
    now.add(member);
  }

  /** Lays the members back into a form. */
  static void lay(List<HouseholdMember> members, DemandForm form) {
    for (HouseholdMember member : members) {
      switch (member.role()) {
        case APPLICANT -> form.setApplicant(member.form());
        case CO_APPLICANT -> form.getCoApplicants().add(member.form());
        case DEPENDANT, SHARED_CUSTODY -> form.getDependants().add(member.form());
      }
    }
  }

  /** An amount stated without its year is of the year that the form asks for today. */
  static void stateTaxYears(DemandForm form, LocalDate on) {
    for (PersonForm person : form.persons()) {
      if (!person.statesTaxIncome()) {
        person.setTaxYear(null);
      } else if (person.getTaxYear() == null) {
        person.setTaxYear(on.getYear() - 2);
      }
    }
  }
}
