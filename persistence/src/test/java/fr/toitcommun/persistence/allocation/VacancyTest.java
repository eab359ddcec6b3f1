package fr.toitcommun.persistence.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class VacancyTest {
  private static final LocalDate DECLARED = LocalDate.of(2026, 2, 2);

  private final Vacancy vacancy = new Vacancy(null, DECLARED, DECLARED, "AUCUN");

  @Test
  void R_441_5_aChangeTellsWhetherItCountsOtherwiseInTheFlow() {
    assertThat(vacancy.change(excluded("ANRU"))).isTrue();
    assertThat(vacancy.change(excluded("SALE"))).as("another reason, as little").isFalse();
    assertThat(vacancy.change(excluded(null))).isTrue();
    assertThat(vacancy.change(excluded(null))).isFalse();
  }

  @Test
  void R_441_5_onceAHolderHasDesignatedNothingIsExcludedOrCountedAnyMore() {
    vacancy.offer(
        new VacancyOffer(
            1,
            7,
            "Holder",
            "PPRIOR",
            false,
            BigDecimal.TEN,
            BigDecimal.TEN,
            null,
            DECLARED,
            DECLARED.plusDays(30),
            DesignationState.AWAITED));
    vacancy.designate(DECLARED.plusDays(1));
    assertThat(
            catchThrowableOfType(RefusedInput.class, () -> vacancy.change(excluded("ANRU")))
                .faults())
        .containsExactly(Fault.at("flowExclusion", "ALREADY_DESIGNATED"));
    assertThat(vacancy.flowExclusion()).isNull();
    assertThat(vacancy.change(excluded(null))).as("its dates are corrected still").isFalse();
  }

  private static VacancyForm excluded(String why) {
    VacancyForm form = new VacancyForm();
    form.setAvailableFrom(DECLARED);
    form.setFlowExclusion(why);
    return form;
  }
}
