package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Commitments;
import fr.toitcommun.persistence.allocation.commitment.CommitmentView;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;

/** Year, landlord and EPCI of what a page counts. */
public abstract class FollowingFilter implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Commitments commitments;

  private Long year;
  private Long landlord;
  private String epci;
  private List<CommitmentView.Choice> landlords;
  private List<CommitmentView.Choice> territories;

  /** The boundary. */
  protected Commitments commitments() {
    return commitments;
  }

  /** Reads what may be chosen. */
  protected void loadChoices() {
    landlords = commitments.landlords(asked());
    territories = commitments.territories(asked());
  }

  /** The year asked for; null: this one. */
  protected Integer asked() {
    return year == null ? null : Math.toIntExact(Math.min(year, 9999));
  }

  public List<CommitmentView.Choice> getLandlords() {
    return landlords;
  }

  public List<CommitmentView.Choice> getTerritories() {
    return territories;
  }

  /** The landlord as the choice names it. */
  public String getLandlordCode() {
    return landlord == null ? null : landlord.toString();
  }

  public Long getYear() {
    return year;
  }

  public void setYear(Long year) {
    this.year = year;
  }

  public Long getLandlord() {
    return landlord;
  }

  public void setLandlord(Long landlord) {
    this.landlord = landlord;
  }

  public String getEpci() {
    return epci;
  }

  public void setEpci(String epci) {
    this.epci = epci;
  }
}
