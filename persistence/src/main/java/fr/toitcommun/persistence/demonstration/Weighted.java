package fr.toitcommun.persistence.demonstration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Things that come up in proportion to their weights. */
final class Weighted<T> {
  private final List<T> items = new ArrayList<>();
  private double[] ends = new double[16];

  /** Codes and weights in one line, such as {@code "CDI 38 CDD 12"}. */
  static Weighted<String> codes(String line) {
    Weighted<String> table = new Weighted<>();
    String[] words = line.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      table.add(words[i], Double.parseDouble(words[i + 1]));
    }
    return table;
  }

  Weighted<T> add(T item, double weight) {
    if (weight <= 0) {
      return this;
    }
    if (items.size() == ends.length) {
      ends = Arrays.copyOf(ends, ends.length * 2);
    }
    ends[items.size()] = total() + weight;
    items.add(item);
    return this;
  }

  T pick(Dice dice) {
    int found = Arrays.binarySearch(ends, 0, items.size(), dice.share() * total());
    return items.get(Math.min(found < 0 ? -found - 1 : found + 1, items.size() - 1));
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  List<T> items() {
    return items;
  }

  private double total() {
    return items.isEmpty() ? 0 : ends[items.size() - 1];
  }
}
