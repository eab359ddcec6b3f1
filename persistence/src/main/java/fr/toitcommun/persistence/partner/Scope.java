package fr.toitcommun.persistence.partner;

import java.util.List;
import java.util.Map;

/**
 * Which demands a partner may see by name (R.441-2-6): the one place where kind and territory
 * become a condition on queries. What lies outside does not exist for the caller.
 *
 * @param partnerId the partner
 * @param kind its kind
 * @param registering only a registering service sees names
 * @param departements départements of its territory
 * @param municipalities INSEE codes of its territory, for a municipality those of its whole EPCI;
 *     empty unless the partner is a local authority
 */
public record Scope(
    long partnerId,
    PartnerKind kind,
    boolean registering,
    List<String> departements,
    List<String> municipalities) {

  /** A condition in SQL and what it binds. */
  public record Condition(String sql, Map<String, Object> binds) {}

  /**
   * The condition on a row of {@code demand}.
   *
   * @param demand alias of the demand in the query
   */
  public Condition on(String demand) {
    if (!registering) {
      return new Condition("false", Map.of());
    }
    return switch (kind) {
      case FILE_MANAGER -> new Condition("true", Map.of());
      case LANDLORD, STATE, DEPARTMENT -> inDepartements(demand, "");
      case ACTION_LOGEMENT -> inDepartements(demand, " and " + demand + ".salaried_contributor");
      case LOCAL_AUTHORITY ->
          new Condition(
              "("
                  + ownDesk(demand)
                  + " or exists (select 1 from wished_location scoped where scoped.demand_id = "
                  + demand
                  + ".id and scoped.municipality_code = any(:scopeMunicipalities)))",
              Map.of("scopePartner", partnerId, "scopeMunicipalities", array(municipalities)));
      case INFORMATION_AGENCY -> new Condition("false", Map.of());
    };
  }

  private Condition inDepartements(String demand, String further) {
    return new Condition(
        "((%s.departement_code = any(:scopeDepartements)%s) or %s)"
            .formatted(demand, further, ownDesk(demand)),
        Map.of("scopePartner", partnerId, "scopeDepartements", array(departements)));
  }

  /** A partner sees what its own desks registered. */
  private static String ownDesk(String demand) {
    return demand
        + ".desk_id in (select own.id from registration_desk own where own.partner_id ="
        + " :scopePartner)";
  }

  /**
   * Whether everyone who wishes to live in this municipality is in scope, so that a search for one
   * of its dwellings needs no further condition.
   */
  public boolean covers(String municipalityCode, String departementCode) {
    return registering
        && switch (kind) {
          case FILE_MANAGER -> true;
          case LANDLORD, STATE, DEPARTMENT -> departements.contains(departementCode);
          case LOCAL_AUTHORITY -> municipalities.contains(municipalityCode);
          case ACTION_LOGEMENT, INFORMATION_AGENCY -> false;
        };
  }

  private static String[] array(List<String> values) {
    return values.toArray(String[]::new);
  }
}
