package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.document.LetterWriter;
import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.ejb.registration.letter.LetterMaking;
import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.ProposalReader;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.letter.DueLetters;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.LetterReader;
import fr.toitcommun.persistence.registration.letter.LetterRow;
import fr.toitcommun.persistence.registration.letter.TemplateStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The letter that offers one of the caller's dwellings to an applicant (R.441-10). */
@Stateless
@Gated
@RolesAllowed(Right.PROPOSE)
public class OfferLetters {
  @Inject private Jdbi jdbi;
  @Inject private CurrentAgent agent;
  @Inject private Demands demands;
  @Inject private Stock stock;
  @Inject private OfferedByLetter offers;
  @Inject private LetterMaking making;
  @Inject private LetterWriter writer;

  /**
   * The letter of a proposal, owed or made; null: none was asked for.
   *
   * @throws NotInScope when the proposal is not of the caller's stock
   */
  public LetterRow of(long proposalId) {
    LetterRow letter = latest(proposalId).orElse(null);
    if (letter != null) {
      agent.concerns(letter.uniqueNumber());
    }
    return letter;
  }

  /**
   * Makes the letter, dated today: the delay to answer counts from it, anew for whoever had been
   * told without it, unless it is registered.
   *
   * @throws RefusedInput when it was made before, or the offer no longer stands
   * @throws NotInScope when the proposal is not of the caller's stock
   */
  @Act
  public void make(long proposalId) {
    Proposal proposal = stock.lockProposal(proposalId);
    if (latest(proposalId).isEmpty() && proposal.status() == ProposalStatus.OPEN) {
      offers.ask(List.of(proposal), demands.today());
    }
    LetterRow letter =
        latest(proposalId).orElseThrow(() -> RefusedInput.because("LETTER_LOST_OBJECT"));
    jdbi.useHandle(
        handle -> {
          DueLetters.dropStale(
              handle,
              proposal.demand().departementCode(),
              LetterKind.OFFER,
              proposal.demand().id(),
              demands.today());
          DueLetters.Due due =
              DueLetters.due(handle, letter.id())
                  .orElseThrow(() -> RefusedInput.because("LETTER_LOST_OBJECT"));
          making.make(
              handle,
              List.of(due),
              new TemplateStore(jdbi).inForce(LetterKind.OFFER, demands.today()),
              null);
        });
  }

  /**
   * The letter as PDF, word for word as it was made.
   *
   * @throws NotInScope when it is still owed, its names were erased, or the proposal is not of the
   *     caller's stock
   */
  public byte[] print(long proposalId) {
    LetterReader.Copy copy =
        latest(proposalId)
            .flatMap(letter -> new LetterReader(jdbi).copy(letter.id()))
            .orElseThrow(() -> new NotInScope("offer " + proposalId));
    agent.concerns(copy.uniqueNumber());
    return writer.print(copy.title(), List.of(copy.content()));
  }

  private Optional<LetterRow> latest(long proposalId) {
    if (new ProposalReader(jdbi)
        .find(agent.profile().partnerId(), proposalId, demands.today())
        .isEmpty()) {
      throw new NotInScope("proposal " + proposalId);
    }
    return new LetterReader(jdbi).ofProposal(proposalId);
  }
}
