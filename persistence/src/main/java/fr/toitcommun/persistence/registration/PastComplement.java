package fr.toitcommun.persistence.registration;

import java.util.List;

/**
 * What is known of the handicap complement that a demand had on a past day. The history tells that
 * it changed and never what it said, so only the present one can be read.
 *
 * @param persons what it said, when it is still the same; null for who may not read it
 */
public record PastComplement(State state, List<HandicapPersonForm> persons) {
  /** What is known. */
  public enum State {
    /** There was none. */
    NONE,
    /** It was the one there is now. */
    SAME_AS_NOW,
    /** It was put in the place of another since, or taken away. */
    CHANGED_SINCE
  }
}
