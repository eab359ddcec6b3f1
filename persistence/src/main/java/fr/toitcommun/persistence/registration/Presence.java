package fr.toitcommun.persistence.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;

/**
 * The place of a demand in the file: since when it counts, how long it holds, and what took it out
 * (R.441-2-7, R.441-2-8).
 */
@Embeddable
public class Presence {
  @Enumerated(EnumType.STRING)
  private DemandStatus status;

  @Column(name = "initial_deposit_date")
  private LocalDate deposit;

  @Column(name = "last_renewal_date")
  private LocalDate renewal;

  @Column(name = "valid_until")
  private LocalDate validUntil;

  @Enumerated(EnumType.STRING)
  @Column(name = "cancellation_reason")
  private CancellationReason reason;

  @Column(name = "cancellation_sub_reason")
  private String subReason;

  @Column(name = "cancelled_on")
  private LocalDate cancelledOn;

  @Column(name = "cancellation_notice_date")
  private LocalDate noticeDate;

  @Column(name = "cancellation_notice_tracking")
  private String noticeTracking;

  /** The demand that stands for this one since they were merged; null unless it was. */
  @Column(name = "merged_into")
  private Long mergedInto;

  @Column(name = "merged_on")
  private LocalDate mergedOn;

  /** For the persistence provider. */
  protected Presence() {}

  /** In the file from this deposit, for a first period. */
  static Presence since(LocalDate deposit, DemandCalendar calendar) {
    Presence presence = new Presence();
    presence.status = DemandStatus.ACTIVE;
    presence.deposit = deposit;
    presence.validUntil = calendar.validUntil(deposit);
    return presence;
  }

  DemandStatus status() {
    return status;
  }

  CancellationReason reason() {
    return reason;
  }

  String subReason() {
    return subReason;
  }

  LocalDate cancelledOn() {
    return cancelledOn;
  }

  Standing standing() {
    return new Standing(deposit, renewal, validUntil);
  }

  void stand(Standing standing) {
    deposit = standing.deposit();
    renewal = standing.renewal();
    validUntil = standing.validUntil();
  }

  void renew(LocalDate on, DemandCalendar calendar) {
    requireActive();
    if (on.isBefore(periodStart())) {
      throw RefusedInput.at("on", "RENEWAL_BEFORE_PERIOD", periodStart());
    }
    startPeriod(on, calendar);
  }

  private void startPeriod(LocalDate on, DemandCalendar calendar) {
    renewal = on;
    validUntil = calendar.validUntil(on);
  }

  /** Last deposit or renewal. */
  LocalDate periodStart() {
    return renewal == null ? deposit : renewal;
  }

  /** Leaves the file by a cancellation that nothing speaks against. */
  void cancel(Cancellation cancellation, LocalDate on) {
    leave(cancellation.reason(), cancellation.subReason(), on);
    noticeDate = cancellation.noticeDate();
    noticeTracking = cancellation.noticeTracking();
  }

  void satisfy(LocalDate signedOn) {
    requireActive();
    leave(CancellationReason.RADATT, null, signedOn);
  }

  private void leave(CancellationReason why, String precisely, LocalDate on) {
    status = DemandStatus.CANCELLED;
    reason = why;
    subReason = precisely;
    cancelledOn = on;
  }

  void takeBackLease() {
    if (reason != CancellationReason.RADATT) {
      throw RefusedInput.because("NOT_LEFT_BY_LEASE");
    }
    comeBack();
  }

  private void comeBack() {
    status = DemandStatus.ACTIVE;
    reason = null;
    subReason = null;
    cancelledOn = null;
  }

  void reinstate(LocalDate on, DemandCalendar calendar) {
    requireNotMerged();
    if (status != DemandStatus.CANCELLED) {
      throw RefusedInput.because("DEMAND_ALREADY_ACTIVE");
    }
    LocalDate last = reinstatableUntil(calendar);
    if (last == null) {
      throw RefusedInput.because("REINSTATEMENT_NOT_ALLOWED");
    }
    if (on.isAfter(last)) {
      throw RefusedInput.because("REINSTATEMENT_TOO_LATE", last);
    }
    comeBack();
    noticeDate = null;
    noticeTracking = null;
    startPeriod(on, calendar);
  }

  LocalDate reinstatableUntil(DemandCalendar calendar) {
    if (reason == CancellationReason.RADREN) {
      return calendar.reinstatableUntil(periodStart());
    }
    return reason == CancellationReason.RADCON
        ? calendar.unreachableReinstatableUntil(cancelledOn)
        : null;
  }

  /**
   * Leaves the file for a demand that stands for both.
   *
   * @param survivor the place of that demand
   * @param id its identity
   */
  void mergeInto(Presence survivor, Long id, LocalDate on) {
    survivor.stand(survivor.standing().joined(standing()));
    status = DemandStatus.MERGED;
    mergedInto = id;
    mergedOn = on;
  }

  /** Comes back; the survivor stands as {@link Standing#parted} has it. */
  void comeBackFrom(Presence survivor, Standing before, LocalDate renewalThen) {
    survivor.stand(survivor.standing().parted(before, renewalThen));
    status = DemandStatus.ACTIVE;
    mergedInto = null;
    mergedOn = null;
  }

  private void requireNotMerged() {
    if (status == DemandStatus.MERGED) {
      throw RefusedInput.because("DEMAND_MERGED", mergedOn);
    }
  }

  void requireActive() {
    requireNotMerged();
    if (status != DemandStatus.ACTIVE) {
      throw RefusedInput.because("DEMAND_NOT_ACTIVE", cancelledOn);
    }
  }
}
