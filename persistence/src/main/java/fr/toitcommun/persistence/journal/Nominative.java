package fr.toitcommun.persistence.journal;

import java.util.List;

/** A result that names persons: reading it is journalled with the demands it shows. */
public interface Nominative {
  /** Unique numbers of the demands shown by name. */
  List<String> uniqueNumbers();

  /** Whether anybody is named. Drafts and other things without a number may name persons, too. */
  default boolean names() {
    return !uniqueNumbers().isEmpty();
  }
}
