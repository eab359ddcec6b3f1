package fr.toitcommun.ejb.observatory.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * What a chart shows.
 *
 * @param title what it is about, for those who do not see it; the page writes its own heading
 * @param unit of the values, such as “demandes”; written at the axis
 * @param categories what the values stand for, in their order; at least one
 * @param series at least one and at most {@value #MOST_SERIES}; each with a value per category
 */
public record ChartData(String title, String unit, List<Category> categories, List<Series> series) {
  /** No eye tells more apart. */
  public static final int MOST_SERIES = 8;

  /**
   * @throws IllegalArgumentException when there is nothing to show, there are too many series, or a
   *     series has not one value per category
   */
  public ChartData {
    Objects.requireNonNull(title);
    Objects.requireNonNull(unit);
    categories = List.copyOf(categories);
    series = List.copyOf(series);
    if (categories.isEmpty() || series.isEmpty() || series.size() > MOST_SERIES) {
      throw new IllegalArgumentException(
          categories.size() + " categories and " + series.size() + " series");
    }
    for (Series one : series) {
      if (one.values().size() != categories.size()) {
        throw new IllegalArgumentException(
            one.values().size() + " values for " + categories.size() + " categories");
      }
    }
  }

  /**
   * One thing counted.
   *
   * @param code tells it from the others of the same label
   * @param label written beside its values
   */
  public record Category(String code, String label) {}

  /**
   * One kind of value.
   *
   * @param values one per category; null: secret, or there is none. Never infinite nor NaN
   */
  public record Series(String label, List<Double> values) {
    /**
     * @throws IllegalArgumentException when a value is no number
     */
    public Series {
      Objects.requireNonNull(label);
      if (values.stream().anyMatch(value -> value != null && !Double.isFinite(value))) {
        throw new IllegalArgumentException("no number in " + values);
      }
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }
  }

  /** Whether a value is hidden or missing. */
  public boolean hasGaps() {
    return series.stream().anyMatch(one -> one.values().contains(null));
  }

  boolean wholeNumbers() {
    return series.stream()
        .flatMap(one -> one.values().stream())
        .allMatch(value -> value == null || value == Math.rint(value));
  }

  boolean hasGap(int category) {
    return series.stream().anyMatch(one -> one.values().get(category) == null);
  }
}
