package fr.toitcommun.persistence.registration.draft;

import fr.toitcommun.persistence.journal.Nominative;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.WordOf;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A demand being typed.
 *
 * @param id chosen by the window in which the typing began
 * @param uniqueNumber of the demand being modified; null: a new one is typed
 * @param versionRead of that demand; null for a new one
 * @param formRead that demand as it was read; null for a new one
 * @param wordOf on whose word it is modified; null for a new one
 * @param form what is typed so far
 * @param step where the typing goes on
 * @param seen the steps gone through
 * @param revision how often it was kept; 0: not yet
 * @param startedAt when it was kept first; null: not yet
 * @param updatedAt when it was kept last; null: not yet
 */
public record DemandDraft(
    UUID id,
    String uniqueNumber,
    Integer versionRead,
    DemandForm formRead,
    WordOf wordOf,
    DemandForm form,
    String step,
    List<String> seen,
    int revision,
    Instant startedAt,
    Instant updatedAt)
    implements Nominative {

  @Override
  public List<String> uniqueNumbers() {
    return uniqueNumber == null ? List.of() : List.of(uniqueNumber);
  }

  @Override
  public boolean names() {
    return true;
  }
}
