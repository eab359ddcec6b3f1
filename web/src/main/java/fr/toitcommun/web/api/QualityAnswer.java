package fr.toitcommun.web.api;

import fr.toitcommun.persistence.observatory.quality.QualityFamily;
import fr.toitcommun.persistence.observatory.quality.QualityIndicator;
import fr.toitcommun.persistence.observatory.quality.QualitySeverity;
import fr.toitcommun.persistence.observatory.quality.QualityTexts;
import fr.toitcommun.persistence.observatory.quality.QualityView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * The quality of the file: numbers of demands by indicator, which name nobody.
 *
 * @param day the day of the counts
 * @param countedAt when they were counted; null: as this was asked
 * @param indicators what each counts
 * @param here what the filter leaves of the caller's territory
 * @param file the whole file
 * @param linesAre DESKS, or DEPARTEMENTS for who sees totals only
 * @param lines one by one
 * @param months the last day counted of each of the latest months, oldest first
 * @param masked whether anything is too few to be told
 */
public record QualityAnswer(
    LocalDate day,
    Instant countedAt,
    List<Definition> indicators,
    Sum here,
    Sum file,
    QualityView.LinesAre linesAre,
    List<Line> lines,
    List<Month> months,
    boolean masked) {

  /**
   * An indicator.
   *
   * @param name in the caller's language
   * @param definition in the caller's language, with its threshold
   */
  public record Definition(
      QualityIndicator indicator,
      QualityFamily family,
      QualitySeverity severity,
      String article,
      String name,
      String definition) {}

  /**
   * A number of demands.
   *
   * @param number null when it is secret or not known
   * @param perThousand share of the active demands, in thousandths
   * @param secret whether it is too few, or leaves too few others, to be told
   */
  public record Count(
      QualityIndicator indicator, Integer number, Integer perThousand, boolean secret) {}

  /**
   * Counts together.
   *
   * @param active active demands; null: too few to be told
   */
  public record Sum(String name, Integer active, List<Count> counts) {
    static Sum of(QualityView.Sum sum) {
      return new Sum(
          sum.name(),
          sum.active(),
          sum.cells().entrySet().stream()
              .map(
                  one ->
                      new Count(
                          one.getKey(),
                          one.getValue().number(),
                          one.getValue().perThousand(),
                          one.getValue().secret()))
              .toList());
    }
  }

  /**
   * A desk or a département.
   *
   * @param code identity of the desk, or code of the département
   */
  public record Line(String code, String partner, String departement, Sum sum) {}

  /**
   * A month.
   *
   * @param derived whether it was worked out afterwards from dates, for some indicators only
   */
  public record Month(LocalDate day, boolean derived, Sum sum) {}

  static QualityAnswer of(QualityView view, QualityTexts texts) {
    return new QualityAnswer(
        view.day(),
        view.countedAt(),
        Arrays.stream(QualityIndicator.values())
            .map(
                one ->
                    new Definition(
                        one,
                        one.family(),
                        one.severity(),
                        one.article(),
                        texts.name(one),
                        texts.definition(one)))
            .toList(),
        Sum.of(view.here()),
        Sum.of(view.file()),
        view.linesAre(),
        view.lines().stream()
            .map(one -> new Line(one.code(), one.partner(), one.departement(), Sum.of(one.sum())))
            .toList(),
        view.months().stream()
            .map(one -> new Month(one.day(), one.derived(), Sum.of(one.sum())))
            .toList(),
        view.masked());
  }
}
