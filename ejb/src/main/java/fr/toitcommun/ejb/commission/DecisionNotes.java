package fr.toitcommun.ejb.commission;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.commission.CommissionItem;
import fr.toitcommun.persistence.commission.CommissionSession;
import fr.toitcommun.persistence.commission.DecisionFacts;
import fr.toitcommun.persistence.commission.ItemCandidate;
import fr.toitcommun.persistence.registration.DemandEventKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import org.jdbi.v3.core.Jdbi;

/**
 * What decisions leave behind: the history of each demand, and the facts they were taken by
 * (R.441-9 IV).
 */
@Dependent
public class DecisionNotes {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Demands demands;
  @Inject private CurrentAgent agent;

  /** Keeps what decisions were taken by: just recorded, or of a session that bears another date. */
  void facts(Collection<ItemCandidate> decided) {
    entities.flush();
    decided.forEach(one -> agent.concerns(one.proposal().demand().uniqueNumber().value()));
    jdbi.useHandle(
        handle -> DecisionFacts.freeze(handle, decided.stream().map(ItemCandidate::id).toList()));
  }

  /**
   * Notes the decisions of a session that is closed now. Before, any of them might still change,
   * and the history of a demand is read by everybody (R.441-2-15).
   */
  void tell(CommissionSession session) {
    for (CommissionItem item : session.items()) {
      for (ItemCandidate candidate : item.candidates()) {
        // Nothing was decided on whoever left before.
        if (candidate.decision() != null) {
          demands.note(
              candidate.proposal().demand(),
              DemandEventKind.DECIDED,
              session.heldOn(),
              candidate.decision().name());
        }
      }
    }
  }
}
