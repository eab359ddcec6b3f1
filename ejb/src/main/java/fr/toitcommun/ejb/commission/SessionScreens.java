package fr.toitcommun.ejb.commission;

import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.SessionScreen;
import fr.toitcommun.persistence.partner.Right;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;

/**
 * What the second screen of a session shows: kept in the database, so that any server answers for
 * any screen. The state names nobody and may be asked for every second.
 */
@Stateless
@Gated
@RolesAllowed(Right.DECIDE)
public class SessionScreens {
  @Inject private Jdbi jdbi;
  @Inject private OwnSessions own;

  /**
   * What is shown, and a state that changes with it.
   *
   * @throws NotInScope when the session is not the caller's
   */
  public SessionScreen state(long sessionId) {
    own.requireOwn(sessionId);
    return jdbi.withHandle(handle -> SessionScreen.of(handle, sessionId));
  }

  /**
   * Shows a dwelling, with or without names.
   *
   * @throws NotInScope when session or dwelling is not the caller's
   */
  public void show(long sessionId, Long itemId, boolean hidesNames) {
    own.requireOwn(sessionId);
    if (itemId != null
        && own.read(sessionId).items().stream()
            .map(SessionDetail.Item::itemId)
            .noneMatch(itemId::equals)) {
      throw new NotInScope("item " + itemId);
    }
    jdbi.useHandle(handle -> SessionScreen.show(handle, sessionId, itemId, hidesNames));
  }
}
