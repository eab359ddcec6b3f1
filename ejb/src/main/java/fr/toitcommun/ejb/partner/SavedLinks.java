package fr.toitcommun.ejb.partner;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.partner.SavedLink;
import fr.toitcommun.persistence.partner.SavedLinkRow;
import fr.toitcommun.persistence.registration.PlainText;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * The links of a kind that agents keep and share with colleagues, whatever page they lead to. Who
 * may keep them, the boundary of that page says.
 */
@Dependent
public class SavedLinks {
  private static final int LONGEST_NAME = 80;

  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;

  /** What makes a link of a kind. */
  public interface Maker {
    /** A link of an agent of a partner; its query stands after the question mark of its page. */
    SavedLink make(
        long agentId, long partnerId, String name, boolean shared, String query, Instant at);
  }

  /** The caller's own links and those that colleagues share. */
  public List<SavedLinkRow> list(Class<? extends SavedLink> kind) {
    return SavedLinkRow.of(jdbi, kind, agent.profile().id(), agent.profile().partnerId());
  }

  /**
   * Keeps one more.
   *
   * @param name as {@link #name} has it
   * @param full code of the fault that says that no more may be kept
   * @return its identity
   * @throws RefusedInput when the caller keeps as many as may be
   */
  public long keep(
      Class<? extends SavedLink> kind,
      Maker maker,
      String name,
      boolean shared,
      String query,
      String full) {
    if (list(kind).stream().filter(SavedLinkRow::own).count() >= SavedLinkRow.MOST) {
      throw RefusedInput.because(full, SavedLinkRow.MOST);
    }
    SavedLink link =
        maker.make(
            agent.profile().id(),
            agent.profile().partnerId(),
            name,
            shared,
            query,
            clock.instant());
    entities.persist(link);
    return link.id();
  }

  /**
   * A link of the caller's own.
   *
   * @throws NotInScope when it is not theirs
   */
  public SavedLink own(Class<? extends SavedLink> kind, long id) {
    SavedLink link = entities.find(kind, id);
    if (link == null || link.agentId() != agent.profile().id()) {
      throw new NotInScope(kind.getSimpleName() + " " + id);
    }
    return link;
  }

  /**
   * Forgets a link of the caller's own.
   *
   * @throws NotInScope when it is not theirs
   */
  public void forget(Class<? extends SavedLink> kind, long id) {
    entities.remove(own(kind, id));
  }

  /**
   * A name as it is kept, without the spaces around it.
   *
   * @throws RefusedInput when it is none
   */
  public static String name(String typed) {
    String called = typed == null ? "" : typed.strip();
    if (called.isEmpty()) {
      throw RefusedInput.at("name", "REQUIRED");
    }
    if (called.length() > LONGEST_NAME) {
      throw RefusedInput.at("name", "TOO_LONG", LONGEST_NAME);
    }
    if (!PlainText.allows(called)) {
      throw RefusedInput.at("name", "ILLEGAL_CHARACTERS");
    }
    return called;
  }
}
