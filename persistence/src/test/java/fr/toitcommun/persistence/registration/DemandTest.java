package fr.toitcommun.persistence.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.persistence.partner.PartnerKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DemandTest {
  private static final DemandCalendar CALENDAR = new DemandCalendar(12, 1, 13, 18, 1, 5);
  private static final HouseholdRules RULES = Forms.RULES;
  private static final PartnerKind ANYONE = PartnerKind.LOCAL_AUTHORITY;
  private static final PartnerKind MANAGER = PartnerKind.FILE_MANAGER;
  private static final LocalDate DEPOSIT = LocalDate.of(2025, 3, 31);

  @ParameterizedTest(
      name = "deposited {0}: valid until {1}, notice by {2}, cancelled {3}, until {4}")
  @CsvSource({
    "2025-03-15, 2026-03-15, 2026-02-15, 2026-04-15, 2026-09-15",
    "2025-03-31, 2026-03-31, 2026-02-28, 2026-04-30, 2026-09-30", // shorter months
    "2024-02-29, 2025-02-28, 2025-01-28, 2025-03-29, 2025-08-29", // leap day
    "2023-02-28, 2024-02-28, 2024-01-28, 2024-03-28, 2024-08-28"
  })
  void R_441_2_7_and_8_datesOfADemandAreCalendarMonths(
      LocalDate from, LocalDate valid, LocalDate notice, LocalDate cancelled, LocalDate until) {
    assertThat(CALENDAR.validUntil(from)).isEqualTo(valid);
    assertThat(CALENDAR.noticeBy(from)).isEqualTo(notice);
    assertThat(CALENDAR.cancelledForNonRenewal(from)).isEqualTo(cancelled);
    assertThat(CALENDAR.reinstatableUntil(from)).isEqualTo(until);
  }

  @Test
  void R_441_2_7_renewalKeepsNumberAndSeniorityAndGivesAYear() {
    Demand demand = demand();
    demand.renew(LocalDate.of(2026, 3, 2), CALENDAR);
    assertThat(demand.initialDepositDate()).isEqualTo(DEPOSIT);
    assertThat(demand.validUntil()).isEqualTo(LocalDate.of(2027, 3, 2));
    assertThat(demand.lastRenewalDate()).isEqualTo(LocalDate.of(2026, 3, 2));
  }

  @Test
  void R_441_2_7_renewalCannotLieBeforeThePresentPeriod() {
    assertThat(codes(() -> demand().renew(DEPOSIT.minusDays(1), CALENDAR)))
        .containsExactly("RENEWAL_BEFORE_PERIOD");
  }

  @Test
  void R_441_2_8_a_onlyALeaseSatisfiesADemand() {
    assertThat(codes(cancel(CancellationReason.RADATT, null, null)))
        .containsExactly("CANCELLATION_BY_LEASE_ONLY");
    Demand demand = demand();
    demand.satisfy(LocalDate.of(2025, 9, 1));
    assertThat(demand.cancellationReason()).isEqualTo(CancellationReason.RADATT);
    assertThat(codes(() -> demand.satisfy(LocalDate.of(2025, 9, 1))))
        .containsExactly("DEMAND_NOT_ACTIVE");
  }

  @Test
  void R_441_2_8_b_aRenunciationTakesEffectAtOnce() {
    Demand demand = demand();
    demand.cancel(
        new Cancellation(CancellationReason.RADABA, null, null, null),
        ANYONE,
        LocalDate.of(2025, 4, 1),
        CALENDAR);
    assertThat(demand.cancelledOn()).isEqualTo(LocalDate.of(2025, 4, 1));
  }

  @ParameterizedTest
  @EnumSource(names = {"RADCON", "RADIRR"})
  void R_441_2_8_c_d_aLetterMustHaveGoneAMonthBefore(CancellationReason reason) {
    String sub = reason == CancellationReason.RADIRR ? "IRRRES" : null;
    assertThat(codes(cancel(reason, sub, null))).containsExactly("REQUIRED");
    assertThat(codes(cancel(reason, sub, LocalDate.of(2025, 5, 3))))
        .containsExactly("NOTICE_TOO_SHORT");
    assertThat(codes(cancel(reason, sub, demand().periodStart().minusDays(1))))
        .containsExactly("NOTICE_BEFORE_PERIOD");
    Demand demand = demand();
    demand.cancel(
        new Cancellation(reason, sub, LocalDate.of(2025, 6, 2), LocalDate.of(2025, 5, 2)),
        ofRight(reason),
        LocalDate.of(2025, 6, 2),
        CALENDAR);
    assertThat(demand.status()).isEqualTo(DemandStatus.CANCELLED);
  }

  @Test
  void R_441_2_8_d_inadmissibilityNeedsOneOfItsTwoGroundsAndNobodyElseMayStateOne() {
    LocalDate notice = LocalDate.of(2025, 4, 2);
    assertThat(codes(cancel(CancellationReason.RADIRR, null, notice))).containsExactly("REQUIRED");
    assertThat(codes(cancel(CancellationReason.RADIRR, "OTHER", notice)))
        .containsExactly("UNKNOWN_CODE");
    assertThat(codes(cancel(CancellationReason.RADABA, "IRRSEJ", null)))
        .containsExactly("SUB_REASON_NOT_EXPECTED");
  }

  @Test
  void R_441_2_8_e_nonRenewalCancelsThirteenMonthsAfterTheLastPeriodBegan() {
    Cancellation early =
        new Cancellation(CancellationReason.RADREN, null, LocalDate.of(2026, 4, 29), null);
    assertThat(codes(() -> demand().cancel(early, MANAGER, LocalDate.of(2026, 5, 10), CALENDAR)))
        .containsExactly("NON_RENEWAL_TOO_EARLY");
    Demand demand = demand();
    demand.cancel(
        new Cancellation(CancellationReason.RADREN, null, LocalDate.of(2026, 4, 30), null),
        MANAGER,
        LocalDate.of(2026, 5, 10),
        CALENDAR);
    assertThat(demand.reinstatableUntil(CALENDAR)).isEqualTo(LocalDate.of(2026, 9, 30));
    assertThat(codes(() -> demand.reinstate(LocalDate.of(2026, 10, 1), CALENDAR)))
        .containsExactly("REINSTATEMENT_TOO_LATE");
    demand.reinstate(LocalDate.of(2026, 9, 30), CALENDAR);
    assertThat(demand.status()).isEqualTo(DemandStatus.ACTIVE);
    assertThat(demand.initialDepositDate()).isEqualTo(DEPOSIT);
  }

  @ParameterizedTest
  @EnumSource(PartnerKind.class)
  void R_441_2_8_eachReasonIsStatedByThoseWhomTheLawNames(PartnerKind kind) {
    assertThat(Arrays.stream(CancellationReason.values()).filter(reason -> reason.statedBy(kind)))
        .containsExactlyInAnyOrderElementsOf(
            switch (kind) {
              case LANDLORD ->
                  List.of(
                      CancellationReason.RADABA,
                      CancellationReason.RADCON,
                      CancellationReason.RADIRR);
              case FILE_MANAGER ->
                  List.of(
                      CancellationReason.RADABA,
                      CancellationReason.RADCON,
                      CancellationReason.RADREN);
              default -> List.of(CancellationReason.RADABA, CancellationReason.RADCON);
            });
    for (CancellationReason reason :
        List.of(CancellationReason.RADIRR, CancellationReason.RADREN)) {
      List<String> codes =
          new Cancellation(reason, null, DEPOSIT, null)
              .faults(DEPOSIT, kind, DEPOSIT, DEPOSIT, CALENDAR).stream()
                  .filter(fault -> fault.field().equals("reason"))
                  .map(Fault::code)
                  .toList();
      assertThat(codes.isEmpty()).as(reason + " " + codes).isEqualTo(reason.statedBy(kind));
    }
  }

  @Test
  void R_441_2_8_b_aDeathEndsADemandThatNobodyElseSigned() {
    Cancellation death =
        new Cancellation(CancellationReason.RADABA, "DECES", LocalDate.of(2025, 4, 1), null);
    Demand alone = demand();
    alone.cancel(death, ANYONE, LocalDate.of(2025, 4, 1), CALENDAR);
    assertThat(alone.status()).isEqualTo(DemandStatus.CANCELLED);
    DemandForm form = Forms.alone();
    form.setCoApplicants(List.of(Forms.spouse("Loïc", LocalDate.of(1980, 1, 1))));
    Demand couple = register(form);
    assertThat(codes(() -> couple.cancel(death, ANYONE, LocalDate.of(2025, 4, 1), CALENDAR)))
        .containsExactly("DEATH_WITH_CO_APPLICANT");
  }

  @Test
  void arreteOf23March2015_6_theUnreachableMayComeBackForFiveMonthsTheOthersNot() {
    Demand unreachable = demand();
    unreachable.cancel(
        new Cancellation(
            CancellationReason.RADCON, null, LocalDate.of(2025, 6, 2), LocalDate.of(2025, 5, 2)),
        ANYONE,
        LocalDate.of(2025, 6, 2),
        CALENDAR);
    assertThat(unreachable.reinstatableUntil(CALENDAR)).isEqualTo(LocalDate.of(2025, 11, 2));
    Demand renounced = demand();
    renounced.cancel(
        new Cancellation(CancellationReason.RADABA, null, null, null),
        ANYONE,
        LocalDate.of(2025, 4, 1),
        CALENDAR);
    assertThat(codes(() -> renounced.reinstate(LocalDate.of(2025, 4, 2), CALENDAR)))
        .containsExactly("REINSTATEMENT_NOT_ALLOWED");
  }

  @Test
  void arreteOf23March2015_4_modificationKeepsNumberAndDatesAndTellsEachField() {
    Demand demand = demand();
    DemandForm form = demand.form();
    form.getContact().setCity("Rezé");
    form.getSought().setTypes(List.of("T2", "T3"));
    DemandForm before = demand.form();
    demand.modify(form, RULES, LocalDate.of(2025, 5, 1));
    assertThat(FieldChange.between(before, demand.form()))
        .containsExactly(
            new FieldChange("contact.city", "Nantes", "Rezé"),
            new FieldChange("sought.types", "T2", "T2 T3"));
    assertThat(demand.initialDepositDate()).isEqualTo(DEPOSIT);
    assertThat(demand.validUntil()).isEqualTo(LocalDate.of(2026, 3, 31));
  }

  @Test
  void aFormComesBackFromTheDemandAsItWentIn() {
    DemandForm form = Forms.alone();
    form.setCoApplicants(List.of(Forms.spouse("Loïc", LocalDate.of(1980, 1, 1))));
    form.setDependants(List.of(Forms.child("Zoé", LocalDate.of(2018, 1, 1))));
    form.getApplicant().setResources(List.of(new ResourceForm("SAL", 1_450)));
    form.setExpectedChildren(0);
    form.setDepositDate(DEPOSIT);
    Demand demand = register(form);
    assertThat(FlatForm.of(demand.form())).isEqualTo(FlatForm.of(form));
  }

  private static ThrowingCallable cancel(
      CancellationReason reason, String subReason, LocalDate notice) {
    return () ->
        demand()
            .cancel(
                new Cancellation(reason, subReason, LocalDate.of(2025, 6, 2), notice),
                ofRight(reason),
                LocalDate.of(2025, 6, 2),
                CALENDAR);
  }

  private static PartnerKind ofRight(CancellationReason reason) {
    return reason.statedBy(ANYONE) ? ANYONE : PartnerKind.LANDLORD;
  }

  private static List<String> codes(ThrowingCallable act) {
    return catchThrowableOfType(RefusedInput.class, act).faults().stream()
        .map(Fault::code)
        .toList();
  }

  private static Demand demand() {
    return register(Forms.alone());
  }

  private static Demand register(DemandForm form) {
    return Demand.register(
        UniqueNumber.read("0440325000001G4401"),
        "44",
        1,
        form,
        DEPOSIT,
        Instant.parse("2025-03-31T09:00:00Z"),
        CALENDAR,
        RULES);
  }
}
