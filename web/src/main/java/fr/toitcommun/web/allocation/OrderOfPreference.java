package fr.toitcommun.web.allocation;

import fr.toitcommun.persistence.allocation.CandidateRow;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.FaultTexts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Candidates an agent chose, none twice, in the order they are to be designated in. */
public class OrderOfPreference implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<Chosen> chosen = new ArrayList<>();

  /** Somebody who is to be designated. */
  public record Chosen(String uniqueNumber, String applicant) implements Serializable {}

  /** Adds somebody at its end. */
  public void add(CandidateRow row) {
    if (!holds(row.uniqueNumber())) {
      chosen.add(new Chosen(row.uniqueNumber(), row.applicant()));
    }
  }

  /** Whether somebody is in it. */
  public boolean holds(String uniqueNumber) {
    return chosen.stream().anyMatch(one -> one.uniqueNumber().equals(uniqueNumber));
  }

  /** One place up. */
  public void up(int index) {
    Collections.swap(chosen, index, index - 1);
  }

  /** Out of it. */
  public void remove(int index) {
    chosen.remove(index);
  }

  /** What a fault says; it comes by number, and the agent reads whom it concerns. */
  String said(Fault fault, Locale locale) {
    String text = FaultTexts.text(fault, locale);
    return chosen.stream()
        .filter(one -> one.uniqueNumber().equals(fault.field()))
        .findFirst()
        .map(one -> one.applicant() + " – " + text)
        .orElse(text);
  }

  /** Their numbers, the first first. */
  List<String> uniqueNumbers() {
    return chosen.stream().map(Chosen::uniqueNumber).toList();
  }

  public List<Chosen> getChosen() {
    return chosen;
  }
}
