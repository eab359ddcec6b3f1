package fr.toitcommun.web.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditAgreementTest {
  @Test
  void aReferenceIsALineWhateverStandsInIt() {
    assertThat(EditAgreement.lines("Bât. A, esc. 2\r\n  DEF-12; 3 \n\nDEF-13\nDEF-13"))
        .containsExactly("Bât. A, esc. 2", "DEF-12; 3", "DEF-13");
    assertThat(EditAgreement.lines(null)).isEmpty();
  }
}
