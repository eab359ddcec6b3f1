package fr.toitcommun.web.allocation;

import fr.toitcommun.persistence.allocation.commitment.CommitmentView;
import fr.toitcommun.persistence.allocation.commitment.Counter;
import fr.toitcommun.persistence.allocation.commitment.Goal;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** The commitments of landlords, counted as the page is read. */
@Named
@ViewScoped
public class FollowCommitments extends FollowingFilter {
  private static final long serialVersionUID = 1L;

  /** A goal and its counters. */
  public record Group(Goal goal, List<Counter> counters) {}

  @Inject private CounterTexts words;

  private CommitmentView view;

  /** Reads the counters. */
  public void load() {
    view = commitments().view(asked(), getLandlord(), getEpci());
    loadChoices();
  }

  /** The counters by goal. */
  public List<Group> getGroups() {
    return Arrays.stream(Goal.values())
        .map(
            goal ->
                new Group(
                    goal, view.counters().stream().filter(one -> one.goal() == goal).toList()))
        .filter(group -> !group.counters().isEmpty())
        .toList();
  }

  /** What the table has columns for. */
  public List<Counter> getColumns() {
    return view.rows().isEmpty() ? List.of() : shown(view.rows().get(0).counters());
  }

  /** Those of a row that the table shows: what the law asks a share or a number of. */
  public List<Counter> shown(List<Counter> counters) {
    return counters.stream().filter(one -> one.goal() != Goal.RESERVATION).toList();
  }

  /** How the figure reads. */
  public String figure(Counter counter) {
    return words.figure(counter);
  }

  /** What is aimed at. */
  public String target(Counter counter) {
    return words.target(counter);
  }

  /** The code list of its item. */
  public String list(Counter counter) {
    return CounterTexts.list(counter);
  }

  public CommitmentView getView() {
    return view;
  }

  public List<Integer> getYears() {
    return view.years();
  }

  public int getShownYear() {
    return view.year();
  }
}
