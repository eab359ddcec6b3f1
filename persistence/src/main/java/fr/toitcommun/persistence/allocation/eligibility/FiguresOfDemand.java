package fr.toitcommun.persistence.allocation.eligibility;

import fr.toitcommun.persistence.journal.Nominative;
import fr.toitcommun.persistence.registration.figure.Figure;
import java.util.List;

/**
 * The figures of a demand by itself.
 *
 * @param figures none for a body
 */
public record FiguresOfDemand(String uniqueNumber, List<Figure> figures) implements Nominative {
  @Override
  public List<String> uniqueNumbers() {
    return List.of(uniqueNumber);
  }
}
