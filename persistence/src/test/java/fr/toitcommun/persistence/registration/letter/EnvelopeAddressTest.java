package fr.toitcommun.persistence.registration.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Addresses as a window envelope and a printer's list want them. */
class EnvelopeAddressTest {
  @Test
  void NF_Z_10_011_fromThePersonToTheTown() {
    assertThat(
            EnvelopeAddress.of(
                    List.of("Madame Anne Le Guen", "Chez Mme Brçhault", "Bâtiment C"),
                    "14 bis, allée de l’Île-Héron",
                    "44800",
                    "Saint-Herblain Cœur d’Été",
                    null)
                .lines())
        .containsExactly(
            "Madame Anne Le Guen",
            "Chez Mme Brçhault",
            "Bâtiment C",
            "14 bis, allée de l’Île-Héron",
            "44800 SAINT HERBLAIN COEUR D ETE");
  }

  @Test
  void NF_Z_10_011_sixLinesOf38CharactersAtMostAndTheStreetStays() {
    EnvelopeAddress address =
        EnvelopeAddress.of(
            List.of(
                "Mademoiselle Marie-Antoinette-Joséphine de La Rochefoucauld-Doudeauville",
                "Chez Monsieur et Madame de La Tour d’Auvergne-Lauraguais",
                "Résidence des Grands Chênes, bâtiment C, escalier 12, troisième étage gauche"),
            "1234 bis, avenue du Général-Charles-de-Gaulle prolongée",
            "44000",
            "Nantes",
            null);
    assertThat(address.lines())
        .hasSize(EnvelopeAddress.MOST_LINES)
        .allMatch(line -> line.length() <= EnvelopeAddress.LONGEST_LINE)
        .endsWith("1234 bis, avenue du", "Général-Charles-de-Gaulle prolongée", "44000 NANTES");
  }

  @Test
  void NF_Z_10_011_anAddressAbroadEndsWithItsCountry() {
    assertThat(
            EnvelopeAddress.of(
                    List.of("Association Les Abeilles", "Madame X", "Boîte 3", "2e étage"),
                    "1 quai du Mont-Blanc",
                    "1201",
                    "Genève",
                    "Suisse")
                .lines())
        .containsExactly(
            "Association Les Abeilles",
            "Madame X",
            "Boîte 3",
            "1 quai du Mont-Blanc",
            "1201 GENEVE",
            "SUISSE");
  }

  @Test
  void withoutStreetOrTownNothingCanBeSent() {
    assertThat(EnvelopeAddress.of(List.of("Madame X"), " ", "44000", "Nantes", null).known())
        .isFalse();
    assertThat(EnvelopeAddress.of(List.of("Madame X"), "1 rue A", "44000", "", null).known())
        .isFalse();
    assertThat(EnvelopeAddress.of(List.of("Madame X"), "1 rue A", null, "Genève", null).lines())
        .containsExactly("Madame X", "1 rue A", "GENEVE");
  }

  @Test
  void sortedByPostalCodeTownAndStreet() {
    assertThat(sorted("44800", "Zoo", "1 rue A")).isGreaterThan(sorted("44000", "Zoo", "1 rue A"));
    assertThat(sorted("44000", "Nantes", "2 rue A"))
        .isGreaterThan(sorted("44000", "Nantes", "1 Rue Z"));
  }

  private static String sorted(String code, String city, String street) {
    return EnvelopeAddress.of(List.of("X"), street, code, city, null).sortKey();
  }

  @Test
  void noCellOfTheListIsAFormula() {
    String csv =
        AddressList.csv(
            List.of(
                new LetterReader.Copy(
                    1,
                    "0440326000123G4401",
                    "Titre",
                    List.of("=cmd|' /C calc'!A0", "1; \"rue\" A", "44000 NANTES"),
                    "",
                    null)));
    assertThat(csv.lines())
        .containsExactly(
            "\ufeffrang;numéro unique;ligne 1;ligne 2;ligne 3;ligne 4;ligne 5;ligne 6;numéro de"
                + " suivi",
            "1;0440326000123G4401;'=cmd|' /C calc'!A0;\"1; \"\"rue\"\" A\";44000 NANTES;;;;");
  }

  @Test
  void R_441_2_8_aLetterIsPresentedAfterItWasMadeAndNotTomorrow() {
    LocalDate made = LocalDate.of(2026, 11, 2);
    LocalDate today = LocalDate.of(2026, 11, 23);
    assertThat(new Tracking("1A 123 456 7890 1", made.plusDays(2)).faults(made, today)).isEmpty();
    assertThat(new Tracking("1A12345678901", null).faults(made, today)).isEmpty();
    assertThat(new Tracking("=1", made.minusDays(1)).faults(made, today))
        .extracting(fault -> fault.field() + ":" + fault.code())
        .containsExactly(
            "tracking_number:TRACKING_NUMBER_FORMAT", "tracking_presentedOn:PRESENTED_BEFORE_MADE");
    assertThat(new Tracking(null, today.plusDays(1)).faults(made, today))
        .extracting(fault -> fault.field() + ":" + fault.code())
        .containsExactly("tracking_number:REQUIRED", "tracking_presentedOn:DATE_IN_FUTURE");
  }
}
