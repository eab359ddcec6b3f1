package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.ejb.registration.letter.OffersSent;
import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.commission.ItemCandidate;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.letter.LettersOwed;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * The letters that offer a dwelling to an applicant: asked for when it is proposed and when the
 * next in rank is called; the first in rank has the letter of the allocation. With the letter the
 * delay to answer begins (R.441-10).
 */
@Dependent
public class OfferedByLetter {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private Demands demands;
  @Inject private ProposalLocks locks;

  /** A vacancy is proposed to these applicants by the caller. */
  void ask(List<Proposal> proposals, LocalDate on) {
    Long desk = agent.profile().deskId();
    jdbi.useHandle(
        handle ->
            LettersOwed.askOffers(
                handle,
                proposals.stream().map(one -> offered(one, null, on)).toList(),
                desk,
                clock.instant()));
  }

  /** It is the turn of one whom a commission ranked after others; the night may call, too. */
  void ask(Proposal proposal, ItemCandidate decided, LocalDate on) {
    jdbi.useHandle(
        handle ->
            LettersOwed.askOffers(
                handle, List.of(offered(proposal, decided.id(), on)), null, clock.instant()));
  }

  private static LettersOwed.Offered offered(Proposal proposal, Long decided, LocalDate on) {
    return new LettersOwed.Offered(
        proposal.demand().id(),
        proposal.id(),
        decided,
        proposal.vacancy().dwelling().landlordId(),
        on);
  }

  /** Letters leave: those to whom they offer a dwelling are told by them. */
  void tell(@Observes OffersSent sent) {
    List<Proposal> offered = locks.withDemands(sent.proposals());
    int replyDays = references.current().value("OFFER_REPLY_DAYS", sent.on());
    offered.stream()
        .filter(one -> one.offeredByLetter(sent.on(), replyDays))
        .forEach(
            one -> demands.note(one.demand(), DemandEventKind.PROPOSAL_NOTIFIED, sent.on(), null));
    entities.flush();
  }
}
