package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Commitments;
import fr.toitcommun.persistence.allocation.commitment.Counter;
import fr.toitcommun.persistence.allocation.commitment.Forecast;
import fr.toitcommun.persistence.allocation.commitment.Goal;
import fr.toitcommun.persistence.commission.Decision;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a session, or one more decision, makes of the landlord's commitments. */
@Named
@RequestScoped
public class CommitmentPreview {
  @Inject private Commitments commitments;
  @Inject private CounterTexts words;

  /** A page asks for the same several times while it is rendered. */
  private final Map<String, List<Forecast>> read = new HashMap<>();

  /** With the decisions taken so far. */
  public List<Forecast> ofSession(long session) {
    return read.computeIfAbsent("session " + session, key -> shown(commitments.preview(session)));
  }

  /**
   * With one decision more.
   *
   * @param decision null: none yet
   * @param rank as typed; of an allocation without order it means nothing
   */
  public List<Forecast> of(long candidate, Decision decision, Integer rank) {
    Integer ranked = decision == Decision.ALLOCATION ? null : rank;
    return read.computeIfAbsent(
        candidate + " " + decision + " " + ranked,
        key -> shown(commitments.previewOf(candidate, decision, ranked)));
  }

  /** Only what moves, or what the law asks and something is counted of. */
  private static List<Forecast> shown(List<Forecast> all) {
    return all.stream()
        .filter(one -> one.before().goal() != Goal.RESERVATION)
        .filter(one -> one.moves() || one.before().aimed() && one.before().total() > 0)
        .toList();
  }

  /** How a figure reads. */
  public String figure(Counter counter) {
    return words.figure(counter);
  }

  /** What is aimed at. */
  public String target(Counter counter) {
    return words.target(counter);
  }

  /** What is counted. */
  public String name(Counter counter) {
    return words.name(counter);
  }
}
