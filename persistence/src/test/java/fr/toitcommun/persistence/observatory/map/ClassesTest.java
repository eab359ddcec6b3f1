package fr.toitcommun.persistence.observatory.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the values of a map are told apart, on cases worked by hand. */
class ClassesTest {
  private static final double[] TWELVE = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 100};

  @Test
  void quantilesHoldAsManyValuesEach() {
    Classes classes = Classes.of(TWELVE, ClassMethod.QUANTILE, 4);
    assertThat(classes.bounds()).containsExactly(1d, 4d, 7d, 10d, 100d);
    assertThat(classes.counts(TWELVE)).containsExactly(3, 3, 3, 3);
  }

  @Test
  void equalClassesAreAsWideAsEachOther() {
    Classes classes = Classes.of(TWELVE, ClassMethod.EQUAL, 3);
    assertThat(classes.bounds()).containsExactly(1d, 34d, 67d, 100d);
    assertThat(classes.counts(TWELVE)).containsExactly(11, 0, 1);
  }

  @Test
  void naturalBreaksLieWhereValuesLeaveGaps() {
    double[] values = {4, 5, 9, 10, 11, 30, 31, 33};
    Classes classes = Classes.of(values, ClassMethod.JENKS, 3);
    assertThat(classes.bounds()).containsExactly(4d, 9d, 30d, 33d);
    assertThat(classes.counts(values)).containsExactly(2, 3, 3);
  }

  @Test
  void naturalBreaksWeighValuesByHowOftenTheyOccur() {
    // One 3 may join the ones; a hundred of them outweigh everything and stand alone.
    double[] few = {1, 1, 1, 3, 10, 20};
    double[] many = new double[105];
    Arrays.fill(many, 3);
    System.arraycopy(new double[] {1, 1, 10, 20, 21}, 0, many, 0, 5);
    assertThat(Classes.of(few, ClassMethod.JENKS, 3).bounds()).containsExactly(1d, 10d, 20d, 20d);
    assertThat(Classes.of(many, ClassMethod.JENKS, 4).counts(many)).containsExactly(2, 100, 1, 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noOtherBreaksLeaveLessVariance(long seed) {
    double[] values = new Random(seed).doubles(14, 0, 100).map(Math::rint).toArray();
    Classes jenks = Classes.of(values, ClassMethod.JENKS, 3);
    double[] sorted = Arrays.stream(values).sorted().distinct().toArray();
    double least = Double.MAX_VALUE;
    for (int i = 1; i < sorted.length; i++) {
      for (int j = i + 1; j < sorted.length; j++) {
        least = Math.min(least, variance(values, sorted[i], sorted[j]));
      }
    }
    assertThat(variance(values, jenks.from(1), jenks.from(2)))
        .isCloseTo(least, org.assertj.core.data.Offset.offset(1e-6));
  }

  private static double variance(double[] values, double second, double third) {
    double total = 0;
    double[][] parts = {
      Arrays.stream(values).filter(v -> v < second).toArray(),
      Arrays.stream(values).filter(v -> v >= second && v < third).toArray(),
      Arrays.stream(values).filter(v -> v >= third).toArray()
    };
    for (double[] part : parts) {
      double mean = Arrays.stream(part).average().orElse(0);
      total += Arrays.stream(part).map(v -> (v - mean) * (v - mean)).sum();
    }
    return total;
  }

  @ParameterizedTest
  @EnumSource(ClassMethod.class)
  void fewDistinctValuesGetAClassEach(ClassMethod method) {
    double[] values = {2, 0, 2, 7, 0};
    Classes classes = Classes.of(values, method, 5);
    assertThat(classes.bounds()).containsExactly(0d, 2d, 7d, 7d);
    assertThat(classes.counts(values)).containsExactly(2, 2, 1);
  }

  @ParameterizedTest
  @EnumSource(ClassMethod.class)
  void oneValueIsOneClassAndNoneIsNone(ClassMethod method) {
    assertThat(Classes.of(new double[] {4, 4}, method, 3).counts(new double[] {4, 4}))
        .containsExactly(2);
    assertThat(Classes.of(new double[0], method, 3).count()).isZero();
  }

  @Test
  void manyZerosAreOneClassOfQuantiles() {
    double[] values = {0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6};
    Classes classes = Classes.of(values, ClassMethod.QUANTILE, 5);
    assertThat(classes.bounds()).containsExactly(0d, 2d, 5d, 6d);
    assertThat(classes.counts(values)).containsExactly(7, 3, 2);
  }

  @ParameterizedTest
  @EnumSource(ClassMethod.class)
  void noClassMixesGrowthAndDecline(ClassMethod method) {
    double[] values = {-9, -8, -3, -1, 0, 0.5, 2, 4, 20};
    Classes classes = Classes.of(values, method, 5);
    assertThat(classes.isDiverging()).isTrue();
    assertThat(classes.bounds()).contains(0d).startsWith(-9d).endsWith(20d);
    assertThat(classes.count()).isEqualTo(5);
    int zero = classes.firstFromZero();
    assertThat(classes.from(zero)).isZero();
    for (double value : values) {
      assertThat(classes.of(value) < zero).as("%s", value).isEqualTo(value < 0);
    }
  }

  @ParameterizedTest
  @EnumSource(ClassMethod.class)
  void everyValueFallsIntoTheClassWhoseBoundsHoldIt(ClassMethod method) {
    double[] values = new Random(7).doubles(500, -20, 90).toArray();
    for (int wanted = Classes.FEWEST; wanted <= Classes.MOST; wanted++) {
      Classes classes = Classes.of(values, method, wanted);
      assertThat(classes.count()).isEqualTo(wanted);
      assertThat(classes.bounds()).isSorted();
      for (double value : values) {
        int of = classes.of(value);
        assertThat(value).isBetween(classes.from(of), classes.to(of));
      }
      assertThat(classes.counts(values).stream().mapToInt(n -> n).sum()).isEqualTo(values.length);
    }
  }

  @Test
  void twoClassesAreTooFewAndEightTooMany() {
    for (int wanted : new int[] {2, 8}) {
      assertThatThrownBy(() -> Classes.of(TWELVE, ClassMethod.EQUAL, wanted))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
