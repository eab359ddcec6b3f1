package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Matching;
import fr.toitcommun.persistence.allocation.CandidatePage;
import fr.toitcommun.persistence.allocation.FundingScheme;
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
  @Inject private Places places;

  private final CandidateLink searched = new CandidateLink();
  private Trail trail = Trail.START;
  private VacancyRow dwelling;
  private CandidatePage page;

  /** Searches, when the address says for what. */
  public void load() {
    me.require(Right.MATCH);
    searched.narrow();
    if (searched.getVacancy() != null) {
      dwelling = matching.dwelling(searched.getVacancy());
      page =
          matching.candidates(searched.getVacancy(), searched.getNarrowed(), trail.after(), ROWS);
    } else if (searched.described()) {
      page = matching.candidates(searched.search(), trail.after(), ROWS);
    }
  }

  /** Searches for the dwelling described, under an address that can be shared. */
  public void describe() {
    matching.candidates(searched.search(), trail.after(), 1);
    Done.go("/" + searched.getAddress(), null);
  }

  /** Looks for the dwelling described in the whole EPCI of its municipality. */
  public void widen() {
    searched.setMunicipality(places.epci(searched.getMunicipality()));
    describe();
  }

  /** Rank of the last row shown. */
  public long getLastRank() {
    return trail.after().rank() + page.rows().size();
  }

  /** Type of the dwelling. */
  public DwellingType getSought() {
    return dwelling == null ? searched.getType() : dwelling.type();
  }

  /** Its financing. */
  public FundingScheme getFinancing() {
    return dwelling == null ? searched.getScheme() : dwelling.scheme();
  }

  /** Place of the search: that of the dwelling, or the one described. */
  public String getPlace() {
    return dwelling == null ? searched.getMunicipality() : dwelling.municipalityCode();
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

  /** What is searched for. */
  public CandidateLink getSearched() {
    return searched;
  }
}
