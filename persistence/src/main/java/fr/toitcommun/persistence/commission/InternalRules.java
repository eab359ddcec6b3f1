package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The internal rules of a commission from a day on (R.441-9): what the law leaves to it.
 *
 * @param validFrom first day; null: none are stated and the assumed values hold
 * @param quorum deliberative members who must take part
 * @param presidentCasts whether the president decides a tie when the mayor of the dwelling, whose
 *     voice L.441-2 lets prevail, takes no part
 * @param remoteVote whether members may vote from afar within a period
 * @param conveningDays days between the convening letter and the session
 */
public record InternalRules(
    LocalDate validFrom,
    int quorum,
    boolean presidentCasts,
    boolean remoteVote,
    int conveningDays) {
  private static final int MOST_QUORUM = 20;
  private static final int MOST_DAYS = 60;

  /** What holds where a commission has stated nothing. */
  public static InternalRules assumed(Reference reference, LocalDate day) {
    return new InternalRules(
        null,
        reference.value("QUORUM_DELIBERATIVE", day),
        false,
        true,
        reference.value("CONVENING_DAYS", day));
  }

  /** Whether these are assumptions, to be shown as such. */
  public boolean isAssumed() {
    return validFrom == null;
  }

  /** The last day on which a letter for a session of that day leaves in time. */
  public LocalDate conveneBy(LocalDate heldOn) {
    return heldOn.minusDays(conveningDays);
  }

  /** What is wrong with rules to be kept. */
  public List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    if (validFrom == null) {
      faults.add(Fault.at("rules_validFrom", "REQUIRED"));
    }
    if (quorum < 1 || quorum > MOST_QUORUM) {
      faults.add(Fault.at("rules_quorum", "OUT_OF_RANGE", 1, MOST_QUORUM));
    }
    if (conveningDays < 0 || conveningDays > MOST_DAYS) {
      faults.add(Fault.at("rules_conveningDays", "OUT_OF_RANGE", 0, MOST_DAYS));
    }
    return faults;
  }
}
