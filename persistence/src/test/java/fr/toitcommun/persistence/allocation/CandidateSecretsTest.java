package fr.toitcommun.persistence.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.allocation.scoring.ScoringFact;
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

  @Test
  void aSearchForAProtectedGroundIsKnownAsSuch() {
    assertThat(CandidateFilter.read(List.of("label:G", "label:A", "motive:06")).secretWords())
        .extracting(CandidateFilter.Word::written)
        .containsExactly("label:G");
  }
}
