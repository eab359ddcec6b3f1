package fr.toitcommun.persistence.registration.priority;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.partner.PartnerKind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a label is told to whom, and who is offered to decide on it. */
class LabelRowTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  private static final long CERTIFIER = 4;

  @Test
  void L_441_1_theStateIsOfferedToTakeBackWhatOthersCertified() {
    LabelRow label = label("K", LabelState.CERTIFIED);
    assertThat(label.toldTo(reader(9, PartnerKind.STATE, true)).mayDecide()).isTrue();
    assertThat(label.toldTo(reader(CERTIFIER, PartnerKind.LANDLORD, true)).mayDecide()).isTrue();
    assertThat(label.toldTo(reader(9, PartnerKind.LANDLORD, true)).mayDecide()).isFalse();
    assertThat(
            label("K", LabelState.WITHDRAWN).toldTo(reader(9, PartnerKind.STATE, true)).mayDecide())
        .isFalse();
  }

  /** Asked for by who may not know: the answer must not depend on which ground it is. */
  @ParameterizedTest(name = "{0} is there, {1} is asked for: {2} with the right, {3} without")
  @CsvSource({
    "G, G, true, true",
    "G, B, false, true",
    "B, G, false, true",
    "H, G_BIS, false, true",
    "G, A, false, false",
    "A, G, false, false",
    "A, A, true, true"
  })
  void L_441_1_toWhoMayNotKnowAllProtectedGroundsAreOne(
      String there, String asked, boolean withRight, boolean without) {
    LabelRow label = label(there, LabelState.CERTIFIED);
    LabelRequest request = new LabelRequest(LabelKind.GROUND, asked, null, null, null, null, null);
    assertThat(label.answersTo(request, reader(1, PartnerKind.LANDLORD, true)))
        .isEqualTo(withRight);
    assertThat(label.answersTo(request, reader(1, PartnerKind.LOCAL_AUTHORITY, false)))
        .isEqualTo(without);
  }

  private static LabelReader.Reader reader(long partner, PartnerKind kind, boolean sensitive) {
    return new LabelReader.Reader(partner, kind, sensitive, true);
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
        DAY,
        "Guichet",
        DAY,
        CERTIFIER,
        "Bailleur",
        "Anne Le Bihan",
        null,
        "Vu",
        null,
        null,
        null,
        null,
        null,
        false);
  }
}
