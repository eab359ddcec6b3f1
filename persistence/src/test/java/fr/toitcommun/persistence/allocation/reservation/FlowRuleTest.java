package fr.toitcommun.persistence.allocation.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.partner.PartnerKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who gets the next vacant dwelling. */
class FlowRuleTest {
  @Test
  void R_441_5_theHolderFurthestBehindGetsTheDwelling() {
    FlowShare state = share(1, PartnerKind.STATE, "30", 100, 28);
    FlowShare employers = share(2, PartnerKind.ACTION_LOGEMENT, "15", 100, 11);
    assertThat(FlowRule.choose(List.of(state, employers), false).orElseThrow().share())
        .isEqualTo(employers);
    assertThat(state.share()).isEqualByComparingTo("28.0");
  }

  @Test
  void R_441_5_ofTwoBehindAlikeTheOlderAgreementComesFirst() {
    FlowShare older = share(3, PartnerKind.LOCAL_AUTHORITY, "20", 9, 0);
    FlowShare younger = share(7, PartnerKind.DEPARTMENT, "20", 9, 0);
    assertThat(FlowRule.choose(List.of(younger, older), false).orElseThrow().share())
        .isEqualTo(older);
  }

  @Test
  void R_441_5_theLandlordKeepsWhatIsDueToNobody() {
    assertThat(FlowRule.choose(List.of(share(1, PartnerKind.STATE, "30", 2, 0)), false)).isEmpty();
    assertThat(FlowRule.choose(List.of(), false)).isEmpty();
  }

  @Test
  void R_441_5_whatIsExcludedFromTheFlowIsOfferedToNobody() {
    assertThat(FlowRule.choose(List.of(share(1, PartnerKind.STATE, "30", 100, 0)), true)).isEmpty();
  }

  @Test
  void R_441_5_anIdentifiedDwellingGoesToItsHolderFirst() {
    FlowShare state = share(1, PartnerKind.STATE, "30", 100, 0);
    FlowShare defence =
        new FlowShare(
            9, 9, "9", PartnerKind.STATE, "PPRIOR", null, BigDecimal.ZERO, 30, 100, 0, 0, true);
    FlowRule.Choice choice = FlowRule.choose(List.of(state, defence), true).orElseThrow();
    assertThat(choice.share()).isEqualTo(defence);
    assertThat(choice.quota()).isEqualTo("PFONCT");
  }

  @Test
  void R_441_5_2_theStateNeverGetsMoreThanItsThirtyPercentOfWhichFiveForItsAgents() {
    long offered = 0;
    long agents = 0;
    for (int flow = 0; flow < 400; flow++) {
      FlowShare state =
          new FlowShare(
              1,
              1,
              "État",
              PartnerKind.STATE,
              "PPRIOR",
              new BigDecimal("30"),
              new BigDecimal("5"),
              30,
              flow,
              offered,
              agents,
              false);
      var choice = FlowRule.choose(List.of(state), false);
      if (choice.isPresent()) {
        offered++;
        agents += choice.get().quota().equals("PFONCT") ? 1 : 0;
      }
      assertThat(offered * 100).isLessThanOrEqualTo(30L * (flow + 1));
      assertThat(agents * 100).isLessThanOrEqualTo(5L * (flow + 1));
    }
    assertThat(offered).isEqualTo(120);
    assertThat(agents).isEqualTo(20);
  }

  @Test
  void R_441_5_aHolderOfIdentifiedDwellingsAloneHasNoShareOfTheFlow() {
    FlowShare defence =
        new FlowShare(
            9, 9, "9", PartnerKind.STATE, "PPRIOR", null, BigDecimal.ZERO, 30, 100, 2, 0, false);
    assertThat(defence.behind()).isEqualByComparingTo("-2");
    assertThat(FlowRule.choose(List.of(defence), false)).isEmpty();
    assertThat(share(1, PartnerKind.STATE, "30", 0, 0).share()).isEqualByComparingTo("0");
  }

  @Test
  void R_441_5_throughAYearEachHolderGetsWhatWasAgreed() {
    String[] percents = {"30", "15", "12.5", "4"};
    long[] offered = new long[percents.length];
    for (int flow = 0; flow < 1_000; flow++) {
      List<FlowShare> shares = new ArrayList<>();
      for (int i = 0; i < percents.length; i++) {
        shares.add(share(i, PartnerKind.LOCAL_AUTHORITY, percents[i], flow, offered[i]));
      }
      FlowRule.choose(shares, false)
          .ifPresent(choice -> offered[(int) choice.share().agreementId()]++);
    }
    // What is due to two at once is given one after the other.
    long[] agreed = {300, 150, 125, 40};
    for (int i = 0; i < agreed.length; i++) {
      assertThat(offered[i]).isBetween(agreed[i] - 1, agreed[i]);
    }
  }

  private static FlowShare share(
      long id, PartnerKind kind, String percent, long flow, long offered) {
    return new FlowShare(
        id,
        id,
        "holder " + id,
        kind,
        kind == PartnerKind.STATE ? "PPRIOR" : "COLTER",
        new BigDecimal(percent),
        BigDecimal.ZERO,
        30,
        flow,
        offered,
        0,
        false);
  }
}
