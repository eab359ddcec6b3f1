package fr.toitcommun.persistence.observatory.quality;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts added up, and of them what the caller knows anyway, since their own desks count it: what
 * is left of the one without the other must not be few either.
 */
final class QualityNumbers {
  private final Map<String, Integer> all = new HashMap<>();
  private final Map<String, Integer> own = new HashMap<>();

  /** Adds a count. */
  void add(String indicator, int number, boolean ofOwn) {
    all.merge(indicator, number, Integer::sum);
    if (ofOwn) {
      own.merge(indicator, number, Integer::sum);
    }
  }

  /** These and those. */
  static QualityNumbers together(Collection<QualityNumbers> parts) {
    QualityNumbers sum = new QualityNumbers();
    parts.forEach(
        part -> {
          part.all.forEach((indicator, number) -> sum.all.merge(indicator, number, Integer::sum));
          part.own.forEach((indicator, number) -> sum.own.merge(indicator, number, Integer::sum));
        });
    return sum;
  }

  /** Demands that an indicator finds. */
  int found(QualityIndicator indicator) {
    return all.getOrDefault(indicator.name(), 0);
  }

  /** Active demands that it does not find. */
  int others(QualityIndicator indicator) {
    return active() - found(indicator);
  }

  /** Active demands. */
  int active() {
    return all.getOrDefault(QualityCount.ACTIVE, 0);
  }

  /** The same of the caller's own desks alone. */
  QualityNumbers ofOwn() {
    QualityNumbers numbers = new QualityNumbers();
    numbers.all.putAll(own);
    numbers.own.putAll(own);
    return numbers;
  }

  /** The same without the caller's own desks. */
  QualityNumbers ofOthers() {
    QualityNumbers numbers = new QualityNumbers();
    all.forEach(
        (indicator, number) -> numbers.all.put(indicator, number - own.getOrDefault(indicator, 0)));
    return numbers;
  }
}
