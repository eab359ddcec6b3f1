package fr.toitcommun.persistence.commission;

import java.time.LocalDate;
import java.util.List;

/**
 * A commission of a landlord with its composition and its internal rules (L.441-2, R.441-9).
 *
 * @param territory where its dwellings are, by name; null: wherever the landlord has some
 * @param members present ones first, in the order of the law
 * @param rules latest first; empty: the assumed values hold
 * @param inForce those that hold today
 */
public record CommissionView(
    long commissionId,
    String name,
    String territoryLevel,
    String territoryCode,
    String territory,
    List<StandingMember> members,
    List<InternalRules> rules,
    InternalRules inForce) {

  /** Those who sit on that day. */
  public List<StandingMember> on(LocalDate day) {
    return members.stream().filter(member -> member.sitsOn(day)).toList();
  }
}
