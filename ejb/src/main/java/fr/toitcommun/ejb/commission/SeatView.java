package fr.toitcommun.ejb.commission;

import fr.toitcommun.persistence.commission.BallotLine;
import fr.toitcommun.persistence.commission.ItemVotes;
import fr.toitcommun.persistence.commission.SeatRow;
import fr.toitcommun.persistence.commission.SessionDossier;
import fr.toitcommun.persistence.journal.Nominative;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A session as one of its members votes on it.
 *
 * @param votesOn dwellings on which they have a voice; the others they only read
 * @param ballot what they have voted, by candidate
 * @param votes who has voted and what was said, by dwelling
 */
public record SeatView(
    SeatRow seat,
    SessionDossier dossier,
    Set<Long> votesOn,
    Map<Long, BallotLine> ballot,
    Map<Long, ItemVotes> votes)
    implements Nominative {

  @Override
  public List<String> uniqueNumbers() {
    return dossier.uniqueNumbers();
  }
}
