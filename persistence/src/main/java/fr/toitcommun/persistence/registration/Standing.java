package fr.toitcommun.persistence.registration;

import java.time.LocalDate;

/**
 * Since when a demand counts and how long it holds.
 *
 * @param deposit initial deposit, from which seniority counts
 * @param renewal last renewal; null when there was none
 * @param validUntil last day of the present period
 */
public record Standing(LocalDate deposit, LocalDate renewal, LocalDate validUntil) {

  /**
   * Of two demands of one person as one: the older seniority, and the period of the one that was
   * presented or renewed later, which is the applicant's latest word (R.441-2-7).
   */
  public Standing joined(Standing other) {
    LocalDate oldest = earlier(deposit, other.deposit);
    LocalDate latest = later(presented(), other.presented());
    return new Standing(
        oldest, latest.equals(oldest) ? null : latest, later(validUntil, other.validUntil));
  }

  /**
   * As before a merging; a renewal that came after it stays, with its period.
   *
   * @param before how the demand stood then
   * @param renewalThen last renewal as the merging left it
   */
  public Standing parted(Standing before, LocalDate renewalThen) {
    boolean renewedSince = renewal != null && !renewal.equals(renewalThen);
    return renewedSince ? new Standing(before.deposit, renewal, validUntil) : before;
  }

  private LocalDate presented() {
    return renewal == null ? deposit : renewal;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
