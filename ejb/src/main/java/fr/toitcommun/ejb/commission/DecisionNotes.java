package fr.toitcommun.ejb.commission;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.commission.CommissionSession;
import fr.toitcommun.persistence.commission.DecisionFacts;
import fr.toitcommun.persistence.commission.ItemCandidate;
import fr.toitcommun.persistence.registration.DemandEventKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
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
  @Inject private References references;
  @Inject private Demands demands;

  /** Notes decisions of a session that were just recorded, or that bear another date now. */
  void note(CommissionSession session, Collection<ItemCandidate> decided) {
    for (ItemCandidate candidate : decided) {
      demands.note(
          candidate.proposal().demand(),
          DemandEventKind.DECIDED,
          session.heldOn(),
          candidate.decision().name());
    }
    entities.flush();
    jdbi.useHandle(
        handle -> decided.forEach(candidate -> DecisionFacts.freeze(handle, candidate.id())));
  }

  /** Days to answer an offer decided on that day (R.441-10). */
  int replyDays(LocalDate on) {
    return references.current().value("OFFER_REPLY_DAYS", on);
  }
}
