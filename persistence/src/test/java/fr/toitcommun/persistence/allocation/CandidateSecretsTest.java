package fr.toitcommun.persistence.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.allocation.scoring.ScoringFact;
import fr.toitcommun.persistence.allocation.scoring.ScoringMethod;
import fr.toitcommun.persistence.registration.priority.PriorityGround;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Grounds of health and violence (L.441-1 b, g to i) are named to those who may know them. */
class CandidateSecretsTest {
  private static final int DISABLED_AND_VIOLENCE =
      PriorityGround.A.bit() | PriorityGround.G.bit() | PriorityGround.G_BIS.bit();

  @Test
  void L_441_1_aProtectedGroundIsNamedToThoseWhoMayKnowIt() {
    assertThat(CandidateRow.grounds(DISABLED_AND_VIOLENCE, true))
        .containsExactly("A", "G", "G_BIS");
    assertThat(CandidateRow.grounds(DISABLED_AND_VIOLENCE, false))
        .containsExactly("A", CandidateRow.PROTECTED);
  }

  @Test
  void L_441_1_thePointsOfAProtectedGroundDoNotNameItEither() {
    assertThat(ScoringFact.GROUND_G.sensitive()).isTrue();
    assertThat(ScoringFact.GROUND_B.sensitive()).isTrue();
    assertThat(ScoringFact.GROUND_A.sensitive()).isFalse();
    assertThat(ScoringFact.ANY_GROUND.sensitive()).isFalse();
  }

  /** A grid that everybody may read: each ground in its own place, with points of its own. */
  @Test
  void L_441_1_neitherPlaceNorOrderNorALineOfNothingNamesTheGroundThatCounted() {
    List<ScoringFact> grid =
        List.of(
            ScoringFact.GROUND_G,
            ScoringFact.SENIORITY,
            ScoringFact.GROUND_A,
            ScoringFact.ANY_GROUND,
            ScoringFact.GROUND_B);
    List<ScoreLine> violence =
        ScoreLine.told(grid, new int[] {20, 12, 0, 5, 0}, new int[] {20, 12, 0, 5, 0}, false);
    List<ScoreLine> therapy =
        ScoreLine.told(grid, new int[] {0, 12, 0, 5, 20}, new int[] {0, 12, 0, 5, 20}, false);
    assertThat(violence)
        .isEqualTo(therapy)
        .containsExactly(
            new ScoreLine("SENIORITY", 12, 12), new ScoreLine(CandidateRow.PROTECTED, 25, 25));
    assertThat(ScoreLine.told(grid, new int[] {20, 12, 0, 5, 0}, new int[] {20, 12, 0, 5, 0}, true))
        .extracting(ScoreLine::fact)
        .containsExactly("GROUND_G", "SENIORITY", "GROUND_A", "ANY_GROUND", "GROUND_B");
    Ranking ranking = new Ranking(ScoringMethod.SCORE, 1L, "244400404", 1, null, grid);
    assertThat(new CandidateFinder(null, false).told(ranking).criteria())
        .containsExactly(ScoringFact.SENIORITY);
    assertThat(new CandidateFinder(null, true).told(ranking)).isEqualTo(ranking);
  }

  @Test
  void aSearchForAProtectedGroundIsKnownAsSuch() {
    assertThat(CandidateFilter.read(List.of("label:G", "label:A", "motive:06")).secretWords())
        .extracting(CandidateFilter.Word::written)
        .containsExactly("label:G");
  }
}
