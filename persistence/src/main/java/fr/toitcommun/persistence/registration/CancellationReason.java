package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.partner.PartnerKind;

/** Why a demand leaves the file (R.441-2-8), with the codes of the national interface. */
public enum CancellationReason {
  /** a) a dwelling was allocated and the lease is signed: the landlord, by signing it. */
  RADATT,
  /** b) the applicant renounces in writing, or has died: whoever receives the letter. */
  RADABA,
  /** c) no answer to a letter sent to the last known address: its sender. */
  RADCON,
  /** d) rejected as inadmissible by a commission, with a sub-reason: the landlord. */
  RADIRR,
  /** e) not renewed in time: the manager of the file. */
  RADREN;

  /**
   * Whether an agent of such a partner may state this reason (R.441-2-8: who radiates for what).
   */
  public boolean statedBy(PartnerKind kind) {
    return switch (this) {
      case RADATT -> false;
      case RADABA, RADCON -> true;
      case RADIRR -> kind == PartnerKind.LANDLORD;
      case RADREN -> kind == PartnerKind.FILE_MANAGER;
    };
  }

  /** Whether a letter must have been sent at least a month before (R.441-2-8 c and d). */
  public boolean needsNotice() {
    return this == RADCON || this == RADIRR;
  }
}
