package fr.toitcommun.launcher;

/**
 * The start cannot go on, for a reason that the person at the terminal can act on: the message is
 * for them.
 */
public final class StartRefused extends RuntimeException {

  /**
   * @param message what is wrong and what to do about it
   */
  public StartRefused(String message) {
    super(message);
  }

  /**
   * @param message what is wrong and what to do about it
   * @param cause what was seen
   */
  public StartRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
