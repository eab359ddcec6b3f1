package fr.toitcommun.persistence.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Two demands of one person become one, and two again. */
class DemandMergeTest {
  private static final DemandCalendar CALENDAR = new DemandCalendar(12, 1, 13, 18, 1, 5);
  private static final LocalDate OLD = LocalDate.of(2026, 1, 31);
  private static final LocalDate NEW = LocalDate.of(2026, 9, 30);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final Demand older = demand("44", OLD);
  private final Demand newer = demand("44", NEW);

  @Test
  void theSurvivorHasTheOlderSeniorityAndDoesNotExpireForIt() {
    older.mergeInto(newer, TODAY);
    assertThat(older.status()).isEqualTo(DemandStatus.MERGED);
    assertThat(newer.initialDepositDate()).isEqualTo(OLD);
    assertThat(newer.periodStart()).isEqualTo(NEW);
    assertThat(newer.validUntil()).isEqualTo(CALENDAR.validUntil(NEW));
  }

  @Test
  void aMergedDemandIsLeftAloneUntilItComesBack() {
    Standing before = newer.standing();
    older.mergeInto(newer, TODAY);
    assertThat(code(() -> older.renew(TODAY, CALENDAR))).isEqualTo("DEMAND_MERGED");
    assertThat(code(() -> older.reinstate(TODAY, CALENDAR))).isEqualTo("DEMAND_MERGED");
    assertThat(code(() -> older.satisfy(TODAY))).isEqualTo("DEMAND_MERGED");
    assertThat(code(() -> demand("44", OLD).mergeInto(older, TODAY))).isEqualTo("DEMAND_MERGED");
    older.comeBackFrom(newer, before, newer.lastRenewalDate());
    assertThat(older.status()).isEqualTo(DemandStatus.ACTIVE);
    assertThat(older.standing()).isEqualTo(demand("44", OLD).standing());
    assertThat(newer.standing()).isEqualTo(before);
  }

  @Test
  void itDoesNotComeBackFromADemandThatLeft() {
    Standing before = newer.standing();
    older.mergeInto(newer, TODAY);
    newer.satisfy(TODAY);
    assertThat(code(() -> older.comeBackFrom(newer, before, null)))
        .isEqualTo("MERGE_SURVIVOR_LEFT");
    assertThat(older.status()).isEqualTo(DemandStatus.MERGED);
  }

  @Test
  void aDemandIsOfOneDepartement() {
    assertThat(code(() -> older.mergeInto(demand("49", NEW), TODAY)))
        .isEqualTo("MERGE_OTHER_DEPARTEMENT");
  }

  private static Demand demand(String departement, LocalDate deposit) {
    return Demand.register(
        UniqueNumber.of(departement, YearMonth.from(deposit), 7, "G4401"),
        departement,
        1,
        Forms.alone(),
        deposit,
        Instant.EPOCH,
        CALENDAR,
        Forms.RULES);
  }

  private static String code(ThrowingCallable act) {
    return catchThrowableOfType(RefusedInput.class, act).faults().get(0).code();
  }
}
