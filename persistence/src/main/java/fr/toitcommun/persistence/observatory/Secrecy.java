package fr.toitcommun.persistence.observatory;

/**
 * Which cells of a table are kept back: those that stand for too few, and as many more as it takes
 * that none of these can be worked out from the totals (INSEE's usual rules: primary and secondary
 * secrecy).
 */
final class Secrecy {
  private final int threshold;

  /**
   * Secrecy below a threshold.
   *
   * @param threshold numbers from 1 to below this are kept back; 0 or 1: none is
   */
  Secrecy(int threshold) {
    this.threshold = threshold;
  }

  /** Whether a number is kept back for itself. */
  boolean keepsBack(long count) {
    return count > 0 && count < threshold;
  }

  /**
   * The cells kept back in a table of numbers.
   *
   * @param counts by row and column, with the totals as last row and last column
   * @param acrossAddsUp whether a row's last number is the sum of the others
   * @param downAddsUp whether a column's last number is the sum of the others
   */
  boolean[][] keptBack(long[][] counts, boolean acrossAddsUp, boolean downAddsUp) {
    int rows = counts.length;
    int columns = rows == 0 ? 0 : counts[0].length;
    boolean[][] kept = new boolean[rows][columns];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        kept[r][c] = keepsBack(counts[r][c]);
      }
    }
    boolean more = true;
    while (more) {
      more = false;
      for (int r = 0; acrossAddsUp && r < rows; r++) {
        more |= protectRow(counts, kept, r);
      }
      for (int c = 0; downAddsUp && c < columns; c++) {
        more |= protectColumn(counts, kept, c);
      }
    }
    return kept;
  }

  private static boolean protectRow(long[][] counts, boolean[][] kept, int row) {
    int alone = 0;
    int least = -1;
    for (int c = 0; c < counts[row].length; c++) {
      if (kept[row][c]) {
        alone++;
      } else if (counts[row][c] > 0 && (least < 0 || counts[row][c] < counts[row][least])) {
        least = c;
      }
    }
    if (alone != 1 || least < 0) {
      return false;
    }
    kept[row][least] = true;
    return true;
  }

  private static boolean protectColumn(long[][] counts, boolean[][] kept, int column) {
    int alone = 0;
    int least = -1;
    for (int r = 0; r < counts.length; r++) {
      if (kept[r][column]) {
        alone++;
      } else if (counts[r][column] > 0
          && (least < 0 || counts[r][column] < counts[least][column])) {
        least = r;
      }
    }
    if (alone != 1 || least < 0) {
      return false;
    }
    kept[least][column] = true;
    return true;
  }
}
