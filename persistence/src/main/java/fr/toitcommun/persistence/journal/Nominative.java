package fr.toitcommun.persistence.journal;

import java.util.List;

/** A result that names persons: reading it is journalled with the demands it shows. */
public interface Nominative {
  /** Unique numbers of the demands shown by name. */
  List<String> uniqueNumbers();
}
