package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Matching;
import fr.toitcommun.persistence.allocation.CandidateFilter;
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
import java.util.ArrayList;
import java.util.List;

/**
 * The ranked applicants of a dwelling, vacant or only described, and proposing it to some of them.
 */
@Named
@ViewScoped
public class FindCandidates implements Serializable {
  private static final int ROWS = 25;

  @Inject private Matching matching;
  @Inject private Me me;
  @Inject private Places places;

  private Long vacancy;
  private String municipality;
  private DwellingType type;
  private FundingScheme scheme;
  private String filter;
  private String add;
  private CandidateFilter narrowed = CandidateFilter.NONE;
  private Trail trail = Trail.START;
  private VacancyRow dwelling;
  private CandidatePage page;

  /** Searches, when the address says for what. */
  public void load() {
    me.require(Right.MATCH);
    narrowed = CandidateFilter.read(words(filter, add));
    if (vacancy != null) {
      dwelling = matching.dwelling(vacancy);
      page = matching.candidates(vacancy, narrowed, trail.after(), ROWS);
    } else if (municipality != null || type != null || scheme != null) {
      page = matching.candidates(described(), trail.after(), ROWS);
    }
  }

  /** The words of a filter as it stands in an address, and one more. */
  private static List<String> words(String written, String more) {
    List<String> words = new ArrayList<>();
    if (written != null) {
      words.addAll(List.of(written.split("~")));
    }
    words.add(more);
    return words;
  }

  private CandidateSearch described() {
    return new CandidateSearch(
        municipality == null ? List.of() : List.of(municipality.split("~")),
        type,
        scheme,
        null,
        narrowed);
  }

  /** Searches for the dwelling described, under an address that can be shared. */
  public void describe() {
    matching.candidates(described(), trail.after(), 1);
    Done.go("/" + getAddress(), null);
  }

  /** Looks for the dwelling described in the whole EPCI of its municipality. */
  public void widen() {
    municipality = places.epci(municipality);
    describe();
  }

  /** Whether this dwelling is under proposal to them already. */
  public boolean proposedHere(CandidateRow row) {
    return row.proposalHere() != null && ProposalStatus.valueOf(row.proposalHere()).isOpen();
  }

  /** Address of this search, to which the part's beginning is added. */
  public String getAddress() {
    return addressWith(narrowed);
  }

  /** Address of this search without one of its words. */
  public String without(CandidateFilter.Word word) {
    return addressWith(narrowed.without(word));
  }

  /** Address of this search that nothing narrows down. */
  public String getWholeAddress() {
    return addressWith(CandidateFilter.NONE);
  }

  private String addressWith(CandidateFilter words) {
    return "candidates.xhtml?" + query(words);
  }

  /** What the address of this search says after the question mark. */
  public String getQuery() {
    return query(narrowed);
  }

  /** The same without what narrows the search down. */
  public String getPlainQuery() {
    return query(CandidateFilter.NONE);
  }

  private String query(CandidateFilter words) {
    String what =
        vacancy != null
            ? "vacancy=" + vacancy
            : "municipality=%s&type=%s&scheme=%s".formatted(municipality, type, scheme);
    return words.words().isEmpty() ? what : what + "&filter=" + String.join("~", words.written());
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

  /** Place of the search: that of the dwelling, or the one described. */
  public String getPlace() {
    return dwelling == null ? municipality : dwelling.municipalityCode();
  }

  /** What narrows the search down. */
  public CandidateFilter getNarrowed() {
    return narrowed;
  }

  public String getFilter() {
    return filter;
  }

  public void setFilter(String filter) {
    this.filter = filter;
  }

  public String getAdd() {
    return add;
  }

  public void setAdd(String add) {
    this.add = add;
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
