package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.registration.NameKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Districts of the largest towns, so that a wish may name one. The list is not that of the towns:
 * each row says so.
 */
final class Districts {
  private static final String SOURCE = "Démonstration (liste inventée)";
  private static final LocalDate FROM = LocalDate.of(2018, 9, 10);

  private static final Map<String, List<String>> NAMES =
      new TreeMap<>(
          Map.of(
              "44109",
                  List.of(
                      "Doulon - Bottière",
                      "Île de Nantes",
                      "Malakoff - Saint-Donatien",
                      "Nantes Sud",
                      "Dervallières - Zola",
                      "Breil - Barberie",
                      "Hauts-Pavés - Saint-Félix"),
              "49007",
                  List.of("Belle-Beille", "La Roseraie", "Monplaisir", "Les Hauts-de-Saint-Aubin"),
              "72181", List.of("Les Sablons", "Bellevue", "Les Ronceray", "Université"),
              "44184", List.of("La Bouletterie", "Petit-Caporal", "Immaculée", "Prézégat")));

  private Districts() {}

  /** Codes of the districts of a municipality; none for most. */
  static List<String> of(String municipality) {
    return NAMES.getOrDefault(municipality, List.of()).stream()
        .map(name -> code(municipality, name))
        .toList();
  }

  private static String code(String municipality, String name) {
    return municipality + "-" + NameKey.of(name).toUpperCase(Locale.ROOT).replace(' ', '-');
  }

  static void write(Connection connection) throws SQLException {
    CopyTable districts =
        new CopyTable(connection, "district", "code,municipality_code,name,valid_from,source");
    for (Map.Entry<String, List<String>> town : NAMES.entrySet()) {
      for (String name : town.getValue()) {
        districts.add(code(town.getKey(), name)).add(town.getKey()).add(name).add(FROM);
        districts.add(SOURCE).end();
      }
    }
    districts.flush();
  }
}
