package fr.toitcommun.persistence.registration.letter;

import fr.toitcommun.persistence.journal.Nominative;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The letters of a demand.
 *
 * @param letters latest first
 * @param periodStart last deposit or renewal: notices before it no longer count
 */
public record DemandLetters(String uniqueNumber, List<LetterRow> letters, LocalDate periodStart)
    implements Nominative {

  @Override
  public List<String> uniqueNumbers() {
    return List.of(uniqueNumber);
  }

  /**
   * The day on which the last registered notice was first presented, from which the month of
   * R.441-2-8 c) and d) runs; null when there is none in this period of the demand.
   */
  public LocalDate presentedNotice() {
    return letters.stream()
        .filter(letter -> letter.kind().registered())
        .map(LetterRow::presentedOn)
        .filter(Objects::nonNull)
        .filter(day -> !day.isBefore(periodStart))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
