package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.reference.Reference;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Whom a commission convenes to a session: those who sit on it for the dwellings of the agenda. */
public final class StandingMembers {
  private StandingMembers() {}

  /** Those who sit on that day for these dwellings, the president first. */
  public static List<AttendeeForm> forAgenda(
      Collection<StandingMember> members,
      Collection<VacancyRow> dwellings,
      LocalDate day,
      Reference reference) {
    return members.stream()
        .filter(member -> member.sitsOn(day) && member.sitsFor(dwellings, reference))
        .map(StandingMember::convened)
        .toList();
  }
}
