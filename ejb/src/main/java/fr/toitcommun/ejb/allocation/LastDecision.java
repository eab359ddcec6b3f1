package fr.toitcommun.ejb.allocation;

import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.commission.ItemCandidate;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** The last time that a commission examined a proposal. */
final class LastDecision {
  private LastDecision() {}

  /** The candidate of that time; empty when none has. */
  static Optional<ItemCandidate> on(EntityManager entities, Proposal proposal) {
    return entities
        .createQuery(
            "select c from ItemCandidate c where c.proposal = :proposal"
                + " order by c.item.session.heldAt desc, c.id desc",
            ItemCandidate.class)
        .setParameter("proposal", proposal)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
