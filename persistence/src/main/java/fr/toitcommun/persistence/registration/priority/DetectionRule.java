package fr.toitcommun.persistence.registration.priority;

import static fr.toitcommun.persistence.registration.priority.PriorityGround.A;
import static fr.toitcommun.persistence.registration.priority.PriorityGround.C;
import static fr.toitcommun.persistence.registration.priority.PriorityGround.D;
import static fr.toitcommun.persistence.registration.priority.PriorityGround.DALO;
import static fr.toitcommun.persistence.registration.priority.PriorityGround.F;
import static fr.toitcommun.persistence.registration.priority.PriorityGround.G;
import static fr.toitcommun.persistence.registration.priority.PriorityGround.J;
import static fr.toitcommun.persistence.registration.priority.PriorityGround.K;
import static fr.toitcommun.persistence.registration.priority.PriorityGround.L;
import static fr.toitcommun.persistence.registration.priority.PriorityGround.M;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Rules that find a likely ground of L.441-1 in what a demand states. They propose; they never
 * certify. Where, since when and against what threshold each holds is reference data ({@code
 * detection_rule}).
 */
public enum DetectionRule {
  /** Waiting longer than the préfet calls normal opens the way to the mediation commission. */
  WAITED_TOO_LONG(DALO, (facts, threshold) -> facts.delayPassed()),
  /** Somebody holds the card "invalidité", or a home adapted to a handicap is asked for. */
  DISABILITY(A, (facts, threshold) -> facts.disabled() || facts.motive("07")),
  /** Income below a share of the PLAI ceiling, in percent, and the minimum income received. */
  MINIMUM_INCOME(
      C,
      (facts, threshold) ->
          facts.minimumIncome()
              && facts.percentOfPlai() != null
              && BigDecimal.valueOf(facts.percentOfPlai()).compareTo(threshold) <= 0),
  /** Lodged for a time. */
  TEMPORARY_HOME(D, (facts, threshold) -> Homes.TEMPORARY.contains(facts.tenure())),
  /** The home is said to be unfit. */
  UNFIT_HOME(F, (facts, threshold) -> facts.motive("03")),
  /** Violence is the motive. */
  VIOLENCE(G, (facts, threshold) -> facts.motive("06")),
  /** A minor, and a home too small for its occupants. */
  MINOR_OVERCROWDED(J, (facts, threshold) -> facts.minor() && facts.overOccupied()),
  /** A minor, and a home said not to be decent. */
  MINOR_UNFIT_HOME(J, (facts, threshold) -> facts.minor() && facts.motive("03")),
  /** No home of one's own. */
  WITHOUT_HOME(
      K,
      (facts, threshold) ->
          Homes.NONE.contains(facts.tenure())
              || Homes.WITH_FAMILY.equals(facts.tenure()) && facts.motive("01")),
  /** Eviction proceedings. */
  EVICTION(L, (facts, threshold) -> facts.motive("05")),
  /** Younger than an age, and in a home of child welfare. */
  FORMER_CARE(
      M,
      (facts, threshold) ->
          Homes.CHILD_WELFARE.equals(facts.tenure())
              && BigDecimal.valueOf(facts.age()).compareTo(threshold) < 0);

  /** Codes of CURRENT_HOUSING. */
  private static final class Homes {
    static final Set<String> TEMPORARY = Set.of("RS", "RHVS", "SLHT", "SH", "HOT");
    static final Set<String> NONE = Set.of("SD", "CAMCAR", "SQUAT", "CP");
    static final String WITH_FAMILY = "CPE";
    static final String CHILD_WELFARE = "CDEFCM";
  }

  private final PriorityGround ground;
  private final BiPredicate<DetectionFacts, BigDecimal> holds;

  DetectionRule(PriorityGround ground, BiPredicate<DetectionFacts, BigDecimal> holds) {
    this.ground = ground;
    this.holds = holds;
  }

  /** The ground it proposes. */
  public PriorityGround ground() {
    return ground;
  }

  /**
   * Whether a demand looks like it.
   *
   * @param threshold what it compares with; null: nothing
   */
  public boolean holds(DetectionFacts facts, BigDecimal threshold) {
    return holds.test(facts, threshold);
  }
}
