package fr.toitcommun.persistence.observatory.quality;

/**
 * How many active demands of a desk an indicator finds.
 *
 * @param indicator name of a {@link QualityIndicator}, or {@value #ACTIVE}
 */
public record QualityCount(String departementCode, long deskId, String indicator, int number) {
  /** All active demands: what shares are shares of. */
  public static final String ACTIVE = "ACTIVE";
}
