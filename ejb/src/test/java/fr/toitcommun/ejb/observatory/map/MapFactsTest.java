package fr.toitcommun.ejb.observatory.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule of counting is said under the figures that it changes, and under no others. */
class MapFactsTest {
  private static final String FIRST =
      "Chaque demande compte une fois, dans la première commune souhaitée.";
  private static final String ANY = "Chaque demande compte dans chaque commune souhaitée.";
  private static final String LEASES = "Un bail compte là où est le logement.";

  private static List<String> counted(String query) {
    MapRequest request =
        MapRequest.read(
            Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1])));
    return new MapFacts(request, null, new MapWords(Locale.FRENCH, "demandes", 0)).counted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rows=EPCI",
        "rows=MUNICIPALITY&f.AGE=A20_24",
        "rows=DEPARTEMENT&f.EPCI=244400404",
        "rows=DEPARTEMENT&f.MUNICIPALITY=44109"
      })
  void placesSmallerThanADepartementAreCountedByOneRuleOrTheOther(String query) {
    assertThat(counted(query)).containsExactly(FIRST);
    assertThat(counted(query + "&counting=ANY")).containsExactly(ANY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rows=DEPARTEMENT",
        "rows=DEPARTEMENT&f.AGE=A20_24",
        // A map shows its columns together.
        "rows=DEPARTEMENT&columns=EPCI"
      })
  void aDepartementHasEachDemandOnceWhateverTheRule(String query) {
    assertThat(counted(query)).isEmpty();
    assertThat(counted(query + "&counting=ANY")).isEmpty();
  }

  @Test
  void aLeaseCountsWhereItsDwellingLies() {
    assertThat(counted("indicator=SATISFIED&rows=EPCI")).containsExactly(LEASES);
    assertThat(counted("indicator=DELAY_MEDIAN&rows=EPCI&counting=ANY")).containsExactly(LEASES);
    assertThat(counted("indicator=TENSION&rows=EPCI")).containsExactly(FIRST, LEASES);
  }

  @Test
  void flowsHaveADefinitionOfTheirOwn() {
    assertThat(counted("rows=EPCI&kind=FLOWS")).isEmpty();
  }
}
