package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.allocation.Lease;
import fr.toitcommun.persistence.allocation.LeaseData;
import fr.toitcommun.persistence.allocation.LeaseReader;
import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.ReleaseReason;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.commission.CommissionSession;
import fr.toitcommun.persistence.commission.ItemCandidate;
import fr.toitcommun.persistence.observatory.ObservedRows;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.priority.LabelRows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Signing leases: the demand leaves the file as satisfied (R.441-2-8 a). */
@Stateless
@Gated
@RolesAllowed(Right.SIGN)
public class Leases {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private Demands demands;
  @Inject private Stock stock;
  @Inject private OpenProposals openProposals;

  /**
   * Signs the lease of a proposal that a closed session allocated: the vacancy is let, the demand
   * cancelled as RADATT with its mandatory data, every other candidate of the dwelling and every
   * other proposal to the applicant released, their landlords told. What the commitments of L.441-1
   * are counted by is frozen. One lease per demand and per vacancy, whatever happens at once.
   *
   * @return the lease
   * @throws RefusedInput when it may not be signed (now), or naming what the data lack
   */
  @Act
  public long sign(long proposalId, LeaseData data) {
    Proposal proposal = stock.lockForLease(proposalId);
    check(data);
    ItemCandidate candidate =
        LastDecision.on(entities, proposal)
            .orElseThrow(() -> RefusedInput.because("NOT_ALLOCATED"));
    candidate.requireMaySign(candidatesOf(proposal.vacancy()));
    candidate.requireSignedSinceAllocation(data.signedOn(), demands.today());
    Demand demand = proposal.demand();
    if (data.demandVersion() != null && data.demandVersion() != demand.version()) {
      throw RefusedInput.at("situationConfirmed", "SITUATION_CHANGED");
    }
    if (data.signedOn().isBefore(demand.periodStart())) {
      throw RefusedInput.at("signedOn", "DATE_OUT_OF_RANGE", demand.periodStart(), demands.today());
    }
    String siren = agent.profile().partnerSiren();
    if (siren == null) {
      throw RefusedInput.because("NO_SIREN");
    }
    Lease lease = new Lease(proposal, siren, data, agent.profile().id(), clock.instant());
    entities.persist(lease);
    proposal.vacancy().let();
    proposal.house(data.signedOn());
    demand.satisfy(data.signedOn());
    demands.note(demand, DemandEventKind.HOUSED, data.signedOn(), agent.profile().partnerName());
    entities.flush();
    List<OpenProposals.Freed> freed = new ArrayList<>();
    LocalDate today = demands.today();
    freed.addAll(openProposals.releaseAllOf(proposal.vacancy(), proposal, today));
    freed.addAll(
        openProposals.releaseAllOf(demand, proposal, ReleaseReason.HOUSED_ELSEWHERE, today));
    demands.keep(demand);
    LeaseReader leases = new LeaseReader(jdbi);
    freed.forEach(one -> leases.keepReleased(lease.id(), one.proposal().id(), one.before()));
    leases.freeze(lease.id());
    jdbi.useHandle(
        handle -> {
          LabelRows.rehoused(handle, demand.id(), data.signedOn());
          LabelRows.settle(handle, List.of(demand.id()), today);
          ObservedRows.keep(handle, demand.id());
        });
    demands.askLetter(demand, LetterKind.CANCELLED, data.signedOn());
    return lease.id();
  }

  private List<ItemCandidate> candidatesOf(Vacancy vacancy) {
    return entities
        .createQuery(
            "select c from ItemCandidate c join fetch c.proposal where c.item.vacancy = :vacancy"
                + " and c.item.session.status = :closed",
            ItemCandidate.class)
        .setParameter("vacancy", vacancy)
        .setParameter("closed", CommissionSession.Status.CLOSED)
        .getResultList();
  }

  private void check(LeaseData data) {
    Reference reference = references.current();
    LocalDate today = demands.today();
    List<Fault> faults = new ArrayList<>();
    if (data.signedOn() == null) {
      faults.add(Fault.at("signedOn", "REQUIRED"));
    } else if (data.signedOn().isAfter(today)) {
      faults.add(Fault.at("signedOn", "DATE_IN_FUTURE"));
    }
    if (data.wasTenantOfLandlord() == null) {
      faults.add(Fault.at("wasTenantOfLandlord", "REQUIRED"));
    }
    if (data.situationConfirmed() == null) {
      faults.add(Fault.at("situationConfirmed", "REQUIRED"));
    } else if (!data.situationConfirmed()) {
      faults.add(Fault.at("situationConfirmed", "SITUATION_TO_CONFIRM"));
    }
    code(
        "collectiveAgreement",
        "COLLECTIVE_AGREEMENT",
        data.collectiveAgreement(),
        reference,
        faults);
    code("daloStatus", "DALO_STATUS", data.daloStatus(), reference, faults);
    code("quota", "QUOTA", data.quota(), reference, faults);
    RefusedInput.ifAny(faults);
  }

  private void code(
      String field, String list, String code, Reference reference, List<Fault> faults) {
    if (code == null) {
      faults.add(Fault.at(field, "REQUIRED"));
    } else if (!reference.isValid(list, code, demands.today())) {
      faults.add(Fault.at(field, "UNKNOWN_CODE", code.substring(0, Math.min(20, code.length()))));
    }
  }
}
