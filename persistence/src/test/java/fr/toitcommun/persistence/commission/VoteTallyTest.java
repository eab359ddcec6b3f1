package fr.toitcommun.persistence.commission;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.commission.VoteTally.Result;
import fr.toitcommun.persistence.commission.VoteTally.Voice;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VoteTallyTest {
  private static final long MAYOR = 9;

  @Test
  void R_441_9_withoutItsQuorumAVoteProposesNothing() {
    Map<Long, List<Voice>> two = votes(1, yes(1, 1), yes(2, 1));
    assertThat(VoteTally.of(two, 3)).extracting(Result::choice).containsOnlyNulls();
    assertThat(VoteTally.of(two, 2))
        .extracting(Result::choice)
        .containsExactly(RemoteChoice.ALLOCATION);
  }

  @Test
  void R_441_9_theQuorumIsThatOfTheCandidateVotedOn() {
    Map<Long, List<Voice>> votes = new LinkedHashMap<>();
    votes.put(1L, List.of(yes(1, 1), yes(2, 1), yes(3, 1)));
    votes.put(2L, List.of(yes(3, 2)));
    assertThat(VoteTally.of(votes, 3))
        .extracting(Result::choice)
        .containsExactly(RemoteChoice.ALLOCATION, null);
  }

  @Test
  void L_441_2_theMayorsVoiceDecidesATie() {
    Voice against = new Voice(MAYOR, RemoteChoice.NON_ALLOCATION, null, "RENT_TOO_HIGH", true);
    Result result =
        VoteTally.of(votes(1, yes(1, 1), yes(2, 1), no(3, "LOWER_RANK"), against), 3).get(0);
    assertThat(result.choice()).isEqualTo(RemoteChoice.NON_ALLOCATION);
    assertThat(result.byCastingVote()).isTrue();
    assertThat(result.motive()).isEqualTo("LOWER_RANK");
    assertThat(result.furtherMotives()).containsExactly("RENT_TOO_HIGH");
  }

  @Test
  void L_441_2_ofATieThatNobodyDecidesTheSessionDecides() {
    Result result = VoteTally.of(votes(1, yes(1, 1), no(2, "LOWER_RANK")), 2).get(0);
    assertThat(result.choice()).isEqualTo(RemoteChoice.POSTPONE);
    assertThat(result.decision()).isEmpty();
  }

  @Test
  void L_441_2_aCastingVoiceDecidesNothingThatIsDecided() {
    Voice against = new Voice(MAYOR, RemoteChoice.NON_ALLOCATION, null, "LOWER_RANK", true);
    Result result = VoteTally.of(votes(1, yes(1, 1), yes(2, 1), against), 3).get(0);
    assertThat(result.choice()).isEqualTo(RemoteChoice.ALLOCATION);
    assertThat(result.byCastingVote()).isFalse();
  }

  @Test
  void R_441_3_ranksAreThoseOfTheMeanAndHaveNoHoles() {
    Map<Long, List<Voice>> votes = new LinkedHashMap<>();
    votes.put(1L, List.of(yes(1, 3), yes(2, 2), yes(3, 3)));
    votes.put(2L, List.of(no(1, "LOWER_RANK"), no(2, "LOWER_RANK"), yes(3, 1)));
    votes.put(3L, List.of(yes(1, 1), yes(2, 1), yes(3, 2)));
    List<Result> results = VoteTally.of(votes, 3);
    assertThat(results).extracting(Result::rank).containsExactly(2, null, 1);
    assertThat(results.get(2).decision().orElseThrow().decision())
        .isEqualTo(Decision.RANKED_ALLOCATION);
    assertThat(results.get(1).decision().orElseThrow().motive()).isEqualTo("LOWER_RANK");
  }

  @Test
  void R_441_3_oneAloneIsAllocatedWithoutRank() {
    Result result = VoteTally.of(votes(1, yes(1, 1), yes(2, 1), yes(3, 1)), 3).get(0);
    assertThat(result.rank()).isNull();
    assertThat(result.decision().orElseThrow().decision()).isEqualTo(Decision.ALLOCATION);
  }

  private static Map<Long, List<Voice>> votes(long candidate, Voice... voices) {
    return Map.of(candidate, Arrays.asList(voices));
  }

  private static Voice yes(long who, int rank) {
    return new Voice(who, RemoteChoice.ALLOCATION, rank, null, false);
  }

  private static Voice no(long who, String motive) {
    return new Voice(who, RemoteChoice.NON_ALLOCATION, null, motive, false);
  }
}
