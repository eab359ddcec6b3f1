package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Designations;
import fr.toitcommun.ejb.allocation.Matching;
import fr.toitcommun.persistence.allocation.CandidatePage;
import fr.toitcommun.persistence.allocation.CandidateRow;
import fr.toitcommun.persistence.allocation.DesignationState;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.allocation.reservation.DesignatedCandidates;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Language;
import fr.toitcommun.web.shell.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Designating candidates for a dwelling at the partner's disposal, in an order of preference. */
@Named
@ViewScoped
public class DesignateCandidates implements Serializable {
  private static final int ROWS = 15;

  @Inject private Designations designations;
  @Inject private Matching matching;
  @Inject private Texts texts;
  @Inject private Language language;

  private long vacancy;
  private VacancyRow dwelling;
  private List<DesignatedCandidates.Candidate> designated;
  private CandidatePage page;
  private Trail trail = Trail.START;
  private final OrderOfPreference order = new OrderOfPreference();

  /** Reads the dwelling and, while there is time, the candidates. */
  public void load() {
    dwelling = designations.open(vacancy);
    designated = designations.designated(vacancy).candidates();
    if (isOpen()) {
      read(Trail.START);
    }
  }

  private void read(Trail part) {
    page = matching.candidates(vacancy, part.after(), ROWS);
    trail = part;
  }

  /** Shows the next candidates. */
  public void next() {
    read(Trail.read(trail.on(page.next())));
  }

  /** Shows those before. */
  public void previous() {
    read(Trail.read(trail.back()));
  }

  /** Whether somebody is chosen or has this dwelling proposed already. */
  public boolean taken(CandidateRow row) {
    return order.holds(row.uniqueNumber())
        || designated.stream().anyMatch(one -> one.uniqueNumber().equals(row.uniqueNumber()));
  }

  /** Designates those chosen, in their order. */
  public void designate() {
    try {
      int made = designations.designate(vacancy, order.uniqueNumbers()).size();
      Done.go("/designate.xhtml?vacancy=" + vacancy, "designate.done", made);
    } catch (RefusedInput refused) {
      refused.faults().forEach(fault -> Done.faultText(order.said(fault, language.getLocale())));
    }
  }

  /** Where the designation stands today. */
  public DesignationState getState() {
    return dwelling.offer().on(texts.getToday());
  }

  /** Whether candidates may still be designated. */
  public boolean isOpen() {
    return dwelling.status().name().equals("OPEN")
        && !dwelling.offer().deadline().isBefore(texts.getToday())
        && getState() != DesignationState.LAPSED;
  }

  public VacancyRow getDwelling() {
    return dwelling;
  }

  /** Those designated before. */
  public List<DesignatedCandidates.Candidate> getDesignated() {
    return designated;
  }

  public CandidatePage getPage() {
    return page;
  }

  /** How the part shown was come to. */
  public Trail getTrail() {
    return trail;
  }

  /** Those chosen. */
  public OrderOfPreference getOrder() {
    return order;
  }

  public long getVacancy() {
    return vacancy;
  }

  public void setVacancy(long vacancy) {
    this.vacancy = vacancy;
  }
}
