package fr.toitcommun.persistence.allocation.scoring;

/** How a territory ranks candidates; those who are equal go by seniority. */
public enum ScoringMethod {
  /** Most points first (L.441-2-8). */
  SCORE("100000 - coalesce(s.score, 0)"),
  /** Oldest deposit first. */
  SENIORITY("0"),
  /** Enforceable right to housing, then other certified priorities (L.441-1), then the others. */
  PRIORITY_FIRST(
      "case when d.dalo_status = 'ACTIF' then 0 when d.priority_grounds <> 0"
          + " or d.collective_agreement in ('ACD', 'ACI') then 1 else 2 end");

  private final String band;

  ScoringMethod(String band) {
    this.band = band;
  }

  /**
   * What goes before seniority, in SQL: least first.
   *
   * <p>Speaks of the demand {@code d} and of its score in the territory {@code s}.
   */
  public String band() {
    return band;
  }
}
