package fr.toitcommun.persistence.registration;

import java.util.Set;

/**
 * How a household separates.
 *
 * @param coApplicant identity of the co-applicant who gets a demand of their own
 * @param leaving identities of the persons in charge who go along
 * @param shared identities of the children who live with both in turn from now on
 */
public record Separation(Long coApplicant, Set<Long> leaving, Set<Long> shared) {
  /** Takes copies; absent sets are empty. */
  public Separation {
    leaving = leaving == null ? Set.of() : Set.copyOf(leaving);
    shared = shared == null ? Set.of() : Set.copyOf(shared);
  }
}
