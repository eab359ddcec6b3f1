package fr.toitcommun.persistence.allocation;

/**
 * What a demand is or is not, kept as one bit each in the row that candidates are searched by. The
 * order of declaration gives the bit and must not change.
 */
public enum CandidateTrait {
  /** Tenant of social housing who wants another one. */
  TRANSFER("d.transfer"),
  /** Needs a dwelling adapted to a disability. */
  ADAPTED("d.needs_adapted_dwelling"),
  /** Someone in the household is disabled. */
  DISABILITY("f.disabled"),
  /** Recognised under the enforceable right to housing (L.441-2-3). */
  DALO("d.dalo_status = 'ACTIF'"),
  /** Under a collective agreement, ACD or ACI. */
  AGREEMENT("d.collective_agreement in ('ACD', 'ACI')"),
  /** An adult works for an employer who contributes to Action Logement. */
  CONTRIBUTOR("d.salaried_contributor"),
  /** Waited longer than the préfet calls normal (L.441-1-4). */
  ABNORMAL_DELAY("d.abnormal_delay_since is not null"),
  /** Would take a dwelling outside the wished places, if it came sooner. */
  OTHER_PLACES("d.accepts_other_locations");

  private final String sql;

  CandidateTrait(String sql) {
    this.sql = sql;
  }

  /** The bit that stands for this trait in a stored set. */
  public int bit() {
    return 1 << ordinal();
  }

  /** Whether a stored set holds it. */
  public boolean in(int traits) {
    return (traits & bit()) != 0;
  }

  /** All of them as one number, in SQL: of the demand {@code d} with its facts {@code f}. */
  static String allSql() {
    StringBuilder sum = new StringBuilder();
    for (CandidateTrait trait : values()) {
      sum.append(sum.isEmpty() ? "" : " + ")
          .append("case when ")
          .append(trait.sql)
          .append(" then ")
          .append(trait.bit())
          .append(" else 0 end");
    }
    return sum.toString();
  }
}
