package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.reference.CeilingAmount;
import fr.toitcommun.persistence.reference.Reference;
import java.time.LocalDate;
import java.util.List;

/** Takes ceilings from the dated reference data. */
public final class AllocationRules {
  private AllocationRules() {}

  /**
   * The ceilings of a financing in force on that day in the zone of a département.
   *
   * @throws IllegalStateException when the reference data lack them
   */
  public static IncomeCeilings ceilingsOf(
      Reference reference, FundingScheme scheme, String departementCode, LocalDate day) {
    return ceilings(reference, scheme, reference.ceilingZone(departementCode), day);
  }

  /**
   * The ceilings of a financing in a zone in force on that day.
   *
   * @throws IllegalStateException when the reference data lack them
   */
  public static IncomeCeilings ceilings(
      Reference reference, FundingScheme scheme, String zone, LocalDate day) {
    List<CeilingAmount> amounts = reference.ceilings(scheme.name(), zone, day);
    if (amounts.size() != 7) {
      throw new IllegalStateException("No ceilings " + scheme + " on " + day);
    }
    return new IncomeCeilings(
        amounts.get(0).year(),
        amounts.stream().limit(6).mapToInt(CeilingAmount::amount).toArray(),
        amounts.get(6).amount(),
        amounts.stream().anyMatch(CeilingAmount::assumed));
  }
}
