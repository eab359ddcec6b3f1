package fr.toitcommun.ejb.observatory;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.partner.SavedLinkRules;
import fr.toitcommun.persistence.observatory.Inquiry;
import fr.toitcommun.persistence.observatory.SavedQuestion;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.partner.SavedLinkRow;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Questions to the observatory that agents keep and share with colleagues: never the answers. */
@Stateless
@Gated
@RolesAllowed(Right.OBSERVE)
public class SavedQuestions {
  private static final int LONGEST_LINK = 2000;

  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;

  /** The caller's own questions and those that colleagues share. */
  public List<SavedLinkRow> list() {
    return SavedLinkRow.of(
        jdbi, SavedQuestion.class, agent.profile().id(), agent.profile().partnerId());
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
    String called = SavedLinkRules.name(name);
    String link = inquiry.write();
    if (link.length() > LONGEST_LINK) {
      throw RefusedInput.because("QUESTION_TOO_LONG");
    }
    SavedLinkRules.roomFor(list(), "QUESTIONS_FULL");
    SavedQuestion question =
        new SavedQuestion(
            agent.profile().id(),
            agent.profile().partnerId(),
            called,
            shared,
            link,
            clock.instant());
    entities.persist(question);
    return question.id();
  }

  /**
   * Calls a question of the caller's own otherwise, and says whether colleagues see it.
   *
   * @throws NotInScope when it is not theirs
   * @throws RefusedInput when it has no name
   */
  @Act
  public void rename(long questionId, String name, boolean shared) {
    own(questionId).rename(SavedLinkRules.name(name), shared);
  }

  /**
   * Forgets a question of the caller's own.
   *
   * @throws NotInScope when it is not theirs
   */
  @Act
  public void forget(long questionId) {
    entities.remove(own(questionId));
  }

  private SavedQuestion own(long questionId) {
    SavedQuestion question = entities.find(SavedQuestion.class, questionId);
    if (question == null || question.agentId() != agent.profile().id()) {
      throw new NotInScope("question " + questionId);
    }
    return question;
  }
}
