package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One walk over a table finds what a search for each of its cells would find. */
class BridgesTest {
  private static final int ENOUGH_FOR_POINTS = 4_000_000;

  private final Random chance = new Random(1974);

  private boolean[][] marked(int rows, int columns, int oneIn) {
    boolean[][] marked = new boolean[rows][columns];
    for (boolean[] row : marked) {
      for (int c = 0; c < columns; c++) {
        row[c] = chance.nextInt(oneIn) == 0;
      }
    }
    return marked;
  }

  private static boolean[][] copy(boolean[][] marked) {
    boolean[][] copy = new boolean[marked.length][];
    for (int r = 0; r < marked.length; r++) {
      copy[r] = marked[r].clone();
    }
    return copy;
  }

  /** What can be reached from a cell's row without the cell. */
  private static boolean[] reached(boolean[][] marked, int[] cell) {
    int rows = marked.length;
    boolean[] reached = new boolean[rows + marked[0].length];
    Deque<Integer> left = new ArrayDeque<>(List.of(cell[0]));
    reached[cell[0]] = true;
    while (!left.isEmpty()) {
      int point = left.pop();
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < marked[r].length; c++) {
          int other = point == r ? rows + c : point == rows + c ? r : -1;
          boolean itself = r == cell[0] && c == cell[1];
          if (other >= 0 && marked[r][c] && !itself && !reached[other]) {
            reached[other] = true;
            left.push(other);
          }
        }
      }
    }
    return reached;
  }

  @Test
  void bridgesAreTheCellsWhoseEndsNothingElseJoins() {
    int found = 0;
    for (int round = 0; round < 300; round++) {
      boolean[][] marked = marked(1 + chance.nextInt(9), 1 + chance.nextInt(9), 3);
      Bridges walk = new Bridges(marked);
      List<List<Integer>> expected = new ArrayList<>();
      for (int r = 0; r < marked.length; r++) {
        for (int c = 0; c < marked[0].length; c++) {
          int[] cell = {r, c};
          boolean[] reached = reached(marked, cell);
          if (marked[r][c] && !reached[marked.length + c]) {
            expected.add(List.of(r, c));
            assertThat(walk.side(cell)).as("round %s", round).isEqualTo(reached);
          }
          assertThat(marked[r][c] && walk.isBridge(cell))
              .isEqualTo(marked[r][c] && !reached[marked.length + c]);
        }
      }
      assertThat(walk.all().stream().map(one -> List.of(one[0], one[1])))
          .as("round %s", round)
          .containsExactlyInAnyOrderElementsOf(expected);
      found += expected.size();
    }
    assertThat(found).isGreaterThan(500);
  }

  /** As it was: a search from each bridge's row, in the table as it is by then. */
  private static boolean[][] mendedOneByOne(long[][] counts, boolean[][] marked) {
    boolean[][] kept = copy(marked);
    for (int[] bridge : new Bridges(marked).all()) {
      boolean[] side = reached(kept, bridge);
      int[] least = null;
      for (int r = 0; !side[counts.length + bridge[1]] && r < counts.length; r++) {
        for (int c = 0; c < counts[r].length; c++) {
          if (!kept[r][c]
              && counts[r][c] > 0
              && side[r] != side[counts.length + c]
              && (least == null || counts[r][c] < counts[least[0]][least[1]])) {
            least = new int[] {r, c};
          }
        }
      }
      if (least != null) {
        kept[least[0]][least[1]] = true;
      }
    }
    return kept;
  }

  private int mended(int rows, int columns, int oneIn) {
    boolean[][] marked = marked(rows, columns, oneIn);
    long[][] counts = new long[rows][columns];
    for (long[] row : counts) {
      for (int c = 0; c < columns; c++) {
        row[c] = chance.nextInt(3) == 0 ? 0 : chance.nextInt(40);
      }
    }
    boolean[][] kept = copy(marked);
    Secrecy.protectBridges(counts, kept);
    assertThat(kept).isDeepEqualTo(mendedOneByOne(counts, marked));
    return (int)
        IntStream.range(0, rows * columns)
            .filter(i -> kept[i / columns][i % columns] && !marked[i / columns][i % columns])
            .count();
  }

  @Test
  void whatIsKeptBackForBridgesIsTheSameAsBySearchingFromEach() {
    int small = 0;
    for (int round = 0; round < 400; round++) {
      small += mended(1 + chance.nextInt(12), 1 + chance.nextInt(12), 2 + chance.nextInt(6));
    }
    assertThat(small).isGreaterThan(1_000);
    // Many rows, few marked: parts that hang together by one cell, and parts that become one.
    assertThat(mended(300, 12, 12)).isGreaterThan(50);
    assertThat(mended(200, 40, 30)).isGreaterThan(50);
    assertThat(mended(250, 30, 60)).isGreaterThan(50);
  }

  @Test
  void aTableOfThousandsOfRowsTakesRoomForItsPointsAlone() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    boolean[][] marked = marked(3_000, 40, 200);
    Bridges first = new Bridges(marked);
    long before = threads.getCurrentThreadAllocatedBytes();
    Bridges again = new Bridges(marked);
    long taken = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(again.all()).hasSameSizeAs(first.all()).isNotEmpty();
    assertThat(taken).isLessThan(ENOUGH_FOR_POINTS);
  }
}
