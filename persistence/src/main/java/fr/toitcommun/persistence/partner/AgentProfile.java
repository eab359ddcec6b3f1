package fr.toitcommun.persistence.partner;

import java.util.List;

/**
 * An agent as the acts need to know them.
 *
 * @param deskId the desk they work at; null: none
 * @param landlordSiren SIREN of the partner; null when it has none
 * @param scope what they may see
 */
public record AgentProfile(
    long id,
    String login,
    String givenName,
    String surname,
    Long deskId,
    String deskCode,
    String deskName,
    String deskAddress,
    String deskMunicipality,
    long partnerId,
    PartnerKind partnerKind,
    String partnerName,
    String partnerAddress,
    String partnerSiren,
    List<String> rights,
    Scope scope) {

  /** First and last name. */
  public String name() {
    return givenName + " " + surname;
  }
}
