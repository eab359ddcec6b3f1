package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What closed files told is told again, and by these files alone. */
class ClosedTalliesTest {
  private final History history = History.made();
  private final ClosedTallies tallies = new ClosedTallies();
  private int counted;

  private ObservedStore over(List<ObservatoryFile> files) {
    return tallies.over(
        tally -> {
          counted++;
          return history.frozenStore().count(tally);
        },
        files);
  }

  private Tally leases(LocalDate to, Set<String> types) {
    return new Tally(
        Fact.SATISFIED,
        LocalDate.of(2020, 1, 1),
        to,
        List.of(),
        List.of(Axis.MONTH),
        Map.of(Axis.TYPE, types),
        Counting.FIRST,
        history.departements(),
        false);
  }

  @Test
  void theSameIsCountedOnceForEveryone() {
    LocalDate to = LocalDate.of(2025, 12, 31);
    List<Group> first = over(history.files).count(leases(to, Set.of("T2", "T3")));
    assertThat(first).isNotEmpty();
    assertThat(over(List.copyOf(history.files)).count(leases(to, Set.of("T3", "T2"))))
        .isEqualTo(first);
    assertThat(counted).isEqualTo(1);
    assertThat(over(history.files).count(leases(to.minusYears(1), Set.of("T2", "T3"))))
        .isNotEqualTo(first);
    assertThat(over(history.files).count(leases(to, Set.of("T2")))).isNotEqualTo(first);
    assertThat(counted).isEqualTo(3);
  }

  @Test
  void aFileWrittenAnewIsCountedAnew() {
    Tally asked = leases(LocalDate.of(2025, 12, 31), Set.of("T2"));
    over(history.files).count(asked);
    List<ObservatoryFile> anew = new ArrayList<>(history.files);
    ObservatoryFile one = anew.remove(7);
    over(anew).count(asked);
    assertThat(counted).isEqualTo(2);
    anew.add(
        7,
        new ObservatoryFile(
            one.kind(),
            one.day(),
            one.rows(),
            one.bytes(),
            "f".repeat(64),
            one.origin(),
            one.writtenAt()));
    over(anew).count(asked);
    assertThat(counted).isEqualTo(3);
  }

  @Test
  void whatIsTooMuchIsNotKept() {
    Group group = new Group(List.of("2025-01-01"), 1, 1);
    ObservedStore much =
        tallies.over(
            tally -> {
              counted++;
              return Collections.nCopies(ClosedTallies.MOST_GROUPS, group);
            },
            history.files);
    Tally asked = leases(LocalDate.of(2025, 12, 31), Set.of("T2"));
    much.count(asked);
    much.count(asked);
    assertThat(counted).isEqualTo(2);
  }
}
