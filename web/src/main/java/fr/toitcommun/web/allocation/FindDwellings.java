package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Matching;
import fr.toitcommun.persistence.allocation.Fit;
import fr.toitcommun.persistence.allocation.FittingDwellings;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** The vacant dwellings that would fit a demand, and why the others do not. */
@Named
@ViewScoped
public class FindDwellings implements Serializable {
  @Inject private Matching matching;

  private String number;
  private FittingDwellings found;

  /** Compares. */
  public void load() {
    found = matching.fitting(number);
  }

  /** By how much an income is over the ceiling, euros a year. */
  public int excess(Fit.Criterion income) {
    return Integer.parseInt(income.given()) - Integer.parseInt(income.asked());
  }

  /** The ceiling that an income is over, euros a year. */
  public int ceiling(Fit.Criterion income) {
    return Integer.parseInt(income.asked());
  }

  /** Household sizes that the type of a dwelling suits. */
  public List<Integer> sizes(Fit.Criterion size) {
    return Arrays.stream(size.asked().split("\\D+"))
        .filter(number -> !number.isEmpty())
        .map(Integer::valueOf)
        .toList();
  }

  public FittingDwellings getFound() {
    return found;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }
}
