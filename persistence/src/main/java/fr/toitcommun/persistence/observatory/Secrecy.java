package fr.toitcommun.persistence.observatory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which cells of a table are kept back: those that stand for too few, and as many more as it takes
 * that none of these can be worked out from the totals (INSEE's usual rules: primary and secondary
 * secrecy). Neither can a number below the threshold that several of them come to together.
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
    keepBackMore(counts, kept, acrossAddsUp, downAddsUp);
    return kept;
  }

  /**
   * Keeps back as many more cells as it takes that none of those kept back can be worked out.
   *
   * @param counts as of {@link #keptBack}
   * @param kept cells kept back, for whatever reason
   */
  void keepBackMore(long[][] counts, boolean[][] kept, boolean acrossAddsUp, boolean downAddsUp) {
    int rows = counts.length;
    int columns = rows == 0 ? 0 : counts[0].length;
    boolean more = true;
    while (more) {
      more = false;
      for (int r = 0; acrossAddsUp && r < rows; r++) {
        more |= protect(new Line(counts, kept, r, true));
      }
      for (int c = 0; downAddsUp && c < columns; c++) {
        more |= protect(new Line(counts, kept, c, false));
      }
      if (!more && acrossAddsUp && downAddsUp) {
        more = protectBridges(counts, kept);
      }
    }
  }

  /**
   * The numbers kept back among lines that come to a whole, once what the reader has by name is
   * taken off: in each of several columns.
   *
   * @param counts by line and column
   * @param known how many of each the reader has by name
   * @param wholeKept by column, whether the whole is kept back
   */
  boolean[][] keptBackLines(long[][] counts, long[][] known, boolean[] wholeKept) {
    int lines = counts.length;
    long[][] left = new long[lines + 1][wholeKept.length];
    boolean[][] kept = new boolean[lines + 1][wholeKept.length];
    kept[lines] = wholeKept.clone();
    for (int r = 0; r < lines; r++) {
      for (int c = 0; c < wholeKept.length; c++) {
        left[r][c] = counts[r][c] - known[r][c];
        left[lines][c] += left[r][c];
        kept[r][c] = keepsBack(counts[r][c]) || keepsBack(left[r][c]);
      }
    }
    keepBackMore(left, kept, false, true);
    return kept;
  }

  /**
   * The numbers kept back among numbers of sets that lie in each other, of times that lie in each
   * other: a territory in its file, this week in this month. None of those told may be small, nor
   * what lies between two of them, once what the reader has by name is taken off.
   *
   * @param counts by set and time, the innermost first
   * @param known how many of each the reader has by name
   */
  boolean[][] keptBackNested(long[][] counts, long[][] known) {
    boolean[][] kept = new boolean[counts.length][counts[0].length];
    for (int r = 0; r < counts.length; r++) {
      for (int c = 0; c < counts[r].length; c++) {
        kept[r][c] = keepsBack(counts[r][c]);
      }
    }
    Nested nested = new Nested(counts, known, kept);
    for (int[] corner = nested.givenAway(this); corner != null; corner = nested.givenAway(this)) {
      kept[corner[0]][corner[1]] = true;
    }
    return kept;
  }

  /**
   * Sets and times that lie in each other; before the innermost there is nothing, and it is told.
   */
  private record Nested(long[][] counts, long[][] known, boolean[][] kept) {
    /** The smallest number that gives a small one away; null: none does. */
    int[] givenAway(Secrecy secrecy) {
      for (int r = 0; r < counts.length; r++) {
        for (int c = 0; c < counts[r].length; c++) {
          for (int within = -1; within <= r; within++) {
            for (int before = -1; before <= c; before++) {
              boolean corners = told(within, c) && told(r, before);
              if (told(r, c)
                  && told(within, before)
                  && (secrecy.keepsBack(left(r, c) - left(within, before))
                      || corners
                          && secrecy.keepsBack(
                              left(r, c)
                                  - left(within, c)
                                  - left(r, before)
                                  + left(within, before)))) {
                return smallest(new int[][] {{within, before}, {within, c}, {r, before}, {r, c}});
              }
            }
          }
        }
      }
      return null;
    }

    private boolean told(int r, int c) {
      return r < 0 || c < 0 || !kept[r][c];
    }

    private long left(int r, int c) {
      return r < 0 || c < 0 ? 0 : counts[r][c] - known[r][c];
    }

    private int[] smallest(int[][] corners) {
      int[] smallest = null;
      for (int[] at : corners) {
        if (at[0] >= 0
            && at[1] >= 0
            && !kept[at[0]][at[1]]
            && counts[at[0]][at[1]] > 0
            && (smallest == null || counts[at[0]][at[1]] < counts[smallest[0]][smallest[1]])) {
          smallest = at;
        }
      }
      return smallest;
    }
  }

  /** A row or a column, its total last. */
  private record Line(long[][] counts, boolean[][] kept, int at, boolean across) {
    int size() {
      return across ? counts[at].length : counts.length;
    }

    long count(int i) {
      return across ? counts[at][i] : counts[i][at];
    }

    boolean isKept(int i) {
      return across ? kept[at][i] : kept[i][at];
    }

    void keep(int i) {
      kept[across ? at : i][across ? i : at] = true;
    }
  }

  /** Keeps one more of a line where those kept back could be worked out from its total. */
  private boolean protect(Line line) {
    int last = line.size() - 1;
    int number = 0;
    long sum = 0;
    int least = -1;
    for (int i = 0; i <= last; i++) {
      if (line.isKept(i)) {
        number++;
        sum += line.count(i);
      } else if (line.count(i) > 0 && (least < 0 || line.count(i) < line.count(least))) {
        least = i;
      }
    }
    // With the total on show, what those kept back come to together is no secret.
    boolean tooFew = number > 0 && !line.isKept(last) && keepsBack(sum);
    if (least < 0 || number != 1 && !tooFew) {
      return false;
    }
    line.keep(least);
    return true;
  }

  /**
   * Rows and columns are seen as points, cells kept back as ways between them: a cell can be worked
   * out just when no other way leads from its row to its column. One more way is made then.
   */
  static boolean protectBridges(long[][] counts, boolean[][] kept) {
    boolean more = false;
    Bridges walk = new Bridges(kept);
    List<int[]> added = new ArrayList<>();
    for (int[] bridge : walk.all()) {
      // What was kept for an earlier one may have mended this.
      if (walk.isBridge(bridge) && added.stream().noneMatch(around(walk, bridge))) {
        int[] cell = smallest(counts, kept, walk.side(bridge));
        if (cell != null) {
          kept[cell[0]][cell[1]] = true;
          more = true;
          added.add(cell);
          if (!walk.isOfOnePart(cell)) {
            // Two parts are one now: what lies on either side is found anew.
            walk = new Bridges(kept);
            added.clear();
          }
        }
      }
    }
    return more;
  }

  private static Predicate<int[]> around(Bridges walk, int[] bridge) {
    return cell -> walk.leadsAround(bridge, cell);
  }

  /** The smallest cell on show with one end on a side, as row and column; null: there is none. */
  private static int[] smallest(long[][] counts, boolean[][] kept, boolean[] side) {
    int row = -1;
    int column = -1;
    for (int r = 0; r < counts.length; r++) {
      for (int c = 0; c < counts[r].length; c++) {
        if (!kept[r][c]
            && counts[r][c] > 0
            && side[r] != side[counts.length + c]
            && (row < 0 || counts[r][c] < counts[row][column])) {
          row = r;
          column = c;
        }
      }
    }
    return row < 0 ? null : new int[] {row, column};
  }
}
