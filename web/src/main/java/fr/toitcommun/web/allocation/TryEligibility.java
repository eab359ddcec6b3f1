package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.EligibilityFigures;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.allocation.eligibility.CandidateFigures;
import fr.toitcommun.persistence.allocation.eligibility.WhatIf;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A candidate's figures for a dwelling, with what an agent tries out. The address says it all:
 * nothing is stored, and the link can be sent.
 */
@Named
@RequestScoped
public class TryEligibility {
  @Inject private EligibilityFigures eligibility;

  private String number;
  private long vacancy;
  private String given;
  private final Map<String, String> typed = new LinkedHashMap<>();
  private VacancyRow dwelling;
  private CandidateFigures figures;
  private boolean refused;

  /** Works the figures out; with what is stated alone when what was typed is no amount. */
  public void load() {
    dwelling = eligibility.vacancy(vacancy);
    try {
      figures = eligibility.ofCandidate(vacancy, number, tried());
    } catch (RefusedInput | NumberFormatException wrong) {
      refused = true;
      figures = eligibility.ofCandidate(vacancy, number, WhatIf.NOTHING);
    }
    number = figures.uniqueNumber();
  }

  private WhatIf tried() {
    boolean form = given != null;
    return new WhatIf(
        amount("resources"),
        amount("aid"),
        amount("debts"),
        amount("rent"),
        amount("charges"),
        amount("accessory"),
        form ? Boolean.valueOf(typed.get("water") != null) : null,
        form ? Boolean.valueOf(typed.get("heating") != null) : null);
  }

  private Integer amount(String name) {
    String text = typed.get(name);
    return text == null || text.isBlank()
        ? null
        : Integer.valueOf(text.replaceAll("[\\s\u00a0\u202f€]", ""));
  }

  /** What is in a field: what was typed, or what was reckoned with. */
  public String shown(String name) {
    if (typed.get(name) != null) {
      return typed.get(name);
    }
    Integer amount =
        switch (name) {
          case "resources" -> figures.means().resources();
          case "aid" -> figures.means().housingAid();
          case "debts" -> Integer.valueOf(figures.means().debts());
          case "rent" -> Integer.valueOf(figures.cost().mainRent());
          case "charges" -> Integer.valueOf(figures.cost().charges());
          default -> Integer.valueOf(figures.cost().accessoryRents());
        };
    return amount == null ? "" : String.valueOf(amount);
  }

  /** What was typed, by the name of its field. */
  public Map<String, String> getTyped() {
    return typed;
  }

  public CandidateFigures getFigures() {
    return figures;
  }

  public VacancyRow getDwelling() {
    return dwelling;
  }

  /** Whether what was typed is no amount. */
  public boolean isRefused() {
    return refused;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public long getVacancy() {
    return vacancy;
  }

  public void setVacancy(long vacancy) {
    this.vacancy = vacancy;
  }

  /** Set when the form was sent. */
  public String getGiven() {
    return given;
  }

  public void setGiven(String given) {
    this.given = given;
  }
}
