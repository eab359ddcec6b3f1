package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Matching;
import fr.toitcommun.ejb.allocation.Proposals;
import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.persistence.allocation.CandidatePage;
import fr.toitcommun.persistence.allocation.CandidateRow;
import fr.toitcommun.persistence.allocation.CandidateSearch;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.web.shell.Done;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ranked applicants of a dwelling, vacant or only described, and proposing it to some of them.
 */
@Named
@ViewScoped
public class FindCandidates implements Serializable {
  private static final int ROWS = 25;

  @Inject private Matching matching;
  @Inject private Proposals proposals;
  @Inject private CodeLists lists;

  private Long vacancy;
  private String municipality;
  private DwellingType type;
  private FundingScheme scheme;
  private Trail trail = Trail.START;
  private VacancyRow dwelling;
  private CandidatePage page;
  private LocalDate replyDeadline;
  private final Map<String, Boolean> selected = new HashMap<>();

  /** Searches, when the address says for what. */
  public void load() {
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

  /** Asks for confirmation. */
  public void confirm() {
    if (getChosen().isEmpty()) {
      Done.fault("candidates.chooseFirst");
    } else {
      replyDeadline = proposals.replyDeadline();
    }
  }

  /** Goes back to the choice. */
  public void reconsider() {
    replyDeadline = null;
  }

  /** Proposes the dwelling to the chosen. */
  public void propose() {
    int made =
        proposals
            .propose(vacancy, getChosen().stream().map(CandidateRow::uniqueNumber).toList())
            .size();
    Done.go("/vacancy.xhtml?id=" + vacancy, "candidates.proposed", made);
  }

  /** Those who are ticked, in the order of rank. */
  public List<CandidateRow> getChosen() {
    return page.rows().stream()
        .filter(row -> Boolean.TRUE.equals(selected.get(row.uniqueNumber())))
        .toList();
  }

  /** Seniority in months. */
  public long months(CandidateRow row) {
    return ChronoUnit.MONTHS.between(row.initialDepositDate(), lists.today());
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

  /** Until when the chosen may answer; null until they are to be confirmed. */
  public LocalDate getReplyDeadline() {
    return replyDeadline;
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

  public Map<String, Boolean> getSelected() {
    return selected;
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
