package fr.toitcommun.web.api;

import fr.toitcommun.persistence.partner.AgentProfile;
import fr.toitcommun.persistence.partner.PartnerKind;
import java.util.List;

/**
 * Who is signed in.
 *
 * @param desk code of the desk; null: none
 */
public record SessionAnswer(
    String login,
    String name,
    String partner,
    PartnerKind partnerKind,
    String desk,
    List<String> rights) {

  static SessionAnswer of(AgentProfile agent) {
    return new SessionAnswer(
        agent.login(),
        agent.name(),
        agent.partnerName(),
        agent.partnerKind(),
        agent.deskCode(),
        agent.rights());
  }
}
