package fr.toitcommun.web.commission;

import fr.toitcommun.ejb.commission.SessionDecisions;
import fr.toitcommun.ejb.commission.SessionVotes;
import fr.toitcommun.persistence.commission.ItemVotes;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.VoteTally;
import fr.toitcommun.web.shell.Done;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;

/** A decision taken in place on the candidate chosen in a live session. */
@Named
@ViewScoped
public class DecideLive implements Serializable {
  @Inject private SessionDecisions decisions;
  @Inject private SessionVotes votes;
  @Inject private ConductSession session;

  private Map<Long, ItemVotes> voted;
  private DecisionEntry entry;

  /** Reads what was decided on the candidate chosen, or what votes from afar propose. */
  public void load() {
    voted = votes.of(session.getId());
    SessionDetail.Candidate candidate = session.getCandidate();
    if (candidate != null) {
      entry =
          candidate.decision() == null
              ? DecisionEntry.proposed(result(candidate.candidateId()))
              : DecisionEntry.of(candidate);
    }
  }

  /** Records the decision and goes on to the next candidate of the dwelling. */
  public void decide() {
    SessionDetail.Candidate candidate = session.getCandidate();
    decisions.decide(session.getId(), candidate.candidateId(), candidate.version(), entry.form());
    Long next =
        session.item().candidates().stream()
            .filter(SessionDetail.Candidate::awaitsDecision)
            .map(SessionDetail.Candidate::candidateId)
            .filter(one -> !one.equals(session.getChosen()))
            .findFirst()
            .orElse(null);
    Done.go(session.address(next), "live.decided", candidate.position());
  }

  /** What votes from afar come to on a candidate; null: nothing, or they are not over. */
  public VoteTally.Result result(long candidate) {
    ItemVotes here = session.item() == null ? null : voted.get(session.item().itemId());
    return here == null
        ? null
        : here.results().stream()
            .filter(one -> one.candidateId() == candidate && one.choice() != null)
            .findFirst()
            .orElse(null);
  }

  public DecisionEntry getEntry() {
    return entry;
  }
}
