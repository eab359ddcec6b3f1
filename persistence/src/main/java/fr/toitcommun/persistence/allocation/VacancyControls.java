package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.PlainText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What makes the declaration of a vacancy invalid, whatever the dwelling. */
public final class VacancyControls {
  /** Notices of tenants are received at most so long before, in years. */
  private static final int OLDEST = 5;

  private static final int LONGEST_REASON = 200;

  private VacancyControls() {}

  /** Every fault of a declaration. */
  public static List<Fault> check(VacancyForm form, Reference reference, LocalDate today) {
    List<Fault> faults = new ArrayList<>();
    LocalDate first = today.minusYears(OLDEST);
    LocalDate last = today.plusYears(2);
    if (form.getAvailableFrom() == null) {
      faults.add(Fault.at("availableFrom", "REQUIRED"));
    } else {
      between("availableFrom", form.getAvailableFrom(), first, last, faults);
    }
    between("noticeOn", form.getNoticeOn(), first, today, faults);
    if (form.getNoticeOn() != null
        && form.getAvailableFrom() != null
        && form.getNoticeOn().isAfter(form.getAvailableFrom())) {
      faults.add(Fault.at("noticeOn", "NOTICE_AFTER_AVAILABILITY", form.getAvailableFrom()));
    }
    between("worksUntil", form.getWorksUntil(), first, last, faults);
    if (form.getWorksUntil() != null
        && form.getAvailableFrom() != null
        && form.getWorksUntil().isAfter(form.getAvailableFrom())) {
      faults.add(Fault.at("worksUntil", "WORKS_AFTER_AVAILABILITY", form.getAvailableFrom()));
    }
    code("reason", "VACANCY_REASON", form.getReason(), reference, today, faults);
    code("flowExclusion", "FLOW_EXCLUSION", form.getFlowExclusion(), reference, today, faults);
    code("quota", "QUOTA", form.getQuota(), reference, today, faults);
    if (form.getQuotaReason() != null && form.getQuotaReason().length() > LONGEST_REASON) {
      faults.add(Fault.at("quotaReason", "TOO_LONG", LONGEST_REASON));
    } else if (!PlainText.allows(form.getQuotaReason())) {
      faults.add(Fault.at("quotaReason", "ILLEGAL_CHARACTERS"));
    }
    return faults;
  }

  private static void between(
      String field, LocalDate day, LocalDate first, LocalDate last, List<Fault> faults) {
    if (day != null && (day.isBefore(first) || day.isAfter(last))) {
      faults.add(Fault.at(field, "DATE_OUT_OF_RANGE", first, last));
    }
  }

  private static void code(
      String field,
      String list,
      String code,
      Reference reference,
      LocalDate today,
      List<Fault> faults) {
    if (code != null && !reference.isValid(list, code, today)) {
      faults.add(Fault.at(field, "UNKNOWN_CODE", code.substring(0, Math.min(20, code.length()))));
    }
  }
}
