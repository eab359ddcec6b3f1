package fr.toitcommun.persistence.observatory.extract;

/** How far an extract has come. */
public enum ExtractState {
  WAITING,
  RUNNING,
  READY,
  FAILED,
  CANCELLED;

  /** Whether something is still to happen by itself. */
  public boolean isUnderWay() {
    return this == WAITING || this == RUNNING;
  }
}
