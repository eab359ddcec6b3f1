package fr.toitcommun.persistence.registration;

/** Why a demand leaves the file (R.441-2-8), with the codes of the national interface. */
public enum CancellationReason {
  /** a) a dwelling was allocated and the lease is signed. */
  RADATT,
  /** b) the applicant renounces in writing. */
  RADABA,
  /** c) no answer to a letter sent to the last known address. */
  RADCON,
  /** d) rejected as inadmissible by a commission; a sub-reason is mandatory. */
  RADIRR,
  /** e) not renewed in time. */
  RADREN;

  /** Whether a letter must have been sent at least a month before (R.441-2-8 c and d). */
  public boolean needsNotice() {
    return this == RADCON || this == RADIRR;
  }
}
