package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.allocation.eligibility.Candidacy;
import fr.toitcommun.persistence.allocation.eligibility.CandidateFigures;
import java.time.LocalDate;
import java.util.Map;

/**
 * Where a session has the figures of its candidates from: the rules need whole demands, which
 * reading a session does not.
 */
@FunctionalInterface
public interface FigureSource {
  /**
   * The figures of all of them at once.
   *
   * @param candidacies by candidate
   * @param day whose rules and amounts are in force, and on which ages are counted
   * @return by candidate
   */
  Map<Long, CandidateFigures> of(Map<Long, Candidacy> candidacies, LocalDate day);
}
