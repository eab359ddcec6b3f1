package fr.toitcommun.persistence.observatory.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The classes that the values of a map fall into. A class goes from its lower bound, included, to
 * the next one, excluded; the last one includes its end. Where values go below and above zero, zero
 * is a bound: no class mixes growth and decline.
 *
 * @param bounds ascending, one more than there are classes; empty when there is no value
 */
public record Classes(List<Double> bounds) {
  /** Fewest classes that may be asked for. */
  public static final int FEWEST = 3;

  /** Most classes that may be asked for: more shades of one colour nobody tells apart. */
  public static final int MOST = 7;

  /**
   * Classes of these values. Fewer distinct values than classes give one class each.
   *
   * @param wanted from {@link #FEWEST} to {@link #MOST}
   * @throws IllegalArgumentException for another number of classes
   */
  public static Classes of(double[] values, ClassMethod method, int wanted) {
    if (wanted < FEWEST || wanted > MOST) {
      throw new IllegalArgumentException(wanted + " classes");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    if (sorted.length == 0) {
      return new Classes(List.of());
    }
    double end = sorted[sorted.length - 1];
    List<Double> bounds;
    if (sorted[0] < 0 && end > 0) {
      bounds = new ArrayList<>(diverging(sorted, method, wanted));
    } else {
      bounds = new ArrayList<>(starts(sorted, method, wanted));
    }
    bounds.add(end);
    return new Classes(List.copyOf(bounds));
  }

  /** Both sides of zero are classed apart, each with half of the classes. */
  private static SortedSet<Double> diverging(double[] sorted, ClassMethod method, int wanted) {
    double[] below = Arrays.stream(sorted).filter(value -> value < 0).toArray();
    double[] above = Arrays.stream(sorted).filter(value -> value >= 0).toArray();
    SortedSet<Double> starts = starts(above, method, wanted - wanted / 2);
    starts.remove(starts.first());
    starts.add(0d);
    starts.addAll(starts(below, method, wanted / 2));
    return starts;
  }

  private static SortedSet<Double> starts(double[] sorted, ClassMethod method, int wanted) {
    double[] distinct = Arrays.stream(sorted).distinct().toArray();
    SortedSet<Double> starts = new TreeSet<>();
    if (distinct.length <= wanted) {
      for (double value : distinct) {
        starts.add(value);
      }
      return starts;
    }
    switch (method) {
      case QUANTILE -> quantiles(sorted, wanted, starts);
      case EQUAL -> {
        double width = (sorted[sorted.length - 1] - sorted[0]) / wanted;
        for (int i = 0; i < wanted; i++) {
          starts.add(sorted[0] + i * width);
        }
      }
      case JENKS -> starts.addAll(NaturalBreaks.starts(sorted, wanted));
    }
    return starts;
  }

  /** Equal values stay together, so that classes may be fewer and not quite as full. */
  private static void quantiles(double[] sorted, int wanted, SortedSet<Double> starts) {
    for (int i = 0; i < wanted; i++) {
      starts.add(sorted[(int) Math.round((double) i * sorted.length / wanted)]);
    }
  }

  /** How many classes there are. */
  public int count() {
    return Math.max(0, bounds.size() - 1);
  }

  /** The class of a value, from zero; a value outside belongs to the nearest one. */
  public int of(double value) {
    int found = 0;
    for (int i = 1; i < count(); i++) {
      if (value >= bounds.get(i)) {
        found = i;
      }
    }
    return found;
  }

  /** Where a class begins. */
  public double from(int number) {
    return bounds.get(number);
  }

  /** Where a class ends. */
  public double to(int number) {
    return bounds.get(number + 1);
  }

  /** Whether values lie on both sides of zero. */
  public boolean isDiverging() {
    return !bounds.isEmpty() && bounds.get(0) < 0 && bounds.get(bounds.size() - 1) > 0;
  }

  /** The number of the first class from zero upwards; zero when there is none below. */
  public int firstFromZero() {
    int below = 0;
    while (below < count() && from(below) < 0) {
      below++;
    }
    return below;
  }

  /** How many of the values are in each class. */
  public List<Integer> counts(double[] values) {
    Integer[] counts = new Integer[count()];
    Arrays.fill(counts, 0);
    for (double value : values) {
      counts[of(value)]++;
    }
    return new ArrayList<>(List.of(counts));
  }
}
