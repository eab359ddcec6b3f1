package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Leases;
import fr.toitcommun.ejb.allocation.Proposals;
import fr.toitcommun.ejb.allocation.Vacancies;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.persistence.allocation.LeaseData;
import fr.toitcommun.persistence.allocation.ProposalRow;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.web.shell.Done;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * Signing the lease of an allocation, with the data that the law asks for (R.441-2-8; arrêté of 17
 * September 2012).
 */
@Named
@ViewScoped
public class SignLease implements Serializable {
  @Inject private Leases leases;
  @Inject private Proposals proposals;
  @Inject private Vacancies vacancies;
  @Inject private DemandFiles files;

  private long id;
  private ProposalRow proposal;
  private VacancyRow dwelling;
  private LocalDate signedOn;
  private Boolean wasTenant;
  private String agreement;
  private String dalo;
  private String quota;
  private boolean renewal;
  private boolean confirmed;
  private DemandFile household;

  /** Reads what is to be signed; what the file knows is proposed. */
  public void load() {
    proposal = proposals.open(id);
    dwelling = vacancies.open(proposal.vacancyId());
    household = files.open(proposal.uniqueNumber());
    dalo = household.daloStatus();
    quota = dwelling.quota();
  }

  /** Signs: the demand leaves the file as satisfied. */
  public void sign() {
    leases.sign(
        id,
        new LeaseData(
            signedOn, wasTenant, agreement, dalo, quota, renewal, confirmed, household.version()));
    Done.go("/vacancy.xhtml?id=" + proposal.vacancyId(), "lease.done", proposal.applicant());
  }

  public ProposalRow getProposal() {
    return proposal;
  }

  public VacancyRow getDwelling() {
    return dwelling;
  }

  public LocalDate getSignedOn() {
    return signedOn;
  }

  public void setSignedOn(LocalDate signedOn) {
    this.signedOn = signedOn;
  }

  public Boolean getWasTenant() {
    return wasTenant;
  }

  public void setWasTenant(Boolean wasTenant) {
    this.wasTenant = wasTenant;
  }

  public String getAgreement() {
    return agreement;
  }

  public void setAgreement(String agreement) {
    this.agreement = agreement;
  }

  public String getDalo() {
    return dalo;
  }

  public void setDalo(String dalo) {
    this.dalo = dalo;
  }

  /** The demand as it stands: what is confirmed as the situation at allocation. */
  public DemandFile getHousehold() {
    return household;
  }

  public boolean isRenewal() {
    return renewal;
  }

  public void setRenewal(boolean renewal) {
    this.renewal = renewal;
  }

  public boolean isConfirmed() {
    return confirmed;
  }

  public void setConfirmed(boolean confirmed) {
    this.confirmed = confirmed;
  }

  public String getQuota() {
    return quota;
  }

  public void setQuota(String quota) {
    this.quota = quota;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
