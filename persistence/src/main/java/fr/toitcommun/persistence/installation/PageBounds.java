package fr.toitcommun.persistence.installation;

/**
 * Which part of a list is read at once: what a caller asks for, brought within what a list gives.
 *
 * <p>Systems that ask for more are refused before; a page's address may say anything and still
 * shows something.
 */
public final class PageBounds {
  /** Most rows of a page. */
  public static final int MOST_ROWS = 100;

  private PageBounds() {}

  /** How many rows to pass over, when that many are asked for. */
  public static int offset(int asked) {
    return Math.max(0, asked);
  }

  /** How many rows to read, at least one and at most {@value #MOST_ROWS}. */
  public static int rows(int asked) {
    return atMost(MOST_ROWS, asked);
  }

  /**
   * How many rows to read of a list with a bound of its own, at least one.
   *
   * @param most most rows of that list at once
   */
  public static int atMost(int most, int asked) {
    return Math.max(1, Math.min(most, asked));
  }
}
