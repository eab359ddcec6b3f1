package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.partner.PartnerKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A cancellation as asked (R.441-2-8).
 *
 * @param reason the legal reason
 * @param subReason IRRSEJ or IRRRES, mandatory with RADIRR; DECES, possible with RADABA
 * @param on day from which the demand is out of the file
 * @param noticeDate day on which the letter was handed or first presented, mandatory where the
 *     reason asks for notice
 * @param noticeTracking tracking number of a letter sent outside the application; null: it is one
 *     of the demand's letters here
 */
public record Cancellation(
    CancellationReason reason,
    String subReason,
    LocalDate on,
    LocalDate noticeDate,
    String noticeTracking) {
  private static final Set<String> SUB_REASONS = Set.of("IRRSEJ", "IRRRES");

  /** Sub-reason of a renunciation nobody could write: the sole signer has died. Local, assumed. */
  private static final String DEATH = "DECES";

  /** One that needs no letter, or whose letter is kept with the demand. */
  public Cancellation(
      CancellationReason reason, String subReason, LocalDate on, LocalDate noticeDate) {
    this(reason, subReason, on, noticeDate, null);
  }

  /** The same with the day on which its letter was presented. */
  public Cancellation presentedOn(LocalDate day) {
    return new Cancellation(reason, subReason, on, day, noticeTracking);
  }

  /** Whether the applicant has died, so that nobody is to be written to. */
  public boolean death() {
    return reason == CancellationReason.RADABA && DEATH.equals(subReason);
  }

  /**
   * What the law asks and this lacks.
   *
   * @param by kind of the partner that states it
   * @param leaving day from which the demand would be out of the file
   * @param periodStart last deposit or renewal of the demand
   */
  List<Fault> faults(
      LocalDate leaving,
      PartnerKind by,
      LocalDate today,
      LocalDate periodStart,
      DemandCalendar calendar) {
    if (reason == null) {
      return List.of(Fault.at("reason", "REQUIRED"));
    }
    List<Fault> faults = new ArrayList<>();
    if (!reason.statedBy(by)) {
      faults.add(Fault.at("reason", reservedTo()));
    }
    if (leaving.isAfter(today)) {
      faults.add(Fault.at("on", "DATE_IN_FUTURE"));
    }
    if (leaving.isBefore(periodStart)) {
      faults.add(Fault.at("on", "CANCELLATION_BEFORE_PERIOD", periodStart));
    }
    checkSubReason(faults);
    checkNotice(leaving, periodStart, calendar, faults);
    if (reason == CancellationReason.RADREN
        && leaving.isBefore(calendar.cancelledForNonRenewal(periodStart))) {
      faults.add(
          Fault.at("on", "NON_RENEWAL_TOO_EARLY", calendar.cancelledForNonRenewal(periodStart)));
    }
    return faults;
  }

  private String reservedTo() {
    return switch (reason) {
      case RADATT -> "CANCELLATION_BY_LEASE_ONLY";
      case RADIRR -> "CANCELLATION_BY_LANDLORD_ONLY";
      default -> "CANCELLATION_BY_MANAGER_ONLY";
    };
  }

  private void checkSubReason(List<Fault> faults) {
    boolean needed = reason == CancellationReason.RADIRR;
    if (needed && subReason == null) {
      faults.add(Fault.at("subReason", "REQUIRED"));
    } else if (subReason != null && !needed && !death()) {
      faults.add(Fault.at("subReason", "SUB_REASON_NOT_EXPECTED"));
    } else if (needed && !SUB_REASONS.contains(subReason)) {
      faults.add(Fault.at("subReason", "UNKNOWN_CODE", subReason));
    }
  }

  private void checkNotice(
      LocalDate leaving, LocalDate periodStart, DemandCalendar calendar, List<Fault> faults) {
    if (!reason.needsNotice()) {
      return;
    }
    if (noticeDate == null) {
      faults.add(Fault.at("noticeDate", "REQUIRED"));
    } else if (noticeDate.isBefore(periodStart)) {
      faults.add(Fault.at("noticeDate", "NOTICE_BEFORE_PERIOD", periodStart));
    } else if (leaving.isBefore(calendar.cancellableAfterNotice(noticeDate))) {
      faults.add(
          Fault.at("noticeDate", "NOTICE_TOO_SHORT", calendar.cancellableAfterNotice(noticeDate)));
    }
  }
}
