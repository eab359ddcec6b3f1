package fr.toitcommun.persistence.registration.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupingTest {
  private static final Likeness LIKELY = new Likeness(0.9, List.of(LikenessReason.SAME_NAMES));
  private static final Likeness LESS = new Likeness(0.8, List.of(LikenessReason.SOUNDS_ALIKE));

  @Test
  void whoIsLikeOneOfASetJoinsIt() {
    Grouping grouping = new Grouping(Set.of());
    grouping.join(
        List.of(pair(1, 2, LESS), pair(3, 4, LIKELY), pair(2, 3, LIKELY), pair(8, 9, LESS)));
    assertThat(grouping.changed())
        .extracting(Grouping.Group::demands)
        .containsExactly(Set.of(1L, 2L, 3L, 4L), Set.of(8L, 9L));
    assertThat(grouping.changed().get(0).likeness().likelihood()).isEqualTo(0.9);
    assertThat(grouping.changed().get(0).likeness().reasons())
        .containsExactly(LikenessReason.SAME_NAMES, LikenessReason.SOUNDS_ALIKE);
  }

  @Test
  void twoWhoWereToldApartAreNotBroughtTogetherByAThird() {
    Grouping grouping = new Grouping(Set.of(LikelyPair.Demands.of(3, 1)));
    grouping.join(List.of(pair(1, 2, LIKELY), pair(2, 3, LESS), pair(1, 3, LIKELY)));
    assertThat(grouping.changed())
        .extracting(Grouping.Group::demands)
        .containsExactly(Set.of(1L, 2L));
  }

  @Test
  void anOpenSetStaysUntilItGrows() {
    Grouping grouping = new Grouping(Set.of());
    grouping.open(7, List.of(1L, 2L), LESS);
    grouping.open(5, List.of(3L, 4L), LESS);
    grouping.join(List.of(pair(1, 2, LIKELY)));
    assertThat(grouping.changed()).isEmpty();
    grouping.join(List.of(pair(2, 4, LESS)));
    assertThat(grouping.changed()).hasSize(1);
    assertThat(grouping.changed().get(0).sets()).containsExactly(5L, 7L);
  }

  private static LikelyPair pair(long one, long other, Likeness likeness) {
    return LikelyPair.ofApplicants(one, other, likeness);
  }
}
