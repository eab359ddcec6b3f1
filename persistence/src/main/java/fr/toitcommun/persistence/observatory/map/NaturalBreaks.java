package fr.toitcommun.persistence.observatory.map;

import java.util.ArrayList;
import java.util.List;

/**
 * Classes of least variance within (W. D. Fisher, "On grouping for maximum homogeneity", 1958; as
 * G. F. Jenks used it for maps), by dynamic programming over the distinct values.
 */
final class NaturalBreaks {
  private NaturalBreaks() {}

  /**
   * The lowest value of each class, ascending.
   *
   * @param sorted ascending, with more distinct values than classes
   */
  static List<Double> starts(double[] sorted, int classes) {
    double[] values = java.util.Arrays.stream(sorted).distinct().toArray();
    int n = values.length;
    // Sums over the values before: of weights, of values and of squares, from the mean for
    // accuracy.
    double[] weight = new double[n + 1];
    double[] sum = new double[n + 1];
    double[] squares = new double[n + 1];
    double mean = java.util.Arrays.stream(sorted).average().orElse(0);
    int at = 0;
    for (int i = 0; i < n; i++) {
      int times = 0;
      while (at < sorted.length && sorted[at] == values[i]) {
        times++;
        at++;
      }
      double centred = values[i] - mean;
      weight[i + 1] = weight[i] + times;
      sum[i + 1] = sum[i] + times * centred;
      squares[i + 1] = squares[i] + times * centred * centred;
    }
    double[] least = new double[n + 1];
    int[][] start = new int[classes + 1][n + 1];
    for (int end = 1; end <= n; end++) {
      least[end] = spread(weight, sum, squares, 0, end);
    }
    for (int k = 2; k <= classes; k++) {
      double[] better = new double[n + 1];
      for (int end = k; end <= n; end++) {
        better[end] = Double.MAX_VALUE;
        for (int from = k - 1; from < end; from++) {
          double total = least[from] + spread(weight, sum, squares, from, end);
          if (total < better[end]) {
            better[end] = total;
            start[k][end] = from;
          }
        }
      }
      least = better;
    }
    List<Double> starts = new ArrayList<>();
    int end = n;
    for (int k = classes; k >= 1; k--) {
      int from = k == 1 ? 0 : start[k][end];
      starts.add(0, values[from]);
      end = from;
    }
    return starts;
  }

  private static double spread(double[] weight, double[] sum, double[] squares, int from, int end) {
    double total = sum[end] - sum[from];
    return squares[end] - squares[from] - total * total / (weight[end] - weight[from]);
  }
}
