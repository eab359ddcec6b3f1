package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Matching;
import fr.toitcommun.persistence.allocation.CandidatePage;
import fr.toitcommun.persistence.allocation.CandidateRow;
import fr.toitcommun.persistence.allocation.CandidateSearch;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Me;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/**
 * The ranked applicants of a dwelling, vacant or only described, and proposing it to some of them.
 */
@Named
@ViewScoped
public class FindCandidates implements Serializable {
  private static final int ROWS = 25;

  @Inject private Matching matching;
  @Inject private Me me;

  private Long vacancy;
  private String municipality;
  private DwellingType type;
  private FundingScheme scheme;
  private Trail trail = Trail.START;
  private VacancyRow dwelling;
  private CandidatePage page;

  /** Searches, when the address says for what. */
  public void load() {
    me.require(Right.MATCH);
    if (vacancy != null) {
      dwelling = matching.dwelling(vacancy);
      page = matching.candidates(vacancy, trail.after(), ROWS);
    } else if (municipality != null || type != null || scheme != null) {
      page =
          matching.candidates(
              new CandidateSearch(municipality, type, scheme, null), trail.after(), ROWS);
    }
  }

  /** Searches for the dwelling described, under an address that can be shared. */
  public void describe() {
    matching.candidates(new CandidateSearch(municipality, type, scheme, null), trail.after(), 1);
    Done.go(
        "/candidates.xhtml?municipality=%s&type=%s&scheme=%s".formatted(municipality, type, scheme),
        null);
  }

  /** Whether this dwelling is under proposal to them already. */
  public boolean proposedHere(CandidateRow row) {
    return row.proposalHere() != null && ProposalStatus.valueOf(row.proposalHere()).isOpen();
  }

  /** Address of this search, to which the part's beginning is added. */
  public String getAddress() {
    return vacancy != null
        ? "candidates.xhtml?vacancy=" + vacancy
        : "candidates.xhtml?municipality=%s&type=%s&scheme=%s"
            .formatted(municipality, type, scheme);
  }

  /** Rank of the last row shown. */
  public long getLastRank() {
    return trail.after().rank() + page.rows().size();
  }

  /** Type of the dwelling. */
  public DwellingType getSought() {
    return dwelling == null ? type : dwelling.type();
  }

  /** Its financing. */
  public FundingScheme getFinancing() {
    return dwelling == null ? scheme : dwelling.scheme();
  }

  public VacancyRow getDwelling() {
    return dwelling;
  }

  public CandidatePage getPage() {
    return page;
  }

  /** Where the list begins and how it was come to. */
  public Trail getTrail() {
    return trail;
  }

  public String getAfter() {
    return trail.word();
  }

  public void setAfter(String word) {
    trail = Trail.read(word);
  }

  public Long getVacancy() {
    return vacancy;
  }

  public void setVacancy(Long vacancy) {
    this.vacancy = vacancy;
  }

  public String getMunicipality() {
    return municipality;
  }

  public void setMunicipality(String municipality) {
    this.municipality = municipality;
  }

  public DwellingType getType() {
    return type;
  }

  public void setType(DwellingType type) {
    this.type = type;
  }

  public FundingScheme getScheme() {
    return scheme;
  }

  public void setScheme(FundingScheme scheme) {
    this.scheme = scheme;
  }
}
