package fr.toitcommun.web.reference;

import fr.toitcommun.ejb.reference.LocalRules;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/** The territories that local rules are stated for, by code. */
@Named
@RequestScoped
public class Territories {
  @Inject private LocalRules rules;

  public Map<String, String> getDepartements() {
    return rules.territories("ACD");
  }

  /** By SIREN. */
  public Map<String, String> getEpcis() {
    return rules.territories("ACI");
  }

  /** The name of a territory; null when there is none of this code. */
  public String named(String code) {
    String departement = getDepartements().get(code);
    return departement == null ? getEpcis().get(code) : departement;
  }
}
