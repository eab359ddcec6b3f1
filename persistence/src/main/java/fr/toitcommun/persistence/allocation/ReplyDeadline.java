package fr.toitcommun.persistence.allocation;

import java.time.LocalDate;

/**
 * Until when an applicant may answer an offer (R.441-10): at least ten days, counted from the day
 * after notification; a last day that is not worked is put off to the next working day.
 */
public final class ReplyDeadline {
  private ReplyDeadline() {}

  /**
   * The last day to answer.
   *
   * @param notified day on which the offer was handed or first presented
   * @param days days to answer, from {@code rule_parameter} OFFER_REPLY_DAYS
   */
  public static LocalDate after(LocalDate notified, int days) {
    return FrenchCalendar.workingDayFrom(notified.plusDays(days));
  }
}
