package fr.toitcommun.ejb.journal;

import fr.toitcommun.persistence.partner.AgentProfile;
import fr.toitcommun.persistence.partner.AgentReader;
import fr.toitcommun.persistence.partner.Scope;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;

/**
 * On whose behalf this request runs, an agent or, in a part of a job, nobody; and the demands it
 * has concerned so far.
 */
@RequestScoped
public class CurrentAgent {
  @Inject private Jdbi jdbi;

  private String login;
  private AgentProfile profile;
  private boolean job;
  private String detail;
  private final Set<String> concerned = new TreeSet<>();

  /**
   * Who they are.
   *
   * @throws EJBAccessException when nobody is signed in, or the account is no longer active
   */
  public AgentProfile profile() {
    if (profile == null) {
      profile =
          new AgentReader(jdbi)
              .find(login)
              .orElseThrow(() -> new EJBAccessException("No active agent"));
    }
    return profile;
  }

  /** The agent's identity, for the history of a demand; null when a job acts. */
  public Long agentId() {
    return job ? null : Long.valueOf(profile().id());
  }

  /** The agent's partner, for the history of a demand; null when a job acts. */
  public Long partnerId() {
    return job ? null : Long.valueOf(profile().partnerId());
  }

  /** What they may see. */
  public Scope scope() {
    return profile().scope();
  }

  /** Notes that the call concerns this demand, for the journal. */
  public void concerns(String uniqueNumber) {
    concerned.add(uniqueNumber);
  }

  /**
   * Says what the call is about where no demand is concerned, for the journal.
   *
   * @param what without names of persons
   */
  public void about(String what) {
    detail = what;
  }

  /** What the call is about; null: nothing more than its name says. */
  public String detail() {
    return detail;
  }

  /** The demands noted since the call began. */
  public Collection<String> concerned() {
    return concerned;
  }

  /**
   * A call begins on behalf of this login, as the container says.
   *
   * @param callerLogin name of the caller's principal
   */
  public void enter(String callerLogin) {
    if (!callerLogin.equals(login)) {
      login = callerLogin;
      profile = null;
    }
    job = false;
    detail = null;
    concerned.clear();
  }

  /** A part of a job begins: no agent acts, and none may be asked for. */
  public void enterJob() {
    login = "";
    profile = null;
    job = true;
    detail = null;
    concerned.clear();
  }
}
