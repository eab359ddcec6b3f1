package fr.toitcommun.persistence.allocation.reservation;

import fr.toitcommun.persistence.partner.PartnerKind;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * At whose disposal a vacancy is put (R.441-5, R.441-5-2). A holder whose identified dwelling it is
 * comes first. Otherwise it is the holder furthest behind its share of the flow, provided that a
 * whole dwelling is due to it: so nobody ever gets more than was agreed, the State not more than
 * its 30 %. Where two are behind alike, the older agreement comes first. When nothing is due, the
 * landlord keeps the dwelling.
 */
public final class FlowRule {
  /** Agents of the State (code list QUOTA). */
  static final String AGENTS = "PFONCT";

  private FlowRule() {}

  /**
   * The holder, and the contingent it gets the dwelling under.
   *
   * @param share the holder's standing before this dwelling
   * @param quota code list QUOTA: of the State, its agents' when a dwelling is due to these
   */
  public record Choice(FlowShare share, String quota) {}

  /**
   * The holder of a dwelling that becomes vacant; empty when the landlord keeps it.
   *
   * @param shares the agreements in force where the dwelling stands
   * @param excluded whether the vacancy is excluded from the flow: it is offered to nobody then but
   *     the holder it is identified for
   */
  public static Optional<Choice> choose(List<FlowShare> shares, boolean excluded) {
    Optional<FlowShare> identified = shares.stream().filter(FlowShare::identified).findFirst();
    if (identified.isPresent()) {
      return Optional.of(under(identified.get()));
    }
    if (excluded) {
      return Optional.empty();
    }
    return shares.stream()
        .filter(share -> share.behind().compareTo(BigDecimal.ONE) >= 0)
        .min(
            Comparator.comparing(FlowShare::behind)
                .reversed()
                .thenComparing(FlowShare::agreementId))
        .map(FlowRule::under);
  }

  /** This holder, under the contingent that is due. */
  public static Choice under(FlowShare share) {
    boolean forAgents =
        share.kind() == PartnerKind.STATE
            && (share.identified() || share.agentsBehind().compareTo(BigDecimal.ONE) >= 0);
    return new Choice(share, forAgents ? AGENTS : share.quota());
  }
}
