package fr.toitcommun.persistence.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Until when a vacancy is at a reservation holder's disposal (R.441-5). */
class VacancyOfferTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 23);
  private static final long HOLDER = 7;

  @Test
  void R_441_5_aVacancyIsAtTheHoldersDisposalUntilItFallsBack() {
    VacancyOffer awaited = offer(DesignationState.AWAITED);
    assertThat(awaited.isAtDisposalOf(HOLDER, LAST_DAY)).isTrue();
    assertThat(awaited.isAtDisposalOf(HOLDER, LAST_DAY.plusDays(1))).isFalse();
    assertThat(awaited.isAtDisposalOf(HOLDER + 1, LAST_DAY)).isFalse();
    assertThat(offer(DesignationState.LAPSED).isAtDisposalOf(HOLDER, LAST_DAY)).isFalse();
    assertThat(offer(DesignationState.DESIGNATED).isAtDisposalOf(HOLDER, LAST_DAY.plusDays(1)))
        .as("it designated in time")
        .isTrue();
  }

  private static VacancyOffer offer(DesignationState state) {
    return new VacancyOffer(
        1, HOLDER, "Département", "COLTER", true, null, null, null, LAST_DAY, LAST_DAY, state);
  }
}
