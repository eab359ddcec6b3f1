package fr.toitcommun.web.shell;

import fr.toitcommun.ejb.partner.Agents;
import fr.toitcommun.persistence.partner.AgentProfile;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

/** The agent who is signed in, as the head of every page names them. */
@Named
@RequestScoped
public class Me {
  @Inject private HttpServletRequest request;
  @Inject private Agents agents;

  private AgentProfile profile;

  /** Their name, partner and desk. */
  public AgentProfile getProfile() {
    if (profile == null) {
      profile = agents.me();
    }
    return profile;
  }

  /** Whether anybody is signed in. */
  public boolean isSignedIn() {
    return request.getUserPrincipal() != null;
  }

  /** Whether a link to an act is worth showing; the act itself is guarded by its boundary. */
  public boolean may(String right) {
    return request.isUserInRole(right);
  }

  /**
   * Keeps away from an empty form who could only be refused on sending it.
   *
   * @throws EJBAccessException as the boundary would
   */
  public void require(String right) {
    if (!may(right)) {
      throw new EJBAccessException(right);
    }
  }

  /** Signs out: the session ends. */
  public String signOut() throws ServletException {
    request.logout();
    request.getSession().invalidate();
    return "/home.xhtml?faces-redirect=true";
  }
}
