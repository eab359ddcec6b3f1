package fr.toitcommun.persistence.registration.campaign;

import fr.toitcommun.persistence.registration.DemandCalendar;
import java.time.LocalDate;

/**
 * When the renewal campaign writes (R.441-2-7).
 *
 * @param leadDays how many days before the last lawful one a notice goes, so that nights on which
 *     the campaign does not run make none late
 * @param reminderDays how many days before the end a word more goes
 * @param calendar the delays of the law
 */
public record CampaignRhythm(int leadDays, int reminderDays, DemandCalendar calendar) {

  /** Demands that end on this day or before are owed their notice on that day. */
  public LocalDate noticedUpTo(LocalDate day) {
    return calendar.endNoticedBy(day.plusDays(leadDays));
  }

  /** Demands that end on this day or before, and not before today, are owed a reminder. */
  public LocalDate remindedUpTo(LocalDate day) {
    return day.plusDays(reminderDays);
  }
}
