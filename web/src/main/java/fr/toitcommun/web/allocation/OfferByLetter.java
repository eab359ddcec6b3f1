package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.OfferLetters;
import fr.toitcommun.persistence.registration.letter.LetterRow;
import fr.toitcommun.web.shell.Done;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The letter that offers the dwelling of a proposal (R.441-10). */
@Named
@ViewScoped
public class OfferByLetter implements Serializable {
  @Inject private OfferLetters letters;
  @Inject private AnswerProposal answer;

  private LetterRow letter;

  /** Reads it with the proposal of the page. */
  public void load() {
    letter = letters.of(answer.getId());
  }

  /** Makes it, dated today. */
  public void make() {
    letters.make(answer.getId());
    Done.go("/proposal.xhtml?id=" + answer.getId(), "offerLetter.made");
  }

  /** Owed or made; null: none was asked for. */
  public LetterRow getLetter() {
    return letter;
  }

  /** Whether it is still to be made. */
  public boolean isOwed() {
    return letter == null ? answer.getProposal().status().isOpen() : letter.madeOn() == null;
  }
}
