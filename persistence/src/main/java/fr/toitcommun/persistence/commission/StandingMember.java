package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.reference.Reference;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/**
 * Someone who sits on a commission as a rule (L.441-2, R.441-9).
 *
 * @param login the account that votes from afar; null: none
 * @param partnerId whose account it is; null: none
 * @param concerns for which dwellings only: INSEE code of a mayor's municipality, code of the
 *     département of the State or of its council, SIREN of an EPCI, code of QUOTA of a reservation
 *     holder; null: for all
 * @param substitute who sits when they cannot; null: nobody is named
 * @param validTo last day; null: no end is known
 */
public record StandingMember(
    long memberId,
    String name,
    String email,
    String capacity,
    SessionAttendee.Voice voice,
    boolean castingVote,
    boolean president,
    String substitute,
    Long agentId,
    Long partnerId,
    String login,
    String concerns,
    LocalDate validFrom,
    LocalDate validTo) {
  private static final Set<String> FOR_SOME =
      Set.of("MAYOR", "STATE_REPRESENTATIVE", "EPCI_PRESIDENT", "RESERVATION_HOLDER", "DEPARTMENT");

  /** Whether they sit on that day. */
  public boolean sitsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  /** Whether they sit for one of these dwellings, or for all there may be. */
  public boolean sitsFor(Collection<VacancyRow> dwellings, Reference reference) {
    return concerns == null && !sitsForSome(capacity)
        || dwellings.stream().anyMatch(dwelling -> seat().isFor(dwelling, reference));
  }

  /**
   * Whether this capacity sits for some dwellings only: those of a municipality, of an EPCI, of a
   * quota, the State for those of a département (L.441-2); a département's own council, whom the
   * law does not name, for no more than that. Nobody sits in it without saying which.
   */
  public static boolean sitsForSome(String capacity) {
    return capacity != null && FOR_SOME.contains(capacity);
  }

  /** Whether the law gives this capacity and voice a casting vote: a mayor who votes (L.441-2). */
  public static boolean mayCast(String capacity, String voice) {
    return "MAYOR".equals(capacity) && SessionAttendee.Voice.DELIBERATIVE.name().equals(voice);
  }

  /** The capacities that sit for some dwellings only. */
  static Object[] capacitiesForSome() {
    return FOR_SOME.toArray();
  }

  private Seat seat() {
    return new Seat(capacity, concerns, partnerId, false);
  }

  /** As someone convened to a session. */
  public AttendeeForm convened() {
    AttendeeForm form = new AttendeeForm();
    form.setName(name);
    form.setEmail(email);
    form.setCapacity(capacity);
    form.setVoice(voice.name());
    form.setCastingVote(castingVote);
    form.setPresident(president);
    form.setAgentId(agentId);
    form.setPartnerId(partnerId);
    form.setConcerns(concerns);
    return form;
  }
}
