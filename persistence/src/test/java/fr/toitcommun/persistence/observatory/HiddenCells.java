package fr.toitcommun.persistence.observatory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The attack on a table: its lines as equations in the hidden cells, solved by elimination. Knows
 * nothing of how cells are chosen.
 */
final class HiddenCells {
  private static final double NOTHING = 1e-9;

  private HiddenCells() {}

  /**
   * The hidden cells whose number follows from what is shown, as row and column.
   *
   * @param counts with the totals as last row and last column
   */
  static List<List<Integer>> workedOut(long[][] counts, boolean[][] hidden) {
    Map<List<Integer>, Integer> unknowns = new LinkedHashMap<>();
    for (int r = 0; r < counts.length; r++) {
      for (int c = 0; c < counts[r].length; c++) {
        if (hidden[r][c]) {
          unknowns.put(List.of(r, c), unknowns.size());
        }
      }
    }
    List<double[]> equations = new ArrayList<>();
    int last = counts.length - 1;
    int end = counts[0].length - 1;
    for (int r = 0; r <= last; r++) {
      double[] line = new double[unknowns.size()];
      for (int c = 0; c <= end; c++) {
        put(line, unknowns.get(List.of(r, c)), c == end ? -1 : 1);
      }
      equations.add(line);
    }
    for (int c = 0; c <= end; c++) {
      double[] line = new double[unknowns.size()];
      for (int r = 0; r <= last; r++) {
        put(line, unknowns.get(List.of(r, c)), r == last ? -1 : 1);
      }
      equations.add(line);
    }
    List<Integer> solved = solved(equations, unknowns.size());
    return unknowns.entrySet().stream()
        .filter(one -> solved.contains(one.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void put(double[] line, Integer unknown, double factor) {
    if (unknown != null) {
      line[unknown] = factor;
    }
  }

  /** Unknowns that stand alone in an equation once all is eliminated that can be. */
  private static List<Integer> solved(List<double[]> equations, int unknowns) {
    int done = 0;
    for (int u = 0; u < unknowns && done < equations.size(); u++) {
      int pivot = done;
      for (int e = done; e < equations.size(); e++) {
        if (Math.abs(equations.get(e)[u]) > Math.abs(equations.get(pivot)[u])) {
          pivot = e;
        }
      }
      if (Math.abs(equations.get(pivot)[u]) > NOTHING) {
        double[] line = equations.get(pivot);
        equations.set(pivot, equations.get(done));
        equations.set(done, line);
        for (double[] other : equations) {
          if (other != line && Math.abs(other[u]) > NOTHING) {
            double factor = other[u] / line[u];
            for (int i = u; i < unknowns; i++) {
              other[i] -= factor * line[i];
            }
          }
        }
        done++;
      }
    }
    List<Integer> alone = new ArrayList<>();
    for (double[] line : equations) {
      int only = -1;
      int number = 0;
      for (int i = 0; i < unknowns; i++) {
        if (Math.abs(line[i]) > NOTHING) {
          only = i;
          number++;
        }
      }
      if (number == 1) {
        alone.add(only);
      }
    }
    return alone;
  }
}
