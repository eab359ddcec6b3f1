package fr.toitcommun.persistence.observatory.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The quality of the file as one caller may know it: numbers of demands, which name nobody.
 *
 * @param day the day of the counts; the caller's own desk is always counted as one looks
 * @param countedAt when they were counted; null: as one looks, since no night has counted yet
 * @param looked whether the rules of form and dossier have looked at the demands yet; until then
 *     the indicators that go by them tell nothing
 * @param filter whose demands {@code here} and the lines are about
 * @param mine the caller's desk, counted as one looks; null: they have none, or the filter is it
 * @param here what the filter leaves of the caller's territory
 * @param file the whole file, to compare with
 * @param linesAre what the lines are
 * @param lines one by one, the caller's own desk first, then by most demands
 * @param months the last day counted of each of the latest months, oldest first
 * @param masked whether anything is too few to be told (secrecy)
 * @param departements those of the caller's territory, to choose from
 * @param partners those with a desk there, to choose from; empty for who sees totals only
 */
public record QualityView(
    LocalDate day,
    Instant countedAt,
    boolean looked,
    QualityFilter filter,
    Sum mine,
    Sum here,
    Sum file,
    LinesAre linesAre,
    List<Line> lines,
    List<Month> months,
    boolean masked,
    List<Choice> departements,
    List<Choice> partners) {

  /** What a line is. */
  public enum LinesAre {
    DESKS,
    /** For who sees totals only. */
    DEPARTEMENTS
  }

  /**
   * A number of demands.
   *
   * @param number null when it is secret or not known
   * @param perThousand share of the active demands, in thousandths; null when there are none, or it
   *     is secret or not known
   * @param secret whether it is too small, or leaves too few others, to be told
   */
  public record Cell(Integer number, Integer perThousand, boolean secret) {
    /** Not known: nobody has looked yet. */
    static final Cell UNKNOWN = new Cell(null, null, false);

    static final Cell SECRET = new Cell(null, null, true);

    static Cell of(int number, int active) {
      return new Cell(
          number, active == 0 ? null : (int) Math.round(1000.0 * number / active), false);
    }
  }

  /**
   * Counts together.
   *
   * @param name of the desk, partner or département; null: of all
   * @param active active demands; null: too few to be told
   * @param cells by indicator
   */
  public record Sum(String name, Integer active, Map<QualityIndicator, Cell> cells) {}

  /**
   * A desk or a département.
   *
   * @param code identity of the desk, or code of the département
   * @param partner whose desk; null: a département
   * @param own whether it is the caller's desk
   */
  public record Line(String code, String partner, String departement, boolean own, Sum sum) {}

  /**
   * A month.
   *
   * @param day the day counted
   * @param derived whether it was worked out afterwards from dates, for some indicators only
   */
  public record Month(LocalDate day, boolean derived, Sum sum) {}

  /** Something to choose. */
  public record Choice(String code, String name) {}
}
