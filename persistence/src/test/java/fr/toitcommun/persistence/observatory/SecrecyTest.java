package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Small numbers are kept back, and what would give them away. */
class SecrecyTest {
  private final Secrecy secrecy = new Secrecy(11);

  @Test
  void aNumberBelowTheThresholdIsKeptBackNoughtIsNot() {
    assertThat(secrecy.keepsBack(10)).isTrue();
    assertThat(secrecy.keepsBack(11)).isFalse();
    assertThat(secrecy.keepsBack(0)).isFalse();
  }

  @Test
  void aSecretAloneInItsRowTakesTheSmallestOtherWithIt() {
    long[][] counts = {{5, 40, 30, 75}, {50, 60, 70, 180}, {55, 100, 100, 255}};
    boolean[][] kept = secrecy.keptBack(counts, true, true);
    assertThat(kept[0]).containsExactly(true, false, true, false);
    assertThat(kept[1]).containsExactly(true, false, true, false);
  }

  @Test
  void ofSetsWithinEachOtherNoneIsToldThatLeavesTooFew() {
    long[][] nothingKnown = new long[2][2];
    // The file less the territory; this month less this week.
    assertThat(kept(new long[][] {{40}, {45}}, new long[2][1])).containsExactly(true, false);
    assertThat(secrecy.keptBackNested(new long[][] {{40, 45}}, new long[1][2])[0])
        .containsExactly(true, false);
    assertThat(kept(new long[][] {{40}, {40}}, new long[2][1])).containsOnly(false);
    // What the reader has by name is taken off: three others are left.
    assertThat(kept(new long[][] {{40}, {90}}, new long[][] {{37}, {37}}))
        .containsExactly(true, false);
    // Three happened outside the territory earlier in the week.
    boolean[][] kept = secrecy.keptBackNested(new long[][] {{20, 60}, {50, 93}}, nothingKnown);
    assertThat(kept[0][0] || kept[0][1] || kept[1][0] || kept[1][1]).isTrue();
    assertThat(secrecy.keptBackNested(new long[][] {{20, 60}, {50, 120}}, nothingKnown))
        .isDeepEqualTo(new boolean[2][2]);
  }

  private boolean[] kept(long[][] counts, long[][] known) {
    boolean[][] kept = secrecy.keptBackNested(counts, known);
    return new boolean[] {kept[0][0], kept[1][0]};
  }

  @Test
  void withoutTotalsNothingCanBeWorkedOut() {
    long[][] counts = {{5, 40, 30, 75}, {50, 60, 70, 180}, {55, 100, 100, 255}};
    boolean[][] kept = secrecy.keptBack(counts, false, false);
    assertThat(kept[0]).containsExactly(true, false, false, false);
    assertThat(kept[1]).containsOnly(false);
  }

