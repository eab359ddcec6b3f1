package fr.toitcommun.web.commission;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How a screen names someone whose name it hides. */
final class Initials {
  private Initials() {}

  /** The first letter of each word: A.-Z. L. G. becomes A. L. */
  static String of(String name) {
    return name == null
        ? ""
        : Arrays.stream(name.strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + ".")
            .collect(Collectors.joining("\u00a0"));
  }
}
