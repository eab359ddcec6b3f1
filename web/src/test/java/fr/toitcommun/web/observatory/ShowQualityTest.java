package fr.toitcommun.web.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.observatory.quality.QualityIndicator;
import org.junit.jupiter.api.Test;

/** Ways on from the quality page. */
class ShowQualityTest {
  @Test
  void theListBehindADesksNumberKeepsTheDepartementItWasCountedIn() {
    ShowQuality page = new ShowQuality();
    QualityIndicator one = QualityIndicator.values()[0];
    assertThat(page.listOf(one, 7L)).endsWith("indicator=" + one + "&desk=7");
    page.setDepartement("44");
    assertThat(page.listOf(one, 7L)).endsWith("indicator=" + one + "&departement=44&desk=7");
  }
}
