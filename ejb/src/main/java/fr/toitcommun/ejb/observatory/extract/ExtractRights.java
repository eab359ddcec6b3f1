package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.persistence.observatory.extract.ExtractContent;
import fr.toitcommun.persistence.observatory.extract.ExtractRow;
import fr.toitcommun.persistence.partner.AgentProfile;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.partner.Scope;
import java.util.Collection;

/**
 * Who may have what extracted. Tables are for everyone who observes, since small numbers are kept
 * back in them. Rows of single demands name nobody, but tell one from another: they are for
 * registering services (R.441-2-6), by agents who may take lists out, within the partner's scope.
 */
final class ExtractRights {
  private ExtractRights() {}

  /** Whether rows of single demands may be had. */
  static boolean rows(Collection<String> rights, Scope scope) {
    return rights.contains(Right.EXTRACT) && scope.registering();
  }

  /** Whether this may be had. */
  static boolean allow(ExtractContent content, Collection<String> rights, Scope scope) {
    return rights.contains(Right.OBSERVE) && (!content.kind().isByDemand() || rows(rights, scope));
  }

  /**
   * Whether it is still for this agent to have made: agents move to other partners, and keep to the
   * scope of the one they are with; what is delivered, the file's manager may have set up as well.
   */
  static boolean still(ExtractRow row, AgentProfile agent) {
    return agent.partnerId() == row.partnerId()
        || row.delivered() && agent.rights().contains(Right.ADMINISTER);
  }

  /**
   * Whether what lies in a partner's folder is this agent's to delete: who had it set up, or may
   * take lists out. Others would take from their colleagues what they may not have themselves.
   */
  static boolean mayEnd(long setUpBy, AgentProfile agent) {
    return agent.id() == setUpBy || agent.rights().contains(Right.EXTRACT);
  }
}
