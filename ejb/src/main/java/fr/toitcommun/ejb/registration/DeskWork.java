package fr.toitcommun.ejb.registration;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.work.WorkList;
import fr.toitcommun.persistence.registration.work.WorkPage;
import fr.toitcommun.persistence.registration.work.WorkReader;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/**
 * What awaits the caller's desk, or the whole scope for an agent without desk, to be worked down
 * one demand after the other.
 */
@Stateless
@Gated
@RolesAllowed(Right.REGISTER)
public class DeskWork {
  @Inject private Jdbi jdbi;
  @Inject private CurrentAgent agent;
  @Inject private Demands demands;

  /**
   * Part of a list.
   *
   * @param after the place after which to go on; null: from the beginning
   * @param limit at most {@value PageBounds#MOST_ROWS}
   */
  public WorkPage list(WorkList list, DueCursor after, int limit) {
    LocalDate nearEnd = demands.today().plusMonths(demands.calendar().noticeMonths());
    return new WorkReader(jdbi, agent.scope(), agent.profile().deskId())
        .page(list, nearEnd, after, PageBounds.rows(limit));
  }
}
