package fr.toitcommun.persistence.allocation.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.allocation.CandidateTrait;
import fr.toitcommun.persistence.allocation.HouseholdKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a simulation tells who may not know of health and violence (L.441-1, R.441-2-6). */
class SimulationSecretsTest {
  private static final int FEWEST = 11;

  @Test
  void L_441_1_aGridThatSinglesOutAProtectedGroundIsKnownAsSuch() {
    assertThat(tells(ScoringFact.GROUND_G, ScoringFact.SENIORITY)).isTrue();
    assertThat(tells(ScoringFact.GROUND_B)).isTrue();
    assertThat(tells(ScoringFact.ANY_GROUND, ScoringFact.SENIORITY)).isFalse();
    assertThat(tells(ScoringFact.GROUND_A, ScoringFact.GROUND_C)).isFalse();
    assertThat(tells(ScoringFact.ANY_GROUND, ScoringFact.GROUND_A))
        .as("all grounds less those counted apart")
        .isTrue();
  }

  /** One of thirty demands, a single parent, rises from the last place to the first. */
  @Test
  void L_441_1_whoRisesByAProtectedGroundIsNotToBeRecognised() {
    List<Simulation.Line> lines = new ArrayList<>();
    for (int i = 1; i <= 29; i++) {
      lines.add(line(i + 1, i, i <= 20 ? HouseholdKind.SINGLE : HouseholdKind.FAMILY, "HLM"));
    }
    lines.add(line(1, 30, HouseholdKind.PARENT, "CP"));
    Simulation told = Simulation.of(lines);
    assertThat(told.rising()).isEqualTo(1);
    assertThat(told.first().get(0).householdKind()).isEqualTo(HouseholdKind.PARENT);
    assertThat(told.withheld()).isFalse();

    Simulation kept = told.withoutSecrets(FEWEST);
    assertThat(kept.withheld()).isTrue();
    assertThat(kept.first()).isEmpty();
    assertThat(kept.total()).isEqualTo(30);
    assertThat(kept.rising()).isNull();
    assertThat(kept.falling()).isEqualTo(29);
    assertThat(kept.groups())
        .extracting(Simulation.Group::key)
        .containsExactly("tenure:HLM", "household:SINGLE");
    assertThat(kept.groups())
        .allSatisfy(
            group -> {
              assertThat(group.demands()).isGreaterThanOrEqualTo(FEWEST);
              assertThat(
                      Stream.of(
                          group.rising(), group.falling(), group.headBefore(), group.headAfter()))
                  .allMatch(count -> count == null || count == 0 || count >= FEWEST);
            });
  }

  /** Within a large group, too: its mean over the few that move would tell how many they are. */
  @Test
  void L_441_1_aMeanOfFewThatMoveIsNotToldEither() {
    List<Simulation.Line> lines = new ArrayList<>();
    for (int i = 1; i <= 29; i++) {
      lines.add(line(i, i, HouseholdKind.SINGLE, "HLM"));
    }
    lines.add(line(30, 60, HouseholdKind.SINGLE, "HLM"));
    Simulation.Group group = Simulation.of(lines).withoutSecrets(FEWEST).groups().get(0);
    assertThat(group.rising()).isNull();
    assertThat(group.falling()).isZero();
    assertThat(group.meanMove()).isNull();
  }

  private static boolean tells(ScoringFact... facts) {
    return Simulation.tellsSecrets(
        Stream.of(facts).map(fact -> new ScoringCriterion(fact, 10, null, false, null)).toList());
  }

  private static Simulation.Line line(int after, int before, HouseholdKind kind, String tenure) {
    return new Simulation.Line(
        after, before, 10, 20, kind, LocalDate.of(2024, 1, 1), List.<CandidateTrait>of(), tenure);
  }
}
