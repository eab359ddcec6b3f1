package fr.toitcommun.web.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.allocation.DwellingControls;
import fr.toitcommun.persistence.allocation.reservation.AgreementRules;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EditAgreementTest {
  @Test
  void aReferenceIsALineWhateverStandsInIt() {
    assertThat(EditAgreement.lines("Bât. A, esc. 2\r\n  DEF-12; 3 \n\nDEF-13\nDEF-13"))
        .containsExactly("Bât. A, esc. 2", "DEF-12; 3", "DEF-13");
    assertThat(EditAgreement.lines(null)).isEmpty();
  }

  @Test
  void theFieldHoldsAsManyReferencesAsThereMayBeEachAsLongAsItMayBe() {
    String all =
        IntStream.range(10_000, 10_000 + AgreementRules.MOST_IDENTIFIED)
            .mapToObj(i -> "é".repeat(DwellingControls.LONGEST_TEXT - 5) + i)
            .collect(Collectors.joining("\n"));
    assertThat(EditAgreement.lines(all)).hasSize(AgreementRules.MOST_IDENTIFIED);
    assertThat(new EditAgreement().getLongest()).isGreaterThanOrEqualTo(all.length());
  }
}
