package fr.toitcommun.persistence.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What becomes of the dates of two demands of one person. */
class StandingTest {
  private static final Standing OLD = standing("2023-02-28", "2026-02-27", "2027-02-27");
  private static final Standing NEW = standing("2026-06-01", null, "2027-06-01");

  @Test
  void theOlderSeniorityAndTheLaterPeriodStay() {
    Standing both = standing("2023-02-28", "2026-06-01", "2027-06-01");
    assertThat(OLD.joined(NEW)).isEqualTo(both);
    assertThat(NEW.joined(OLD)).isEqualTo(both);
  }

  @Test
  void twoDepositsOfOneDayAreNoRenewal() {
    assertThat(NEW.joined(NEW)).isEqualTo(NEW);
  }

  @Test
  void undoneItIsAsBefore() {
    Standing joined = OLD.joined(NEW);
    assertThat(joined.parted(OLD, joined.renewal())).isEqualTo(OLD);
    Standing fromNew = NEW.joined(OLD);
    assertThat(fromNew.parted(NEW, fromNew.renewal())).isEqualTo(NEW);
  }

  @Test
  void aRenewalSinceStaysWhenItIsUndone() {
    Standing joined = OLD.joined(NEW);
    Standing renewed =
        new Standing(joined.deposit(), LocalDate.of(2026, 6, 20), LocalDate.of(2027, 6, 20));
    assertThat(renewed.parted(OLD, joined.renewal()))
        .isEqualTo(standing("2023-02-28", "2026-06-20", "2027-06-20"));
  }

  private static Standing standing(String deposit, String renewal, String validUntil) {
    return new Standing(
        LocalDate.parse(deposit),
        renewal == null ? null : LocalDate.parse(renewal),
        LocalDate.parse(validUntil));
  }
}
