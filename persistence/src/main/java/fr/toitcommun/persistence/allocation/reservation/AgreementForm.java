package fr.toitcommun.persistence.allocation.reservation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A reservation agreement as it is typed. It may hold anything: {@link AgreementRules} say what is
 * wrong.
 */
public class AgreementForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private Long landlordId;
  private Long holderId;
  private String departementCode;
  private String quota;
  private BigDecimal percent;
  private BigDecimal agentsPercent;
  private List<String> identified = new ArrayList<>();
  private Integer designationDays;
  private LocalDate signedOn;
  private LocalDate validFrom;
  private LocalDate validTo;

  /** The landlord; null: the caller's own. */
  public Long getLandlordId() {
    return landlordId;
  }

  public void setLandlordId(Long landlordId) {
    this.landlordId = landlordId;
  }

  /** The reservation holder. */
  public Long getHolderId() {
    return holderId;
  }

  public void setHolderId(Long holderId) {
    this.holderId = holderId;
  }

  /** Where it holds. */
  public String getDepartementCode() {
    return departementCode;
  }

  public void setDepartementCode(String departementCode) {
    this.departementCode = departementCode;
  }

  /** Whose contingent (code list QUOTA). */
  public String getQuota() {
    return quota;
  }

  public void setQuota(String quota) {
    this.quota = quota;
  }

  /** Share of the flow of a year, percent; null: identified dwellings only. */
  public BigDecimal getPercent() {
    return percent;
  }

  public void setPercent(BigDecimal percent) {
    this.percent = percent;
  }

  /** Of it, for agents of the State, percent; null: none. */
  public BigDecimal getAgentsPercent() {
    return agentsPercent;
  }

  public void setAgentsPercent(BigDecimal agentsPercent) {
    this.agentsPercent = agentsPercent;
  }

  /** The landlord's references of the dwellings reserved one by one. */
  public List<String> getIdentified() {
    return identified;
  }

  public void setIdentified(List<String> identified) {
    this.identified = identified;
  }

  /** Days to designate. */
  public Integer getDesignationDays() {
    return designationDays;
  }

  public void setDesignationDays(Integer designationDays) {
    this.designationDays = designationDays;
  }

  public LocalDate getSignedOn() {
    return signedOn;
  }

  public void setSignedOn(LocalDate signedOn) {
    this.signedOn = signedOn;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  /** Last day; null: open. */
  public LocalDate getValidTo() {
    return validTo;
  }

  public void setValidTo(LocalDate validTo) {
    this.validTo = validTo;
  }
}
