package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.ProposalFilter;
import fr.toitcommun.persistence.allocation.ProposalPage;
import fr.toitcommun.persistence.allocation.ProposalReader;
import fr.toitcommun.persistence.allocation.ProposalRow;
import fr.toitcommun.persistence.allocation.ReplyDeadline;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandStatus;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.PlainText;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;

/** Proposing the caller's own vacant dwellings, and the applicants' answers (R.441-10). */
@Stateless
@Gated
@RolesAllowed(Right.PROPOSE)
public class Proposals {
  private static final int MOST_ROWS = 100;
  private static final int MOST_AT_ONCE = 20;

  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private Demands demands;
  @Inject private Stock stock;

  /**
   * Proposes a vacancy to applicants, all or none. Another landlord may be proposing to the same
   * applicant: both see it, neither is prevented.
   *
   * @param uniqueNumbers 1 to 20 demands
   * @return the proposals, in the order of the numbers sorted
   * @throws RefusedInput when the dwelling is let or a holder may still designate (R.441-5), or
   *     naming each number that is not active or has this proposal already
   */
  @Act
  public List<Long> propose(long vacancyId, List<String> uniqueNumbers) {
    Vacancy vacancy = stock.lockVacancy(vacancyId);
    vacancy.requireOpen();
    vacancy.requireNotAwaited(demands.today());
    if (uniqueNumbers.isEmpty() || uniqueNumbers.size() > MOST_AT_ONCE) {
      throw RefusedInput.at("uniqueNumbers", "OUT_OF_RANGE", 1, MOST_AT_ONCE);
    }
    LocalDate today = demands.today();
    int replyDays = references.current().value("OFFER_REPLY_DAYS", today);
    List<Fault> faults = new ArrayList<>();
    List<Proposal> proposals = new ArrayList<>();
    for (String number : new TreeSet<>(uniqueNumbers)) {
      Demand demand = demands.lock(number);
      if (demand.status() != DemandStatus.ACTIVE) {
        faults.add(Fault.at(number, "DEMAND_NOT_ACTIVE", demand.cancelledOn()));
      } else if (isProposed(vacancy, demand)) {
        faults.add(Fault.at(number, "ALREADY_PROPOSED"));
      } else {
        Proposal proposal = new Proposal(vacancy, demand, today, replyDays, agent.profile().id());
        entities.persist(proposal);
        proposals.add(proposal);
        demands.note(demand, DemandEventKind.PROPOSED, today, agent.profile().partnerName());
      }
    }
    if (!faults.isEmpty()) {
      throw new RefusedInput(faults);
    }
    entities.flush();
    return proposals.stream().map(Proposal::id).toList();
  }

  private boolean isProposed(Vacancy vacancy, Demand demand) {
    return entities
        .createQuery(
            "select p from Proposal p where p.vacancy = :vacancy and p.demand = :demand",
            Proposal.class)
        .setParameter("vacancy", vacancy)
        .setParameter("demand", demand)
        .getResultStream()
        .anyMatch(proposal -> proposal.status().isOpen());
  }

  /** The caller's proposals, nearest deadline first. */
  public ProposalPage list(ProposalFilter filter, int offset, int limit) {
    return new ProposalReader(jdbi)
        .ofLandlord(
            agent.profile().partnerId(),
            filter,
            demands.today(),
            Math.max(0, offset),
            Math.max(1, Math.min(MOST_ROWS, limit)));
  }

  /**
   * One proposal of the caller's stock.
   *
   * @throws NotInScope when it is not theirs
   */
  public ProposalRow open(long proposalId) {
    ProposalRow row =
        new ProposalReader(jdbi)
            .find(agent.profile().partnerId(), proposalId, demands.today())
            .orElseThrow(() -> new NotInScope("proposal " + proposalId));
    agent.concerns(row.uniqueNumber());
    return row;
  }

  /** Until when someone may answer to whom a dwelling is proposed today (R.441-10). */
  public LocalDate replyDeadline() {
    LocalDate today = demands.today();
    return ReplyDeadline.after(today, references.current().value("OFFER_REPLY_DAYS", today));
  }

  /** The proposals of one vacancy of the caller's. */
  public ProposalPage ofVacancy(long vacancyId) {
    return new ProposalReader(jdbi)
        .ofVacancy(agent.profile().partnerId(), vacancyId, demands.today());
  }

  /**
   * The applicant accepts, by the deadline.
   *
   * @param on day of the answer; null: today
   */
  @Act
  public void accept(long proposalId, LocalDate on) {
    Proposal proposal = stock.lockProposal(proposalId);
    LocalDate day = Objects.requireNonNullElse(on, demands.today());
    proposal.accept(day, demands.today());
    demands.note(proposal.demand(), DemandEventKind.PROPOSAL_ACCEPTED, day, null);
    entities.flush();
  }

  /**
   * The applicant refuses, with a motive of the list REFUSAL_MOTIVE.
   *
   * @param on day of the answer; null: today
   */
  @Act
  public void refuse(long proposalId, String motive, String detail, LocalDate on) {
    Proposal proposal = stock.lockProposal(proposalId);
    LocalDate day = Objects.requireNonNullElse(on, demands.today());
    if (motive != null && !references.current().isValid("REFUSAL_MOTIVE", motive, day)) {
      throw RefusedInput.at("motive", "UNKNOWN_CODE", motive);
    }
    if (detail != null && detail.length() > 1000) {
      throw RefusedInput.at("detail", "TOO_LONG", 1000);
    }
    if (!PlainText.allows(detail)) {
      throw RefusedInput.at("detail", "ILLEGAL_CHARACTERS");
    }
    proposal.refuse(motive, detail, day, demands.today());
    demands.note(proposal.demand(), DemandEventKind.PROPOSAL_REFUSED, day, motive);
    entities.flush();
  }

  /** No answer by the deadline: counts as refusal (R.441-10). */
  @Act
  public void lapse(long proposalId) {
    Proposal proposal = stock.lockProposal(proposalId);
    proposal.lapse(demands.today());
    demands.note(proposal.demand(), DemandEventKind.PROPOSAL_LAPSED, demands.today(), null);
    entities.flush();
  }

  /** The landlord takes the proposal back. */
  @Act
  public void withdraw(long proposalId) {
    Proposal proposal = stock.lockProposal(proposalId);
    proposal.withdraw(demands.today());
    demands.note(proposal.demand(), DemandEventKind.PROPOSAL_WITHDRAWN, demands.today(), null);
    entities.flush();
  }
}
