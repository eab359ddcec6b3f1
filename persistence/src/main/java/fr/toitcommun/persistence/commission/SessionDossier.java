package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.journal.Nominative;
import fr.toitcommun.persistence.reference.Reference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A session with everything the commission may know: what its dossier prints and its screen shows.
 *
 * @param sheets by candidate
 */
public record SessionDossier(SessionDetail session, Map<Long, CandidateSheet> sheets)
    implements Nominative {

  /**
   * The same with only the dwellings that a member sits for, and the sheets of their candidates.
   */
  public SessionDossier seenBy(AttendeeForm member, Reference reference) {
    SessionDetail seen = session.seenBy(member, reference);
    Map<Long, CandidateSheet> known =
        seen.items().stream()
            .flatMap(item -> item.candidates().stream())
            .map(one -> sheets.get(one.candidateId()))
            .filter(Objects::nonNull)
            .collect(Collectors.toMap(CandidateSheet::candidateId, one -> one));
    return new SessionDossier(seen, known);
  }

  /** The sheet of a candidate; null when they came meanwhile. */
  public CandidateSheet sheet(long candidateId) {
    return sheets.get(candidateId);
  }

  @Override
  public List<String> uniqueNumbers() {
    return session.uniqueNumbers();
  }
}