  @Test
  void inNoTableIsASecretAloneInALineThatAddsUp() {
    Random chance = new Random(36);
    for (int round = 0; round < 500; round++) {
      int rows = 1 + chance.nextInt(7);
      int columns = 1 + chance.nextInt(7);
      long[][] counts = new long[rows + 1][columns + 1];
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          counts[r][c] = chance.nextInt(4) == 0 ? 0 : chance.nextInt(60);
          counts[r][columns] += counts[r][c];
          counts[rows][c] += counts[r][c];
          counts[rows][columns] += counts[r][c];
        }
      }
      boolean[][] kept = secrecy.keptBack(counts, true, true);
      for (int r = 0; r <= rows; r++) {
        int alone = 0;
        for (int c = 0; c <= columns; c++) {
          assertThat(kept[r][c] || !secrecy.keepsBack(counts[r][c])).isTrue();
          alone += kept[r][c] ? 1 : 0;
        }
        assertThat(alone).as("row %s of round %s", r, round).isNotEqualTo(1);
      }
      for (int c = 0; c <= columns; c++) {
        int alone = 0;
        for (int r = 0; r <= rows; r++) {
          alone += kept[r][c] ? 1 : 0;
        }
        assertThat(alone).as("column %s of round %s", c, round).isNotEqualTo(1);
      }
    }
  }

  @Test
  void whatSeveralComeToTogetherIsNoSmallNumberEither() {
    long[][] counts = {{5, 4, 30, 40, 79}, {50, 60, 70, 80, 260}, {55, 64, 100, 120, 339}};
    assertThat(secrecy.keptBack(counts, true, false)[0])
        .containsExactly(true, true, true, false, false);
  }

  @Test
  void aHiddenCellBetweenTwoHiddenBlocksIsNotWorkedOutFromBoth() {
    // Two blocks of four with one cell between them: no line has a secret alone.
    long[][] inside = {
      {5, 6, 40, 50}, {7, 8, 9, 60}, {45, 55, 5, 6}, {65, 75, 7, 8},
    };
    long[][] counts = withTotals(inside);
    assertThat(HiddenCells.workedOut(counts, primary(counts))).isNotEmpty();
    boolean[][] kept = secrecy.keptBack(counts, true, true);
    assertThat(HiddenCells.workedOut(counts, kept)).isEmpty();
  }

  private boolean[][] primary(long[][] counts) {
    return secrecy.keptBack(counts, false, false);
  }

  @Test
  void nobodyWorksOutAHiddenCellByEquations() {
    Random chance = new Random(42);
    int attacked = 0;
    for (int round = 0; round < 400; round++) {
      long[][] inside = new long[1 + chance.nextInt(8)][1 + chance.nextInt(8)];
      for (long[] row : inside) {
        for (int c = 0; c < row.length; c++) {
          row[c] = chance.nextInt(3) == 0 ? 0 : chance.nextInt(chance.nextBoolean() ? 15 : 90);
        }
      }
      long[][] counts = withTotals(inside);
      attacked += HiddenCells.workedOut(counts, primary(counts)).isEmpty() ? 0 : 1;
      assertThat(HiddenCells.workedOut(counts, secrecy.keptBack(counts, true, true)))
          .as("round %s", round)
          .isEmpty();
    }
    // The attack is one: without the second step it finds many.
    assertThat(attacked).isGreaterThan(100);
  }

  private static long[][] withTotals(long[][] inside) {
    int rows = inside.length;
    int columns = inside[0].length;
    long[][] counts = new long[rows + 1][columns + 1];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        counts[r][c] = inside[r][c];
        counts[r][columns] += inside[r][c];
        counts[rows][c] += inside[r][c];
        counts[rows][columns] += inside[r][c];
      }
    }
    return counts;
  }

  /** Own: of A none, of B all; B is in the reader's list by name, and would give A away. */
  @Test
  void aLineThatTheReaderHasByNameHidesNoOther() {
    boolean[][] kept =
        new Secrecy(11)
            .keptBackLines(
                new long[][] {{5}, {12}, {100}}, new long[][] {{0}, {12}, {0}}, new boolean[1]);
    assertThat(kept).isDeepEqualTo(new boolean[][] {{true}, {false}, {true}, {false}});
  }

  @Test
  void linesKeptBackComeToEnoughOthersThanTheReaderHasByName() {
    boolean[][] kept =
        new Secrecy(11)
            .keptBackLines(
                new long[][] {{20}, {20}, {100}, {300}},
                new long[][] {{15}, {17}, {0}, {0}},
                new boolean[1]);
    assertThat(kept).isDeepEqualTo(new boolean[][] {{true}, {true}, {true}, {false}, {false}});
  }

  @Test
  void linesDoNotComeToAWholeThatIsNotTold() {
    long[][] counts = {{40, 40}, {50, 50}};
    boolean[][] kept =
        new Secrecy(11).keptBackLines(counts, new long[2][2], new boolean[] {true, false});
    assertThat(kept).isDeepEqualTo(new boolean[][] {{true, false}, {false, false}, {true, false}});
  }
}
