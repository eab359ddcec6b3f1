package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.AxisKind;
import fr.toitcommun.persistence.observatory.Cell;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What of an answer there is room for: all of it, or what is largest. */
final class ReportCut {
  private ReportCut() {}

  /**
   * Rows, the largest first where there is no room for all; never some of a time or a band.
   *
   * @param most rows that there is room for
   */
  static List<Integer> rows(Answer answer, int most) {
    List<Integer> all = IntStream.range(0, answer.rows().size()).boxed().toList();
    return all.size() <= most || isWhole(answer.question().rows())
        ? all
        : all.stream()
            .sorted(Comparator.comparing((Integer r) -> -largest(answer.cells().get(r))))
            .limit(most)
            .toList();
  }

  /**
   * Columns in their order; where there is no room for all, the latest of a time, the foremost of a
   * band, of others the largest.
   *
   * @param most columns that there is room for
   */
  static List<Integer> columns(Answer answer, int most) {
    List<Integer> all = IntStream.range(0, answer.columns().size()).boxed().toList();
    Axis columns = answer.question().columns();
    if (all.size() > most && isWhole(columns)) {
      return columns.isTime() ? all.subList(all.size() - most, all.size()) : all.subList(0, most);
    }
    return all.size() <= most
        ? all
        : all.stream()
            .sorted(
                Comparator.comparing(
                    (Integer c) ->
                        -largest(answer.cells().stream().map(row -> row.get(c)).toList())))
            .limit(most)
            .sorted()
            .toList();
  }

  /** Whether some of its values alone would mislead: those of a time or a band. */
  static boolean isWhole(Axis axis) {
    return axis != null && (axis.kind() == AxisKind.TIME || axis.kind() == AxisKind.BAND);
  }

  private static double largest(List<Cell> cells) {
    return cells.stream()
        .map(Cell::value)
        .filter(value -> value != null)
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(-1);
  }
}
