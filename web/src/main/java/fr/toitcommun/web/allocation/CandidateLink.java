package fr.toitcommun.web.allocation;

import fr.toitcommun.persistence.allocation.CandidateFilter;
import fr.toitcommun.persistence.allocation.CandidateSearch;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.registration.DwellingType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What candidates are searched for, as a link says it: a vacancy, or only where, of which type and
 * how financed; and the words that narrow the search down.
 */
public class CandidateLink implements Serializable {
  private Long vacancy;
  private String municipality;
  private DwellingType type;
  private FundingScheme scheme;
  private String filter;
  private String add;
  private CandidateFilter narrowed = CandidateFilter.NONE;

  /** Takes over the words of the link, and one more. */
  void narrow() {
    List<String> words = new ArrayList<>();
    if (filter != null) {
      words.addAll(List.of(filter.split("~")));
    }
    words.add(add);
    narrowed = CandidateFilter.read(words);
  }

  /** Whether the link says anything of a dwelling that is only described. */
  boolean described() {
    return municipality != null || type != null || scheme != null;
  }

  /** The search for the dwelling described. */
  CandidateSearch search() {
    return new CandidateSearch(
        municipality == null ? List.of() : List.of(municipality.split("~")),
        type,
        scheme,
        null,
        narrowed);
  }

  /** Address of this search, to which the part's beginning is added. */
  public String getAddress() {
    return "candidates.xhtml?" + getQuery();
  }

  /** Address of this search without one of its words. */
  public String without(CandidateFilter.Word word) {
    return "candidates.xhtml?" + query(narrowed.without(word));
  }

  /** Address of this search that nothing narrows down. */
  public String getWholeAddress() {
    return "candidates.xhtml?" + getPlainQuery();
  }

  /** What the address of this search says after the question mark. */
  public String getQuery() {
    return query(narrowed);
  }

  /** The same without what narrows the search down. */
  public String getPlainQuery() {
    return query(CandidateFilter.NONE);
  }

  /**
   * The same for some of the candidates found: without what narrows the search down, but with what
   * widens it, so that none of them is missing there.
   */
  public String getWidestQuery() {
    return query(narrowed.widest());
  }

  private String query(CandidateFilter words) {
    String what =
        vacancy != null
            ? "vacancy=" + vacancy
            : "municipality=%s&type=%s&scheme=%s".formatted(municipality, type, scheme);
    return words.words().isEmpty() ? what : what + "&filter=" + String.join("~", words.written());
  }

  /** What narrows the search down. */
  public CandidateFilter getNarrowed() {
    return narrowed;
  }

  /** Identity of the vacancy; null where the dwelling is only described. */
  public Long getVacancy() {
    return vacancy;
  }

  public void setVacancy(Long vacancy) {
    this.vacancy = vacancy;
  }

  /** INSEE code, or SIREN of an EPCI; several with a tilde between. */
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
}
