package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.journal.Nominative;
import java.util.List;

/**
 * Part of the ranked list of candidates.
 *
 * @param total how many fit in all
 * @param next where the next page begins; null on the last
 * @param sizes household sizes that fit the type (configurable grid, an assumption); ten stands for
 *     more, too
 * @param ceilings income ceilings used
 * @param ranking how they are ranked
 * @param common whether places of several EPCI are measured by what they have in common
 */
public record CandidatePage(
    List<CandidateRow> rows,
    long total,
    Cursor next,
    List<Integer> sizes,
    IncomeCeilings ceilings,
    Ranking ranking,
    boolean common)
    implements Nominative {

  /**
   * The last candidate shown: the next page begins after it.
   *
   * @param key what they are ranked by, least first
   * @param rank its rank
   */
  public record Cursor(long key, long demandId, long rank) {
    /** Before the first candidate. */
    public static final Cursor START = new Cursor(Long.MIN_VALUE, 0, 0);

    /** As one word, for a link. */
    public String word() {
      return key + "_" + demandId + "_" + rank;
    }

    /** Reads the word of a link; anything else is the start. */
    public static Cursor read(String word) {
      if (word == null || !word.matches("\\d{1,18}_\\d{1,18}_\\d{1,9}")) {
        return START;
      }
      String[] parts = word.split("_");
      return new Cursor(
          Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }
  }

  @Override
  public List<String> uniqueNumbers() {
    return rows.stream().map(CandidateRow::uniqueNumber).toList();
  }
}
