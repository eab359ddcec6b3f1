package fr.toitcommun.persistence.allocation;

import java.time.LocalDate;

/**
 * A vacancy of a dwelling as its landlord declares it. It may hold anything: {@link
 * VacancyControls} say what is wrong.
 */
public class VacancyForm {
  private LocalDate noticeOn;
  private LocalDate availableFrom;
  private String reason;
  private LocalDate worksUntil;
  private String flowExclusion;
  private String quota;
  private String quotaReason;

  /** Day on which the tenant's notice was received; null: there was none. */
  public LocalDate getNoticeOn() {
    return noticeOn;
  }

  public void setNoticeOn(LocalDate noticeOn) {
    this.noticeOn = noticeOn;
  }

  /** Day from which it can be let. */
  public LocalDate getAvailableFrom() {
    return availableFrom;
  }

  public void setAvailableFrom(LocalDate availableFrom) {
    this.availableFrom = availableFrom;
  }

  /** Why it is vacant (code list VACANCY_REASON); null: not stated. */
  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  /** Last day of works; null: none. */
  public LocalDate getWorksUntil() {
    return worksUntil;
  }

  public void setWorksUntil(LocalDate worksUntil) {
    this.worksUntil = worksUntil;
  }

  /**
   * Why it does not count in the flow of the agreements (code list FLOW_EXCLUSION, R.441-5); null:
   * it counts.
   */
  public String getFlowExclusion() {
    return flowExclusion;
  }

  public void setFlowExclusion(String flowExclusion) {
    this.flowExclusion = flowExclusion;
  }

  /** Whose contingent (code list QUOTA); null: as the agreements have it. */
  public String getQuota() {
    return quota;
  }

  public void setQuota(String quota) {
    this.quota = quota;
  }

  /** Why not as the agreements have it; needed only then. */
  public String getQuotaReason() {
    return quotaReason;
  }

  public void setQuotaReason(String quotaReason) {
    this.quotaReason = quotaReason;
  }
}
