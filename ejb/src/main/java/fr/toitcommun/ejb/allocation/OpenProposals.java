package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.registration.DemandLeft;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.ProposalNotice;
import fr.toitcommun.persistence.allocation.ProposalNotices;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.allocation.ReleaseReason;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandEventKind;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Frees the proposals that lose their object: the applicant is housed or gone, the dwelling is let.
 * Their landlords are told; the demands' histories keep it.
 */
@Dependent
public class OpenProposals {
  /** A proposal that was freed, and where it stood. */
  public record Freed(Proposal proposal, ProposalStatus before) {}

  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private Demands demands;
  @Inject private Passage passage;

  /** A demand was cancelled, and is locked: nothing stays open for it. */
  void releaseWhoLeft(@Observes DemandLeft left) {
    releaseAllOf(left.demand(), null, ReleaseReason.LEFT_FILE, left.on());
  }

  /**
   * Releases the proposals under way to a demand that is locked, wherever they are; the next in
   * rank are called there.
   *
   * @param except one to leave as it is; null: none
   * @return what was freed
   */
  public List<Freed> releaseAllOf(Demand demand, Proposal except, ReleaseReason why, LocalDate on) {
    List<Freed> freed =
        release(
            entities
                .createQuery(
                    "select p from Proposal p where p.demand = :demand and p.status in :open order"
                        + " by p.id",
                    Proposal.class)
                .setParameter("demand", demand)
                .setParameter("open", ProposalLocks.OPEN)
                .setHint("eclipselink.refresh", "true")
                .getResultList(),
            except,
            why,
            on);
    ProposalNotices notices = new ProposalNotices(jdbi);
    for (Freed one : freed) {
      Vacancy vacancy = one.proposal().vacancy();
      notices.tell(
          vacancy.dwelling().landlordId(),
          one.proposal().id(),
          ProposalNotice.Kind.valueOf(why.name()),
          clock.instant());
    }
    freed.stream()
        .filter(one -> one.proposal().calledOn() != null)
        .forEach(one -> passage.callNextIfFree(one.proposal().vacancy().id(), on));
    return freed;
  }

  /**
   * Releases the proposals under way of a vacancy that is let; their demands are locked.
   *
   * @param except the tenant's
   * @return what was freed
   */
  public List<Freed> releaseAllOf(Vacancy vacancy, Proposal except, LocalDate on) {
    return release(
        entities
            .createQuery(
                "select p from Proposal p join fetch p.demand where p.vacancy = :vacancy and"
                    + " p.status in :open order by p.id",
                Proposal.class)
            .setParameter("vacancy", vacancy)
            .setParameter("open", ProposalLocks.OPEN)
            .setHint("eclipselink.refresh", "true")
            .getResultList(),
        except,
        ReleaseReason.DWELLING_LET,
        on);
  }

  private List<Freed> release(
      List<Proposal> proposals, Proposal except, ReleaseReason why, LocalDate on) {
    List<Freed> freed = new ArrayList<>();
    for (Proposal proposal : proposals) {
      if (!proposal.equals(except)) {
        freed.add(new Freed(proposal, proposal.status()));
        proposal.release(why, on);
        demands.note(proposal.demand(), DemandEventKind.PROPOSAL_RELEASED, on, null);
      }
    }
    return freed;
  }
}
