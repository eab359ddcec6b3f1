package fr.toitcommun.ejb.registration;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.DemandFileReader;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.draft.DemandDraft;
import fr.toitcommun.persistence.registration.draft.DraftList;
import fr.toitcommun.persistence.registration.draft.DraftStore;
import fr.toitcommun.persistence.registration.draft.KeptDraft;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * What an agent is typing, found again after a lost session or a closed browser. Each agent sees
 * their own drafts only. A draft is not the file: keeping one is no act on a demand.
 */
@Stateless
@Gated
@RolesAllowed(Right.REGISTER)
public class Drafts {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;

  /** The caller's drafts, the latest first; never more than {@link DraftStore#MOST}. */
  public DraftList mine() {
    return new DraftList(
        new DraftStore(jdbi).of(agent.profile().id()),
        references.current().value("DRAFT_DAYS", LocalDate.now(clock)));
  }

  /**
   * A draft of the caller, to go on typing.
   *
   * @return null when the caller has none of this identity: nothing was kept under it yet, or it
   *     was saved, discarded or forgotten
   * @throws NotInScope when it modifies a demand that the caller may no longer know
   */
  public DemandDraft open(UUID id) {
    DemandDraft draft = new DraftStore(jdbi).find(agent.profile().id(), id).orElse(null);
    if (draft != null && draft.uniqueNumber() != null) {
      mustBeInScope(draft.uniqueNumber());
    }
    return draft;
  }

  /**
   * Keeps what is typed.
   *
   * @return where; perhaps apart from what another window typed into the same draft
   * @throws RefusedInput when the caller has {@link DraftStore#MOST} others
   * @throws NotInScope when it modifies a demand that the caller may not know
   */
  public KeptDraft keep(DemandDraft draft) {
    if (draft.uniqueNumber() != null && draft.revision() == 0) {
      mustBeInScope(draft.uniqueNumber());
    }
    return new DraftStore(jdbi).keep(agent.profile().id(), draft, clock.instant());
  }

  /** Forgets a draft of the caller; none is no fault. */
  public void discard(UUID id) {
    new DraftStore(jdbi).discard(agent.profile().id(), id);
  }

  private void mustBeInScope(String uniqueNumber) {
    if (new DemandFileReader(jdbi).idOf(uniqueNumber, agent.scope()).isEmpty()) {
      throw new NotInScope(uniqueNumber);
    }
  }
}
