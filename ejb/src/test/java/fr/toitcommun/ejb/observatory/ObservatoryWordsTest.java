package fr.toitcommun.ejb.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values in words stand in the order that a reader expects. */
class ObservatoryWordsTest {
  @Test
  void placesStandAsInAFrenchDictionary() {
    Map<String, String> names = Map.of("1", "Évron", "2", "Zuydcoote", "3", "angers", "4", "Ernée");
    assertThat(
            ObservatoryWords.inOrder(
                List.of("2", "1", "4", "3"), List.of(), names::get, Locale.FRANCE))
        .containsExactly("angers", "Ernée", "Évron", "Zuydcoote");
  }

  @Test
  void valuesThatHaveAnOrderKeepItAndOthersFollow() {
    Map<String, String> names =
        Map.of("A0_19", "Moins de 20 ans", "A20_24", "20 à 24 ans", "?", "Inconnu");
    assertThat(
            ObservatoryWords.inOrder(
                List.of("?", "A20_24", "A0_19"),
                List.of("A0_19", "A20_24"),
                names::get,
                Locale.FRANCE))
        .containsExactly("Moins de 20 ans", "20 à 24 ans", "Inconnu");
  }
}
