package fr.toitcommun.persistence.observatory.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose demands are looked at; what is null does not narrow.
 *
 * @param departement code of a département
 * @param partnerId only what this partner's desks registered
 * @param deskId only what this desk registered
 */
public record QualityFilter(String departement, Long partnerId, Long deskId) {
  /** Everybody's. */
  public static final QualityFilter NONE = new QualityFilter(null, null, null);

  /**
   * As a condition.
   *
   * @param row alias of what has a desk and a département
   */
  String on(String row) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    if (departement != null) {
      conditions.add(row + ".departement_code = :ofDepartement");
    }
    if (partnerId != null) {
      conditions.add(
          row
              + ".desk_id in (select k.id from registration_desk k where k.partner_id ="
              + " :ofPartner)");
    }
    if (deskId != null) {
      conditions.add(row + ".desk_id = :ofDesk");
    }
    return String.join(" and ", conditions);
  }

  /** What it binds. */
  Map<String, Object> binds() {
    Map<String, Object> binds = new HashMap<>();
    binds.put("ofDepartement", departement);
    binds.put("ofPartner", partnerId);
    binds.put("ofDesk", deskId);
    return binds;
  }
}
