package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.allocation.DueProposals;
import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.ProposalNotice;
import fr.toitcommun.persistence.allocation.ProposalNotices;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.Outcome;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandEventKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;

/** Ends the proposals that a night finds due, and calls whoever comes next in rank. */
@Dependent
public class NightlyProposals {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private Demands demands;
  @Inject private ProposalLocks locks;
  @Inject private Passage passage;

  /**
   * Does a part of a night, within the caller's transaction: what was answered meanwhile is left
   * alone.
   */
  public Outcome apply(DueProposals.Kind kind, LocalDate day, List<DueDemand> due) {
    DueProposals rule = new DueProposals(jdbi, kind);
    List<Long> ids = due.stream().map(DueDemand::demandId).toList();
    Set<Long> vacancies = new TreeSet<>(rule.uncalled(ids));
    rule.ending(day, ids).stream().map(this::proposal).forEach(one -> vacancies.add(vacancy(one)));
    locks.vacancies(vacancies);
    Set<Long> concerned = new TreeSet<>(ids);
    vacancies.forEach(one -> concerned.addAll(locks.demandsWith(one, ProposalLocks.ALLOCATED)));
    locks.demands(concerned);
    Set<String> done = new TreeSet<>();
    List<Demand> ended = new ArrayList<>();
    for (long id : rule.ending(day, ids)) {
      Proposal proposal = proposal(id);
      // One made since the vacancies were locked waits for the next night.
      if (vacancies.contains(vacancy(proposal))) {
        entities.refresh(proposal);
        end(kind, proposal, day);
        done.add(proposal.demand().uniqueNumber().value());
        ended.add(proposal.demand());
      }
    }
    entities.flush();
    vacancies.forEach(one -> passage.callNext(one, day));
    entities.flush();
    // A grid may count refusals, and silence is one.
    demands.rankAnew(ended);
    Set<Long> still = new TreeSet<>(rule.uncalled(ids));
    due.stream()
        .filter(one -> "CALL".equals(one.what()) && still.isEmpty())
        .forEach(one -> done.add(one.uniqueNumber()));
    return Outcome.done(List.copyOf(done));
  }

  private void end(DueProposals.Kind kind, Proposal proposal, LocalDate day) {
    boolean silence = kind == DueProposals.Kind.SILENCE;
    if (silence) {
      proposal.lapse(day);
    } else {
      proposal.dropCondition(day);
    }
    demands.note(
        proposal.demand(),
        silence ? DemandEventKind.PROPOSAL_LAPSED : DemandEventKind.CONDITION_UNMET,
        day,
        null);
    new ProposalNotices(jdbi)
        .tell(
            proposal.vacancy().dwelling().landlordId(),
            proposal.id(),
            silence ? ProposalNotice.Kind.LAPSED : ProposalNotice.Kind.CONDITION_UNMET,
            clock.instant());
  }

  private Proposal proposal(long id) {
    return entities.find(Proposal.class, id);
  }

  private static long vacancy(Proposal proposal) {
    return proposal.vacancy().id();
  }
}
