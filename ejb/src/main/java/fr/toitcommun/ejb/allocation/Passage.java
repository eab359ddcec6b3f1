package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.ProposalNotice;
import fr.toitcommun.persistence.allocation.ProposalNotices;
import fr.toitcommun.persistence.commission.CommissionSession;
import fr.toitcommun.persistence.commission.ItemCandidate;
import fr.toitcommun.persistence.registration.DemandEventKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Whose turn it is after a commission: the first of those allocated who is still in; when they
 * refuse, lapse or are freed, the next in rank is called, by a letter that opens a delay of their
 * own (R.441-3 b, R.441-10).
 */
@Dependent
public class Passage {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private Demands demands;
  @Inject private ProposalLocks locks;
  @Inject private OfferedByLetter offers;

  /**
   * A session has been closed, its vacancies and candidates locked: the first of each dwelling is
   * called, and told by the letter of the decision; the others wait for their turn.
   */
  public void begin(CommissionSession session, LocalDate on) {
    session
        .items()
        .forEach(
            item -> {
              List<ItemCandidate> inOrder = inOrder(item.candidates());
              for (int i = 0; i < inOrder.size(); i++) {
                Proposal proposal = inOrder.get(i).proposal();
                if (i == 0) {
                  proposal.call(on);
                } else {
                  proposal.awaitTurn();
                }
              }
            });
  }

  /**
   * Calls the next in rank of a vacancy where nobody is called any more. The vacancy and the
   * demands allocated to it are locked.
   */
  public void callNext(long vacancyId, LocalDate on) {
    List<ItemCandidate> allocated =
        entities
            .createQuery(
                "select c from ItemCandidate c join fetch c.proposal where c.item.vacancy.id ="
                    + " :vacancy and c.item.session.status = :closed and c.decision is not null"
                    + " and c.proposal.status in :allocated",
                ItemCandidate.class)
            .setParameter("vacancy", vacancyId)
            .setParameter("closed", CommissionSession.Status.CLOSED)
            .setParameter("allocated", ProposalLocks.ALLOCATED)
            .setHint("eclipselink.refresh", "true")
            .getResultList();
    inOrder(allocated).stream().findFirst().ifPresent(first -> callFirst(first, on));
  }

  private void callFirst(ItemCandidate called, LocalDate on) {
    Proposal first = called.proposal();
    if (first.calledOn() != null || !first.status().isAllocation()) {
      return;
    }
    first.call(on);
    demands.note(first.demand(), DemandEventKind.PROPOSAL_CALLED, on, null);
    offers.ask(first, called, on);
    new ProposalNotices(jdbi)
        .tell(
            first.vacancy().dwelling().landlordId(),
            first.id(),
            ProposalNotice.Kind.CALLED,
            clock.instant());
  }

  /**
   * The same for somebody who holds a demand and must not wait for a vacancy: when another is at
   * it, the night calls ({@code PROPOSAL_SILENCE}).
   */
  void callNextIfFree(long vacancyId, LocalDate on) {
    entities.flush();
    if (locks.tryVacancy(vacancyId)) {
      callNext(vacancyId, on);
    }
  }

  private static List<ItemCandidate> inOrder(List<ItemCandidate> candidates) {
    return candidates.stream()
        .filter(candidate -> candidate.proposal().status().isAllocation())
        .sorted(ItemCandidate.BY_TURN)
        .toList();
  }
}
