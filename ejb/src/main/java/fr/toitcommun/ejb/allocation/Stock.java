package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.registration.Demand;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/**
 * Finds and locks what belongs to the caller's own stock. Locks are always taken in the same order,
 * vacancy before demand, so that two acts never wait for each other.
 */
@Dependent
public class Stock {
  @PersistenceContext private EntityManager entities;
  @Inject private CurrentAgent agent;

  /**
   * A vacancy of the caller's own stock, locked.
   *
   * @throws NotInScope when it is not theirs
   */
  public Vacancy lockVacancy(long vacancyId) {
    Vacancy vacancy = entities.find(Vacancy.class, vacancyId, LockModeType.PESSIMISTIC_WRITE);
    if (vacancy == null || vacancy.dwelling().landlordId() != agent.profile().partnerId()) {
      throw new NotInScope("vacancy " + vacancyId);
    }
    return vacancy;
  }

  /**
   * A proposal of the caller's own stock, with its vacancy and demand locked.
   *
   * @throws NotInScope when it is not theirs
   */
  public Proposal lockProposal(long proposalId) {
    Proposal unlocked = entities.find(Proposal.class, proposalId);
    if (unlocked == null) {
      throw new NotInScope("proposal " + proposalId);
    }
    lockVacancy(unlocked.vacancy().id());
    Demand demand =
        entities.find(Demand.class, unlocked.demand().id(), LockModeType.PESSIMISTIC_WRITE);
    // It may have changed while the locks were awaited.
    entities.refresh(unlocked);
    agent.concerns(demand.uniqueNumber().value());
    return unlocked;
  }
}
