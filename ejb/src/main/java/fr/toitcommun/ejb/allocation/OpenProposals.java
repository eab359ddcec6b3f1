package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.registration.DemandLeft;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandEventKind;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/**
 * Frees the proposals that lose their object: the applicant is housed or gone, the dwelling is let.
 */
@Dependent
public class OpenProposals {
  private static final List<ProposalStatus> OPEN =
      List.of(
          ProposalStatus.OPEN,
          ProposalStatus.ON_AGENDA,
          ProposalStatus.ALLOCATED,
          ProposalStatus.RANKED,
          ProposalStatus.CONDITIONAL);

  @PersistenceContext private EntityManager entities;
  @Inject private Demands demands;

  /** A demand was cancelled: nothing stays open for it. */
  void releaseWhoLeft(@Observes DemandLeft left) {
    releaseAllOf(left.demand(), null, left.on());
  }

  /**
   * Releases the proposals under way to a demand.
   *
   * @param except one to leave as it is; null: none
   */
  public void releaseAllOf(Demand demand, Proposal except, LocalDate on) {
    release(
        entities
            .createQuery(
                "select p from Proposal p where p.demand = :demand and p.status in :open order by"
                    + " p.id",
                Proposal.class)
            .setParameter("demand", demand)
            .setParameter("open", OPEN)
            .getResultList(),
        except,
        on);
  }

  /**
   * Releases the proposals under way of a vacancy.
   *
   * @param except one to leave as it is; null: none
   */
  public void releaseAllOf(Vacancy vacancy, Proposal except, LocalDate on) {
    release(
        entities
            .createQuery(
                "select p from Proposal p join fetch p.demand where p.vacancy = :vacancy and"
                    + " p.status in :open order by p.id",
                Proposal.class)
            .setParameter("vacancy", vacancy)
            .setParameter("open", OPEN)
            .getResultList(),
        except,
        on);
  }

  private void release(List<Proposal> proposals, Proposal except, LocalDate on) {
    for (Proposal proposal : proposals) {
      if (!proposal.equals(except)) {
        proposal.release(on);
        demands.note(proposal.demand(), DemandEventKind.PROPOSAL_RELEASED, on, null);
      }
    }
  }
}
