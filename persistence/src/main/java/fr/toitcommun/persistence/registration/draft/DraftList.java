package fr.toitcommun.persistence.registration.draft;

import fr.toitcommun.persistence.journal.Nominative;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The drafts of an agent, the latest first.
 *
 * @param keptDays days after which one is forgotten when nobody goes on typing
 */
public record DraftList(List<Row> rows, int keptDays) implements Nominative {

  /**
   * A draft as a list shows it.
   *
   * @param uniqueNumber of the demand being modified; null: a new one is typed
   * @param applicant given name and surname typed so far, or the name of the body; empty: none yet
   */
  public record Row(
      UUID id, String uniqueNumber, String applicant, Instant startedAt, Instant updatedAt) {}

  @Override
  public List<String> uniqueNumbers() {
    return rows.stream().map(Row::uniqueNumber).filter(Objects::nonNull).toList();
  }

  @Override
  public boolean names() {
    return !rows.isEmpty();
  }
}
