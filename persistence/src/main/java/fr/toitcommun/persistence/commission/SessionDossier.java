package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.journal.Nominative;
import java.util.List;
import java.util.Map;

/**
 * A session with everything the commission may know: what its dossier prints and its screen shows.
 *
 * @param sheets by candidate
 */
public record SessionDossier(SessionDetail session, Map<Long, CandidateSheet> sheets)
    implements Nominative {

  /** The sheet of a candidate; null when they came meanwhile. */
  public CandidateSheet sheet(long candidateId) {
    return sheets.get(candidateId);
  }

  @Override
  public List<String> uniqueNumbers() {
    return session.uniqueNumbers();
  }
}
