package fr.toitcommun.persistence.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of others in a text that is handed to one of them (GDPR, art. 15 (4)). */
class OtherCandidatesTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Zweig-Énard | Voir ZWEIG ENARD. | Voir […].",
        "Zweig-Énard | zweig‑énard, zweigenard | […], […]",
        "Le Goff | Famille Le-Goff, Legoff, LE  GOFF | Famille […], […], […]",
        "Jean-Pierre | Jean Pierre et Jean et Pierre | […] et Jean et Pierre",
        "L'Hostis | Mme L’Hostis, M. LHostis | Mme […], M. […]",
        "Œuvrard | M. Oeuvrard | M. […]",
        "Oeuvrard | M. ŒUVRARD attend | M. […] attend",
        "Kołodziej | M. KOŁODZIEJ | M. […]",
        "Иванов | г-н ИВАНОВ | г-н […]",
        "044 0326 016982 G4401 | n° 0440326016982G4401 ou 044 0326 016982 g4401 | n° […] ou […]",
        "Roy | Le royaume, Leroy, Roy-Martin | Le royaume, Leroy, […]-Martin",
        "Luna | L’un a refusé | L’un a refusé",
        "A | Il a refusé | Il a refusé",
        "- | Rien - du tout | Rien - du tout",
      })
  void GDPR_15_4_aNameIsTakenOutHoweverItIsWritten(String name, String said, String told) {
    assertThat(OtherCandidates.maskedIn(said, List.of(name))).isEqualTo(told);
  }

  @Test
  void GDPR_15_4_accentsThatStandApartAreFoundToo() {
    assertThat(OtherCandidates.maskedIn("Zoe\u0301 et ZOÉ", List.of("Zoé")))
        .isEqualTo("[…] et […]");
  }
}
