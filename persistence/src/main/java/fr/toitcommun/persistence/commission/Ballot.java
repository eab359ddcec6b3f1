package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a member votes from afar on a dwelling: every candidate who is still before the commission,
 * ranks without holes among those who would have it, a motive for every refusal (L.441-2-2).
 */
public final class Ballot {
  /** A motive that would have to be written out: such a candidate is for the session. */
  private static final String OTHER = "OTHER";

  private Ballot() {}

  /**
   * Checks a ballot.
   *
   * @param candidates those to vote on
   * @throws RefusedInput at the faulty lines
   */
  public static void check(
      List<BallotLine> lines, Set<Long> candidates, Reference reference, LocalDate day) {
    List<Fault> faults = new ArrayList<>();
    List<Integer> ranks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String path = "lines[" + i + "].";
      BallotLine line = lines.get(i);
      RemoteChoice choice = choice(line.getChoice());
      if (choice == null || !candidates.contains(line.getCandidateId())) {
        faults.add(Fault.at(path + "choice", "REQUIRED"));
      } else if (choice == RemoteChoice.ALLOCATION) {
        if (line.getRank() == null) {
          faults.add(Fault.at(path + "rank", "REQUIRED"));
        } else {
          ranks.add(line.getRank());
        }
      } else if (choice.needsMotive() && line.getMotive() == null) {
        faults.add(Fault.at(path + "motive", "REQUIRED"));
      } else if (choice.needsMotive() && !isMotive(choice, line.getMotive(), reference, day)) {
        faults.add(Fault.at(path + "motive", "UNKNOWN_CODE", ""));
      }
    }
    boolean all =
        lines.stream().map(BallotLine::getCandidateId).distinct().count() == candidates.size();
    if (faults.isEmpty() && (!all || lines.size() != candidates.size())) {
      throw RefusedInput.because("BALLOT_INCOMPLETE");
    }
    List<Integer> inOrder = ranks.stream().sorted().toList();
    if (faults.isEmpty()
        && !inOrder.equals(IntStream.rangeClosed(1, ranks.size()).boxed().toList())) {
      throw RefusedInput.because("BALLOT_RANKS");
    }
    if (!faults.isEmpty()) {
      throw new RefusedInput(faults);
    }
  }

  private static boolean isMotive(
      RemoteChoice choice, String motive, Reference reference, LocalDate day) {
    return !OTHER.equals(motive)
        && reference.isValid(choice.motiveList(), motive, day)
        && (choice != RemoteChoice.REJECTION || ItemCandidate.isInadmissibility(motive));
  }

  private static RemoteChoice choice(String name) {
    for (RemoteChoice choice : RemoteChoice.values()) {
      if (choice.name().equals(name)) {
        return choice;
      }
    }
    return null;
  }
}
