package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.campaign.CampaignRhythm;
import fr.toitcommun.persistence.registration.figure.OccupationRules;
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
        reference.value("INCOME_DECREASE_PERCENT", day),
        reference.value("RECENT_INCOME_MONTHS", day),
        new UnitScale(
            reference.number("OTHER_PERSON_UNITS", day),
            reference.number("CHILD_UNITS", day),
            reference.value("CHILD_UNITS_BELOW_AGE", day),
            reference.parameter("OTHER_PERSON_UNITS", null, day).assumed()));
  }

  /** The surfaces and rooms of over- and under-occupation in force on that day. */
  public static OccupationRules occupation(Reference reference, LocalDate day) {
    return new OccupationRules(
        reference.value("OCCUPATION_ONE_PERSON", day),
        reference.value("OCCUPATION_TWO_PERSONS", day),
        reference.value("OCCUPATION_EACH_FURTHER", day),
        reference.value("OCCUPATION_MOST", day),
        reference.value("UNDER_OCCUPATION_MARGIN", day),
        reference.parameter("OCCUPATION_ONE_PERSON", null, day).assumed());
  }
}
