package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.allocation.Dwelling;
import fr.toitcommun.persistence.allocation.DwellingForm;
import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds and locks what belongs to the caller's own stock. Locks are taken in the order of {@link
 * ProposalLocks}, so that two acts never wait for each other.
 */
@Dependent
public class Stock {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private CurrentAgent agent;
  @Inject private ProposalLocks locks;

  /**
   * A dwelling of the caller's own stock, locked.
   *
   * @throws NotInScope when it is not theirs
   */
  public Dwelling lockDwelling(long dwellingId) {
    Dwelling dwelling = entities.find(Dwelling.class, dwellingId, LockModeType.PESSIMISTIC_WRITE);
    if (dwelling == null || dwelling.landlordId() != agent.profile().partnerId()) {
      throw new NotInScope("dwelling " + dwellingId);
    }
    return dwelling;
  }

  /**
   * Makes sure that no other dwelling has these references.
   *
   * @param butDwelling the dwelling in question; null: it is new
   * @throws RefusedInput when one has
   */
  public void requireUnknown(DwellingForm form, Long butDwelling) {
    long taken =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select count(*) from dwelling where ((landlord_id = :landlord and"
                            + " internal_reference = :reference) or stock_register_id = :register)"
                            + " and id is distinct from cast(:but as bigint)")
                    .bind("landlord", agent.profile().partnerId())
                    .bind("reference", form.getInternalReference())
                    .bind("register", form.getStockRegisterId())
                    .bind("but", butDwelling)
                    .mapTo(Long.class)
                    .one());
    if (taken > 0) {
      throw RefusedInput.at("internalReference", "DWELLING_KNOWN");
    }
  }

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
   * A proposal of the caller's own stock, with its vacancy, its demand and those of every candidate
   * allocated to the dwelling locked: one of them may be called next.
   *
   * @throws NotInScope when it is not theirs
   */
  public Proposal lockProposal(long proposalId) {
    return lock(proposalId, ProposalLocks.ALLOCATED);
  }

  /**
   * The same with the demands of everybody the dwelling is proposed to, whom a lease releases.
   *
   * @throws NotInScope when it is not theirs
   */
  Proposal lockForLease(long proposalId) {
    return lock(proposalId, ProposalLocks.OPEN);
  }

  private Proposal lock(long proposalId, Set<ProposalStatus> others) {
    Proposal unlocked = entities.find(Proposal.class, proposalId);
    if (unlocked == null) {
      throw new NotInScope("proposal " + proposalId);
    }
    long vacancy = lockVacancy(unlocked.vacancy().id()).id();
    Demand demand = unlocked.demand();
    Set<Long> concerned = locks.demandsWith(vacancy, others);
    concerned.add(demand.id());
    locks.demands(concerned);
    // It may have changed while the locks were awaited.
    entities.refresh(unlocked);
    agent.concerns(demand.uniqueNumber().value());
    return unlocked;
  }
}
