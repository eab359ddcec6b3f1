package fr.toitcommun.persistence.registration.priority;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.reference.DetectionSetting;
import fr.toitcommun.persistence.reference.Reference;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectionTest {
  private static final LocalDate TODAY = TestDatabase.TODAY;
  private static final List<DetectionSetting> RULES =
      Reference.load(Jdbi.create(TestDatabase.empty())).detections("44", TODAY);

  @ParameterizedTest(name = "L.441-1: motive {0}, housed {1}, aged {2} -> {7}")
  @CsvSource({
    "09, LP, 40, false, false, false, , ''",
    "07, LP, 40, false, false, false, , DISABILITY",
    "09, LP, 40, false, true, false, , DISABILITY",
    "03, LP, 40, false, false, false, , UNFIT_HOME",
    "03, LP, 40, true, false, false, , UNFIT_HOME MINOR_UNFIT_HOME",
    "06, LP, 40, false, false, false, , VIOLENCE",
    "05, LP, 40, false, false, false, , EVICTION",
    "13, LP, 40, true, false, true, , MINOR_OVERCROWDED",
    "13, LP, 40, false, false, true, , ''",
    "09, SH, 40, false, false, false, , TEMPORARY_HOME",
    "09, SD, 40, false, false, false, , WITHOUT_HOME",
    "09, CPE, 24, false, false, false, , ''",
    "01, CPE, 24, false, false, false, , WITHOUT_HOME",
    "09, CDEFCM, 20, false, false, false, , FORMER_CARE",
    "09, CDEFCM, 21, false, false, false, , ''",
    "09, LP, 40, false, false, false, 60, MINIMUM_INCOME",
    "09, LP, 40, false, false, false, 61, ''"
  })
  void aRuleProposesTheGroundThatTheDemandShows(
      String motive,
      String tenure,
      int age,
      boolean minor,
      boolean disabled,
      boolean overOccupied,
      Integer percentOfPlai,
      String found) {
    DetectionFacts facts =
        new DetectionFacts(
            List.of(motive),
            tenure,
            age,
            minor,
            disabled,
            overOccupied,
            percentOfPlai != null,
            percentOfPlai,
            false);
    assertThat(rules(facts, List.of()))
        .containsExactlyInAnyOrder(
            Stream.of(found.split(" ")).filter(one -> !one.isEmpty()).toArray(String[]::new));
  }

  @Test
  void L_441_2_3_whoHasWaitedTooLongMayBeDalo() {
    DetectionFacts facts =
        new DetectionFacts(List.of("09"), "LP", 40, false, false, false, false, null, true);
    assertThat(Detection.of(facts, RULES, List.of()))
        .singleElement()
        .satisfies(one -> assertThat(one.ground()).isEqualTo(PriorityGround.DALO));
  }

  @ParameterizedTest
  @CsvSource({
    "PROPOSED, false",
    "CERTIFIED, false",
    "REJECTED, false",
    "EXPIRED, true",
    "WITHDRAWN, true"
  })
  void whatSomebodyHasDecidedIsNotProposedAgain(LabelState state, boolean again) {
    DetectionFacts facts =
        new DetectionFacts(List.of("05"), "LP", 40, false, false, false, false, null, false);
    assertThat(rules(facts, List.of(label("L", state))).contains("EVICTION")).isEqualTo(again);
  }

  @ParameterizedTest
  @CsvSource({
    "STATE, GROUND, DALO, true",
    "LANDLORD, GROUND, DALO, false",
    "DEPARTMENT, GROUND, DALO, false",
    "LANDLORD, GROUND, J, true",
    "ACTION_LOGEMENT, GROUND, E, true",
    "LOCAL_AUTHORITY, GROUND, K, true",
    "FILE_MANAGER, GROUND, K, false",
    "INFORMATION_AGENCY, GROUND, K, false",
    "DEPARTMENT, AGREEMENT, ACD, true",
    "LANDLORD, AGREEMENT, ACD, false",
    "LOCAL_AUTHORITY, AGREEMENT, ACI, true",
    "ACTION_LOGEMENT, QUOTA, COLACT, true",
    "STATE, QUOTA, PFONCT, true",
    "LANDLORD, QUOTA, PPRIOR, false"
  })
  void L_441_1_whoMayCertifyWhat(PartnerKind partner, LabelKind kind, String code, boolean may) {
    assertThat(Certifiers.may(partner, kind, code)).isEqualTo(may);
  }

  @Test
  void L_441_2_3_aDaloNeedsTheCommissionsDecision() {
    LabelRequest bare =
        new LabelRequest(LabelKind.GROUND, "DALO", null, "Décision vue", null, null, null);
    assertThat(bare.faultsToCertify(TODAY))
        .extracting(fault -> fault.field())
        .containsExactly("commissionReference", "decisionDate");
    LabelRequest whole =
        new LabelRequest(
            LabelKind.GROUND, "DALO", null, "Décision vue", null, "COMED-44-1", TODAY.minusDays(3));
    assertThat(whole.faultsToCertify(TODAY)).isEmpty();
  }

  @Test
  void aGroundOfHealthOrViolenceIsNamedToThoseWhoMayKnowItAlone() {
    LabelReader.Reader may = new LabelReader.Reader(1, PartnerKind.STATE, true, true);
    LabelReader.Reader mayNot = new LabelReader.Reader(1, PartnerKind.DEPARTMENT, false, true);
    LabelRow violence = label("G", LabelState.PROPOSED);
    assertThat(violence.toldTo(may).code()).isEqualTo("G");
    assertThat(violence.toldTo(may).mayDecide()).isTrue();
    assertThat(violence.toldTo(mayNot).code()).isNull();
    assertThat(violence.toldTo(mayNot).proof()).isNull();
    assertThat(violence.toldTo(mayNot).mayDecide()).isFalse();
    assertThat(label("J", LabelState.PROPOSED).toldTo(mayNot).code()).isEqualTo("J");
  }

  private static List<String> rules(DetectionFacts facts, List<LabelRow> known) {
    return Detection.of(facts, RULES, known).stream().map(one -> one.rule().name()).toList();
  }

  private static LabelRow label(String code, LabelState state) {
    return new LabelRow(
        1,
        1,
        1,
        LabelKind.GROUND,
        code,
        state,
        null,
        TODAY,
        "Demandeur",
        null,
        null,
        null,
        null,
        null,
        "Pièce vue",
        null,
        null,
        null,
        null,
        null,
        false);
  }
}
