package fr.toitcommun.ejb.observatory;

import fr.toitcommun.persistence.observatory.ActivityCounter;
import fr.toitcommun.persistence.observatory.ActivityLevel;
import fr.toitcommun.persistence.observatory.Cell;
import java.time.Instant;
import java.util.List;

/**
 * Activity at one level.
 *
 * @param levels those that the agent has
 * @param name of the desk, the partner or the territory; null: the whole file
 * @param active demands in the file
 * @param at when it was counted
 */
public record ActivityView(
    ActivityLevel level,
    List<ActivityLevel> levels,
    String name,
    Cell active,
    List<ActivityCounter> counters,
    Instant at) {

  /** Whether a number is kept back. */
  public boolean isKept() {
    return active.secret()
        || counters.stream()
            .anyMatch(one -> one.today().secret() || one.week().secret() || one.month().secret());
  }
}
