package fr.toitcommun.ejb.observatory;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.observatory.BehindPage;
import fr.toitcommun.persistence.observatory.BehindReader;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/**
 * The demands behind a figure of the live base, for those who may see names, within their scope:
 * fewer than the figure where it counts demands outside it.
 */
@Stateless
@Gated
@RolesAllowed(Right.CONSULT)
public class Behind {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;

  /**
   * Part of the list, the oldest deposit first.
   *
   * @param after the place after which to go on; null: from the beginning
   * @throws RefusedInput when the figure counts anything but demands that stand now
   */
  public BehindPage page(Question question, DueCursor after, int limit) {
    if (!question.indicator().isStock()
        || !question.indicator().isCount()
        || !question.when().isNow()) {
      throw RefusedInput.at("indicator", "NO_LIST_BEHIND");
    }
    return new BehindReader(jdbi, references.current(), LocalDate.now(clock))
        .page(question, agent.scope().departements(), agent.scope(), after, limit);
  }
}
