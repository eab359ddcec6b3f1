package fr.toitcommun.web.registration;

import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.registration.Cancellation;
import fr.toitcommun.persistence.registration.CancellationReason;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** A cancellation while it is typed. */
public class CancellationForm implements Serializable {
  private CancellationReason reason;
  private String subReason;
  private LocalDate on;
  private LocalDate noticeDate;
  private String noticeTracking;

  /** Reasons that an agent of such a partner may state (R.441-2-8). */
  public List<CancellationReason> reasons(PartnerKind kind) {
    return Arrays.stream(CancellationReason.values()).filter(one -> one.statedBy(kind)).toList();
  }

  Cancellation asked() {
    // What was proposed for the reasons that need a letter is said of no other.
    boolean noticed = reason != null && reason.needsNotice();
    return new Cancellation(
        reason, subReason, on, noticed ? noticeDate : null, noticed ? noticeTracking : null);
  }

  /** Proposes the day on which a letter was presented. */
  public void propose(LocalDate presentedOn) {
    noticeDate = presentedOn;
  }

  public CancellationReason getReason() {
    return reason;
  }

  public void setReason(CancellationReason reason) {
    this.reason = reason;
  }

  public String getSubReason() {
    return subReason;
  }

  public void setSubReason(String subReason) {
    this.subReason = subReason;
  }

  /** Null: today. */
  public LocalDate getOn() {
    return on;
  }

  public void setOn(LocalDate on) {
    this.on = on;
  }

  public LocalDate getNoticeDate() {
    return noticeDate;
  }

  public void setNoticeDate(LocalDate noticeDate) {
    this.noticeDate = noticeDate;
  }

  /** Of a letter sent outside the application. */
  public String getNoticeTracking() {
    return noticeTracking;
  }

  public void setNoticeTracking(String noticeTracking) {
    this.noticeTracking = noticeTracking;
  }
}
