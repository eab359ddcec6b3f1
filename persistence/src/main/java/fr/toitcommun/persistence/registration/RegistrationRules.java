package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.campaign.CampaignRhythm;
import java.time.LocalDate;

/** Takes delays and amounts of registration from the dated reference data. */
public final class RegistrationRules {
  private RegistrationRules() {}

  /** The delays in force on that day. */
  public static DemandCalendar calendar(Reference reference, LocalDate day) {
    return new DemandCalendar(
        reference.value("VALIDITY_MONTHS", day),
        reference.value("RENEWAL_NOTICE_MONTHS", day),
        reference.value("NON_RENEWAL_CANCELLATION_MONTHS", day),
        reference.value("REINSTATEMENT_MONTHS", day),
        reference.value("UNREACHABLE_NOTICE_MONTHS", day),
        reference.value("UNREACHABLE_REINSTATEMENT_MONTHS", day));
  }

  /** When the renewal campaign of that day writes. */
  public static CampaignRhythm campaign(Reference reference, LocalDate day) {
    return new CampaignRhythm(
        reference.value("RENEWAL_NOTICE_LEAD_DAYS", day),
        reference.value("RENEWAL_REMINDER_DAYS", day),
        calendar(reference, day));
  }

  /** The amounts on households in force on that day. */
  public static HouseholdRules household(Reference reference, LocalDate day) {
    return new HouseholdRules(
        reference.value("YOUNG_COUPLE_AGE_SUM", day),
        reference.value("INCOME_DECREASE_PERCENT", day));
  }
}
