package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.journal.Nominative;
import java.time.LocalDate;
import java.util.List;

/**
 * Part of the ranked list of candidates.
 *
 * @param total how many fit in all
 * @param next where the next page begins; null on the last
 * @param sizes household sizes that fit the type (configurable grid, an assumption)
 * @param ceilings income ceilings used
 */
public record CandidatePage(
    List<CandidateRow> rows, long total, Cursor next, List<Integer> sizes, IncomeCeilings ceilings)
    implements Nominative {

  /**
   * The last candidate shown: the next page begins after it.
   *
   * @param rank its rank
   */
  public record Cursor(LocalDate initialDepositDate, long demandId, long rank) {
    /** Before the first candidate. */
    public static final Cursor START = new Cursor(LocalDate.of(1900, 1, 1), 0, 0);

    /** As one word, for a link. */
    public String word() {
      return initialDepositDate + "_" + demandId + "_" + rank;
    }

    /** Reads the word of a link; anything else is the start. */
    public static Cursor read(String word) {
      if (word == null || !word.matches("\\d{4}-\\d{2}-\\d{2}_\\d{1,18}_\\d{1,9}")) {
        return START;
      }
      String[] parts = word.split("_");
      try {
        return new Cursor(
            LocalDate.parse(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
      } catch (java.time.format.DateTimeParseException impossibleDate) {
        return START;
      }
    }
  }

  @Override
  public List<String> uniqueNumbers() {
    return rows.stream().map(CandidateRow::uniqueNumber).toList();
  }
}
