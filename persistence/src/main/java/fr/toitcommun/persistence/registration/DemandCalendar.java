package fr.toitcommun.persistence.registration;

import java.time.LocalDate;

/**
 * The dates in the life of a demand (R.441-2-7, R.441-2-8; local specification, arrêté of 23 March
 * 2015, annex §6.1). Months are calendar months: a date that the shorter month lacks falls on that
 * month's last day. Durations are reference data ({@code rule_parameter}).
 *
 * @param validityMonths how long a deposit or a renewal holds: 12
 * @param noticeMonths how long before its end the applicant is told: 1
 * @param cancellationMonths when a demand that was not renewed is cancelled, from the last deposit
 *     or renewal: 13
 * @param reinstatementMonths until when it may be taken up again with its number and seniority: 18
 * @param unreachableNoticeMonths how long before a cancellation the letter of R.441-2-8 c) and d)
 *     went: 1
 * @param unreachableReinstatementMonths until when a demand cancelled as unreachable may be taken
 *     up again, from its cancellation: 5
 */
public record DemandCalendar(
    int validityMonths,
    int noticeMonths,
    int cancellationMonths,
    int reinstatementMonths,
    int unreachableNoticeMonths,
    int unreachableReinstatementMonths) {

  /** Last day on which a demand presented or renewed on this day is active (R.441-2-7). */
  public LocalDate validUntil(LocalDate from) {
    return from.plusMonths(validityMonths);
  }

  /** Last day on which the notice of renewal may be sent (R.441-2-7). */
  public LocalDate noticeBy(LocalDate from) {
    return validUntil(from).minusMonths(noticeMonths);
  }

  /** The latest end of validity whose notice may still wait until this day, and no longer. */
  public LocalDate endNoticedBy(LocalDate day) {
    LocalDate end = day.plusMonths(noticeMonths);
    while (!end.plusDays(1).minusMonths(noticeMonths).isAfter(day)) {
      end = end.plusDays(1);
    }
    return end;
  }

  /** Day on which a demand that was not renewed is cancelled (R.441-2-8 e). */
  public LocalDate cancelledForNonRenewal(LocalDate from) {
    return from.plusMonths(cancellationMonths);
  }

  /**
   * First day on which a demand that was not renewed may be cancelled, its notice having gone on
   * that day: thirteen months after the period began, and never within the month after the notice
   * (L.441-2-1, R.441-2-8 e).
   */
  public LocalDate cancelledForNonRenewal(LocalDate from, LocalDate noticeSentOn) {
    LocalDate byLaw = cancelledForNonRenewal(from);
    LocalDate afterNotice = noticeSentOn.plusMonths(noticeMonths);
    return afterNotice.isAfter(byLaw) ? afterNotice : byLaw;
  }

  /** Last day on which a demand not renewed may be taken up again. */
  public LocalDate reinstatableUntil(LocalDate from) {
    return from.plusMonths(reinstatementMonths);
  }

  /** First day on which a demand may be cancelled after a letter of that day (R.441-2-8 c, d). */
  public LocalDate cancellableAfterNotice(LocalDate notice) {
    return notice.plusMonths(unreachableNoticeMonths);
  }

  /** Last day on which a demand cancelled as unreachable on that day may be taken up again. */
  public LocalDate unreachableReinstatableUntil(LocalDate cancelledOn) {
    return cancelledOn.plusMonths(unreachableReinstatementMonths);
  }
}
