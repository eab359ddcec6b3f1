package fr.toitcommun.ejb.observatory.chart;

/**
 * Names a series or a category to JFreeChart, which takes things of one label for one thing.
 *
 * @param place its order
 */
record ChartKey(int place, String label) implements Comparable<ChartKey> {
  @Override
  public int compareTo(ChartKey other) {
    return Integer.compare(place, other.place);
  }

  @Override
  public String toString() {
    return label;
  }
}
