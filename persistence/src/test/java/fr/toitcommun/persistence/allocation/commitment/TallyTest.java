package fr.toitcommun.persistence.allocation.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Map<String, Integer> PERCENT =
      Map.of(
          "FIRST_QUARTILE_PERCENT",
          25,
          "OTHER_QUARTILES_PERCENT",
          50,
          "PRIORITY_PUBLIC_PERCENT",
          25);

  @Test
  void L_441_1_aQuarterOfTheLeasesOutsideDistrictsGoesToTheFirstQuartileOrToRenewal() {
    Tally tally =
        new Tally()
            .add(facts(false, true, false), 2)
            .add(facts(false, false, true), 1)
            .add(facts(false, null, true), 1)
            .add(facts(false, false, false), 12)
            .add(facts(false, null, false), 4)
            .add(facts(true, true, false), 50);
    Counter counter = counter(tally, Goal.FIRST_QUARTILE, null);
    assertThat(counter.count()).isEqualTo(4);
    assertThat(counter.total()).isEqualTo(20);
    assertThat(counter.unknown()).isEqualTo(4);
    assertThat(counter.permille()).isEqualTo(200);
    assertThat(counter.gap()).isEqualTo(1);
    assertThat(counter.met()).isFalse();
  }

  @Test
  void L_441_1_halfOfTheLeasesInDistrictsGoesToTheOtherQuartiles() {
    Tally tally =
        new Tally()
            .add(facts(true, false, false), 3)
            .add(facts(true, true, false), 2)
            .add(facts(true, null, false), 1)
            .add(facts(false, false, false), 9);
    Counter counter = counter(tally, Goal.OTHER_QUARTILES, null);
    assertThat(counter.count()).isEqualTo(3);
    assertThat(counter.total()).isEqualTo(6);
    assertThat(counter.unknown()).isEqualTo(1);
    assertThat(counter.met()).isTrue();
    assertThat(counter.bar()).isEqualTo(50);
    assertThat(tally.total()).isEqualTo(15);
  }

  @Test
  void L_441_1_aQuarterOfEachContingentButThePrefetsGoesToPriorityPublics() {
    Tally tally =
        new Tally()
            .add(of("COLACT", true, "AUCUN"), 1)
            .add(of("COLACT", false, "AUCUN"), 3)
            .add(of("PPRIOR", true, "AUCUN"), 7);
    assertThat(counter(tally, Goal.PRIORITY, "COLACT").permille()).isEqualTo(250);
    assertThat(counter(tally, Goal.PRIORITY, "COLACT").met()).isTrue();
    assertThat(counter(tally, Goal.PRIORITY, "COLACT").unknown()).isZero();
    assertThat(counter(tally, Goal.RESERVATION, "COLACT").unknown()).isZero();
    assertThat(counters(tally))
        .noneMatch(one -> one.goal() == Goal.PRIORITY && "PPRIOR".equals(one.item()));
    assertThat(counter(tally, Goal.RESERVATION, "PPRIOR").count()).isEqualTo(7);
  }

  @Test
  void leasesUnderAnAgreementCountAgainstItsYearlyTarget() {
    Tally tally =
        new Tally().add(of("AUCUN", false, "ACD"), 3).add(of("AUCUN", false, "NONDOC"), 2);
    Counter counter = counter(tally, Goal.AGREEMENT, "ACD");
    assertThat(counter.count()).isEqualTo(3);
    assertThat(counter.gap()).isEqualTo(7);
    assertThat(counter.unknown()).isEqualTo(2);
    assertThat(counter.bar()).as("towards the target").isEqualTo(30);
    assertThat(counter(tally, Goal.AGREEMENT, "ACI").aimed()).isFalse();
    assertThat(counter(tally, Goal.AGREEMENT, "ACI").bar()).as("no target: the share").isZero();
    assertThat(new Counter(Goal.AGREEMENT, "ACD", 12, 20, 0, null, 10).bar()).isEqualTo(100);
    assertThat(new Counter(Goal.AGREEMENT, "ACD", 5, 20, 0, null, 0).bar()).isEqualTo(25);
    assertThat(new Counter(Goal.RESERVATION, "COLACT", 0, 0, 0, null, null).bar()).isZero();
  }

  @Test
  void aForecastMovesWhenADecisionTakenOrInQuestionChangesItsCounter() {
    Counter one = counter(new Tally(), Goal.FIRST_QUARTILE, null);
    Counter other =
        counter(new Tally().add(facts(false, true, false), 1), Goal.FIRST_QUARTILE, null);
    assertThat(new Forecast(one, one, null).moves()).isFalse();
    assertThat(new Forecast(one, one, one).moves()).isFalse();
    assertThat(new Forecast(one, other, null).moves()).isTrue();
    assertThat(new Forecast(one, one, other).moves()).isTrue();
  }

  @Test
  void nothingLetMissesNothing() {
    assertThat(counters(new Tally())).allMatch(one -> one.total() == 0 && one.permille() == null);
    assertThat(counter(new Tally(), Goal.FIRST_QUARTILE, null).met()).isTrue();
  }

  @Test
  void aDwellingCountsForTheFirstInRankUnlessTheDecisionInQuestionGivesItToAnother() {
    LeaseFacts poor = facts(false, true, false);
    LeaseFacts other = facts(false, false, false);
    List<CommitmentReader.Candidate> candidates =
        List.of(
            new CommitmentReader.Candidate(1, 10, true, 1, other),
            new CommitmentReader.Candidate(2, 10, false, 1, poor),
            new CommitmentReader.Candidate(3, 11, false, 1, poor));
    assertThat(Forecast.leases(candidates, null)).containsExactly(other);
    assertThat(Forecast.leases(candidates, question(2, true, 1))).containsExactly(poor);
    assertThat(Forecast.leases(candidates, question(1, false, 1))).isEmpty();
    assertThat(Forecast.leases(candidates, question(3, true, 1))).containsExactly(other, poor);
    // 24.1 % → 24.4 %: one lease more of 316.
    Tally before = new Tally().add(poor, 76).add(other, 239);
    assertThat(counter(before, Goal.FIRST_QUARTILE, null).permille()).isEqualTo(241);
    assertThat(counter(before.with(List.of(poor)), Goal.FIRST_QUARTILE, null).permille())
        .isEqualTo(244);
  }

  @Test
  void R_441_3_b_aLaterRankTakesTheDwellingFromThoseBehindItOnly() {
    LeaseFacts first = facts(false, true, false);
    LeaseFacts second = facts(false, false, false);
    LeaseFacts third = facts(true, false, false);
    List<CommitmentReader.Candidate> candidates =
        List.of(
            new CommitmentReader.Candidate(1, 10, true, 1, first),
            new CommitmentReader.Candidate(2, 10, false, 1, second),
            new CommitmentReader.Candidate(3, 10, true, 3, third));
    assertThat(Forecast.leases(candidates, question(2, true, 2))).containsExactly(first);
    assertThat(Forecast.leases(candidates, question(2, true, 1))).containsExactly(second);
    // The first one is given a worse rank: those who were behind come before.
    assertThat(Forecast.leases(candidates, question(1, true, 4))).containsExactly(third);
    assertThat(Forecast.leases(candidates, question(1, true, 3))).containsExactly(first);
  }

  private static Forecast.Question question(long candidate, boolean allocates, int rank) {
    return new Forecast.Question(candidate, allocates, rank);
  }

  private static LeaseFacts facts(boolean inDistrict, Boolean firstQuartile, boolean renewal) {
    return new LeaseFacts(inDistrict, firstQuartile, renewal, "AUCUN", false, "AUCUN");
  }

  private static LeaseFacts of(String quota, boolean priority, String agreement) {
    return new LeaseFacts(false, false, false, quota, priority, agreement);
  }

  private static List<Counter> counters(Tally tally) {
    return tally.counters(PERCENT::get, Map.of("ACD", 10));
  }

  private static Counter counter(Tally tally, Goal goal, String item) {
    return counters(tally).stream()
        .filter(one -> one.goal() == goal && Objects.equals(one.item(), item))
        .findFirst()
        .orElseThrow();
  }
}
