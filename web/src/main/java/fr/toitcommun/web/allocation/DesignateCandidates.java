package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Designations;
import fr.toitcommun.ejb.allocation.Matching;
import fr.toitcommun.persistence.allocation.CandidatePage;
import fr.toitcommun.persistence.allocation.CandidateRow;
import fr.toitcommun.persistence.allocation.DesignationState;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.allocation.reservation.DesignatedCandidates;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.FaultTexts;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Language;
import fr.toitcommun.web.shell.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
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
  private final List<CandidatePage.Cursor> way = new ArrayList<>();
  private final List<Chosen> chosen = new ArrayList<>();

  /** Somebody who is to be designated. */
  public record Chosen(String uniqueNumber, String applicant) implements Serializable {}

  /** Reads the dwelling and, while there is time, the candidates. */
  public void load() {
    dwelling = designations.open(vacancy);
    designated = designations.designated(vacancy).candidates();
    if (isOpen()) {
      way.add(CandidatePage.Cursor.START);
      read();
    }
  }

  private void read() {
    page = matching.candidates(vacancy, way.get(way.size() - 1), ROWS);
  }

  /** Shows the next candidates. */
  public void next() {
    way.add(page.next());
    read();
  }

  /** Shows those before. */
  public void previous() {
    way.remove(way.size() - 1);
    read();
  }

  /** Whether there are candidates before those shown. */
  public boolean isBegun() {
    return way.size() > 1;
  }

  /** Adds somebody at the end of the order. */
  public void add(CandidateRow row) {
    if (!taken(row)) {
      chosen.add(new Chosen(row.uniqueNumber(), row.applicant()));
    }
  }

  /** Whether somebody is chosen or has this dwelling proposed already. */
  public boolean taken(CandidateRow row) {
    return chosen.stream().anyMatch(one -> one.uniqueNumber().equals(row.uniqueNumber()))
        || designated.stream().anyMatch(one -> one.uniqueNumber().equals(row.uniqueNumber()));
  }

  /** One place up in the order. */
  public void up(int index) {
    Collections.swap(chosen, index, index - 1);
  }

  public void remove(int index) {
    chosen.remove(index);
  }

  /** Designates those chosen, in their order. */
  public void designate() {
    try {
      int made =
          designations
              .designate(vacancy, chosen.stream().map(Chosen::uniqueNumber).toList())
              .size();
      Done.go("/designate.xhtml?vacancy=" + vacancy, "designate.done", made);
    } catch (RefusedInput refused) {
      refused.faults().forEach(this::say);
    }
  }

  /** Faults come by number: the agent reads whom they concern. */
  private void say(Fault fault) {
    String text = FaultTexts.text(fault, language.getLocale());
    Done.faultText(
        chosen.stream()
            .filter(one -> one.uniqueNumber().equals(fault.field()))
            .findFirst()
            .map(one -> one.applicant() + " – " + text)
            .orElse(text));
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

  public List<Chosen> getChosen() {
    return chosen;
  }

  public long getVacancy() {
    return vacancy;
  }

  public void setVacancy(long vacancy) {
    this.vacancy = vacancy;
  }
}
