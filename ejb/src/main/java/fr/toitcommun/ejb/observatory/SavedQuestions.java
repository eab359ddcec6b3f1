package fr.toitcommun.ejb.observatory;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.partner.SavedLinks;
import fr.toitcommun.persistence.observatory.Inquiry;
import fr.toitcommun.persistence.observatory.SavedQuestion;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.partner.SavedLinkRow;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Questions to the observatory that agents keep and share with colleagues: never the answers. */
@Stateless
@Gated
@RolesAllowed(Right.OBSERVE)
public class SavedQuestions {
  private static final int LONGEST_LINK = 2000;

  @Inject private SavedLinks links;

  /** The caller's own questions and those that colleagues share. */
  public List<SavedLinkRow> list() {
    return links.list(SavedQuestion.class);
  }

  /**
   * Keeps a question.
   *
   * @param shared whether colleagues of the partner see it in their list
   * @return its identity
   * @throws RefusedInput when it has no name, is too long, or the caller keeps as many as may be
   */
  @Act
  public long keep(String name, boolean shared, Inquiry inquiry) {
    String called = SavedLinks.name(name);
    String link = inquiry.write();
    if (link.length() > LONGEST_LINK) {
      throw RefusedInput.because("QUESTION_TOO_LONG");
    }
    return links.keep(
        SavedQuestion.class, SavedQuestion::new, called, shared, link, "QUESTIONS_FULL");
  }

  /**
   * Calls a question of the caller's own otherwise, and says whether colleagues see it.
   *
   * @throws NotInScope when it is not theirs
   * @throws RefusedInput when it has no name
   */
  @Act
  public void rename(long questionId, String name, boolean shared) {
    links.own(SavedQuestion.class, questionId).rename(SavedLinks.name(name), shared);
  }

  /**
   * Forgets a question of the caller's own.
   *
   * @throws NotInScope when it is not theirs
   */
  @Act
  public void forget(long questionId) {
    links.forget(SavedQuestion.class, questionId);
  }
}
