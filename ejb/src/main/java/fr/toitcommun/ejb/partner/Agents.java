package fr.toitcommun.ejb.partner;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.persistence.partner.AgentProfile;
import fr.toitcommun.persistence.partner.Right;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** The agent who is signed in. */
@Stateless
@Gated
public class Agents {
  @Inject private CurrentAgent agent;

  /** Who I am, for whom I work and what I may do. */
  @RolesAllowed(Right.OBSERVE)
  public AgentProfile me() {
    return agent.profile();
  }
}
