package fr.toitcommun.web.allocation;

import fr.toitcommun.persistence.allocation.commitment.CommitmentView;
import fr.toitcommun.persistence.allocation.commitment.Effort;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** How many proposals it takes to satisfy a demand. */
@Named
@ViewScoped
public class FollowEfforts extends FollowingFilter {
  private static final long serialVersionUID = 1L;

  /** The measure told apart. */
  public record Table(String key, List<Effort> rows) {}

  @Inject private CounterTexts words;

  private CommitmentView.Efforts efforts;

  /** Reads the measure. */
  public void load() {
    efforts = commitments().efforts(asked(), getLandlord(), getEpci());
    loadChoices();
  }

  /** By year, landlord and municipality. */
  public List<Table> getTables() {
    return List.of(
        new Table("YEAR", efforts.byYear()),
        new Table("LANDLORD", efforts.byLandlord()),
        new Table("MUNICIPALITY", efforts.byMunicipality()));
  }

  /** The mean with two decimals; a dash without a lease. */
  public String mean(Effort effort) {
    Double mean = effort.mean();
    return mean == null ? "–" : words.decimal(mean, 2);
  }

  public CommitmentView.Efforts getEfforts() {
    return efforts;
  }

  public List<Integer> getYears() {
    return efforts.years();
  }

  public int getShownYear() {
    return efforts.year();
  }
}
