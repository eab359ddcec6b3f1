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
   * The days on which registered notices of a partner were first presented in this period of the
   * demand, latest first: from them the month of R.441-2-8 c) and d) runs.
   *
   * @param kind null: of any kind
   * @param sender identity of the partner; null: of any
   */
  public List<LocalDate> presentedNotices(LetterKind kind, Long sender) {
    return letters.stream()
        .filter(letter -> letter.kind().registered())
        .filter(letter -> kind == null || letter.kind() == kind)
        .filter(letter -> sender == null || sender.equals(letter.senderId()))
        .map(LetterRow::presentedOn)
        .filter(Objects::nonNull)
        .filter(day -> !day.isBefore(periodStart))
        .sorted(Comparator.reverseOrder())
        .toList();
  }
}
