package fr.toitcommun.persistence.job;

/** Where the run of a job stands. */
public enum RunState {
  /** A server is at it, or was when it was last heard of. */
  RUNNING,
  /** It has done all. */
  DONE,
  /** Somebody stopped it; it can go on where it stopped. */
  STOPPED,
  /** A fault ended it, or its server is gone; it can go on where it stopped. */
  FAILED;

  /** Whether it can be taken up again. */
  public boolean resumable() {
    return this == STOPPED || this == FAILED;
  }
}
