package fr.toitcommun.persistence.registration.duplicate;

import java.util.List;

/**
 * How likely two persons are one.
 *
 * @param likelihood 0 to 1, in hundredths
 * @param reasons what speaks for it, strongest first; empty when nothing does
 */
public record Likeness(double likelihood, List<LikenessReason> reasons) {
  /** From here a registering agent is shown the other demand. */
  public static final double SHOWN = 0.5;

  /** From here the sweep opens a set for two demands. */
  public static final double SET = 0.72;

  /** Nothing speaks for it. */
  public static final Likeness NONE = new Likeness(0, List.of());

  /** Whether a registering agent is to be asked. */
  public boolean shown() {
    return likelihood >= SHOWN;
  }

  /** Whether the two demands belong in a set that somebody decides on. */
  public boolean opensSet() {
    return likelihood >= SET;
  }
}
