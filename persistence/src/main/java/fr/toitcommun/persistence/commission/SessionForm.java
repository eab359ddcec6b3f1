package fr.toitcommun.persistence.commission;

import java.time.LocalDateTime;

/** Date and place of a session, as typed. */
public class SessionForm {
  private LocalDateTime heldAt;
  private String place;
  private Long commissionId;

  /** Local date and time. */
  public LocalDateTime getHeldAt() {
    return heldAt;
  }

  public void setHeldAt(LocalDateTime heldAt) {
    this.heldAt = heldAt;
  }

  public String getPlace() {
    return place;
  }

  public void setPlace(String place) {
    this.place = place;
  }

  /** Whose session it is; null: of the landlord's first commission. */
  public Long getCommissionId() {
    return commissionId;
  }

  public void setCommissionId(Long commissionId) {
    this.commissionId = commissionId;
  }
}
