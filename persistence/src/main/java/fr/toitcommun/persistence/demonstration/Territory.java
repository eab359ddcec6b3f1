package fr.toitcommun.persistence.demonstration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Municipalities, where demands and dwellings concentrate, and what lies near what. */
final class Territory {
  private static final int NEIGHBOURS = 14;

  /**
   * Share of each large inter-municipality in its département: the social stock on 1 January 2024
   * (RPLS; Lorient: demands of 2014 beside those of the département). The rest goes by population.
   */
  private static final Map<String, Double> LARGE =
      Map.ofEntries(
          Map.entry("44/244400404", 67829 / 98734.0), // Nantes Métropole
          Map.entry("44/244400644", 13251 / 98734.0), // CARENE
          Map.entry("44/244400610", 3415 / 98734.0), // Cap Atlantique
          Map.entry("49/244900015", 39114 / 66798.0), // Angers Loire Métropole
          Map.entry("49/200071678", 7016 / 66798.0), // Cholet Agglomération
          Map.entry("49/200071876", 6902 / 66798.0), // Saumur Val de Loire
          Map.entry("72/247200132", 26586 / 39548.0), // Le Mans Métropole
          Map.entry("53/200083392", 9756 / 16380.0), // Laval Agglomération
          Map.entry("85/248500589", 8179 / 25685.0), // La Roche-sur-Yon Agglomération
          Map.entry("56/200042174", 4900 / 10200.0)); // Lorient Agglomération

  private final List<Town> towns = new ArrayList<>();
  private final Map<String, Town> byCode = new TreeMap<>();
  private final Map<String, Weighted<Town>> byDepartement = new TreeMap<>();
  private final Map<String, String> epciNames = new TreeMap<>();
  private final Map<String, String> departementNames = new TreeMap<>();
  private final List<Weighted<Town>> neighbours = new ArrayList<>();

  Territory(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("select code, name from departement")) {
        while (row.next()) {
          departementNames.put(row.getString(1), row.getString(2));
        }
      }
      try (ResultSet row = statement.executeQuery("select siren, name from epci")) {
        while (row.next()) {
          epciNames.put(row.getString(1), row.getString(2));
        }
      }
      try (ResultSet row =
          statement.executeQuery(
              "select code, name, departement_code, epci_siren, population, latitude, longitude,"
                  + " postal_codes from municipality order by code")) {
        while (row.next()) {
          Town town =
              new Town(
                  towns.size(),
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getInt(5),
                  row.getDouble(6),
                  row.getDouble(7),
                  List.of(row.getString(8).split(",")));
          towns.add(town);
          byCode.put(town.code(), town);
          neighbours.add(null);
        }
      }
    }
    departementNames.keySet().forEach(code -> byDepartement.put(code, weigh(code)));
  }

  private Weighted<Town> weigh(String departement) {
    double shareOfLarge = 0;
    double restOfWeights = 0;
    Map<String, Double> weights = new TreeMap<>();
    for (Town town : in(departement)) {
      Double share = LARGE.get(departement + "/" + town.epci());
      String group = share == null ? "" : town.epci();
      if (share != null && weights.putIfAbsent(group, 0.0) == null) {
        shareOfLarge += share;
      }
      if (share == null) {
        restOfWeights += weight(town);
      } else {
        weights.merge(group, weight(town), Double::sum);
      }
    }
    Weighted<Town> table = new Weighted<>();
    for (Town town : in(departement)) {
      Double share = LARGE.get(departement + "/" + town.epci());
      table.add(
          town,
          share == null
              ? weight(town) / restOfWeights * (1 - shareOfLarge)
              : weight(town) / weights.get(town.epci()) * share);
    }
    return table;
  }

  /** Social housing gathers in centres more than people do. */
  private static double weight(Town town) {
    return Math.pow(town.population() + 1.0, 1.2);
  }

  /** A municipality of this département, by where demands and dwellings are. */
  Town anywhere(String departement, Dice dice) {
    return byDepartement.get(departement).pick(dice);
  }

  /** A municipality of the same département near this one, the nearer and larger the likelier. */
  Town near(Town town, Dice dice) {
    Weighted<Town> table = neighbours.get(town.index());
    if (table == null) {
      Weighted<Town> made = new Weighted<>();
      in(town.departement()).stream()
          .filter(other -> other != town)
          .sorted(Comparator.comparingDouble(town::kilometresTo).thenComparing(Town::code))
          .limit(NEIGHBOURS)
          .forEach(
              other ->
                  made.add(
                      other,
                      Math.pow(other.population() + 1.0, 0.9)
                          / Math.pow(town.kilometresTo(other) + 4, 1.5)));
      neighbours.set(town.index(), made);
      table = made;
    }
    return table.pick(dice);
  }

  /** The largest municipality of the inter-municipality, or of the département when it has none. */
  Town centreOf(Town town) {
    return in(town.departement()).stream()
        .filter(other -> town.epci() == null || town.epci().equals(other.epci()))
        .max(Comparator.comparingInt(Town::population))
        .orElse(town);
  }

  List<Town> in(String departement) {
    return towns.stream().filter(town -> town.departement().equals(departement)).toList();
  }

  List<Town> largest(String departement) {
    return in(departement).stream()
        .sorted(Comparator.comparingInt(Town::population).reversed().thenComparing(Town::code))
        .toList();
  }

  Town town(String code) {
    return byCode.get(code);
  }

  Town town(int index) {
    return towns.get(index);
  }

  int size() {
    return towns.size();
  }

  /** Codes in order. */
  List<String> departements() {
    return List.copyOf(departementNames.keySet());
  }

  String departementName(String code) {
    return departementNames.get(code);
  }

  List<String> epcis() {
    return List.copyOf(epciNames.keySet());
  }

  boolean knows(String code) {
    return byCode.containsKey(code);
  }

  String epciName(String siren) {
    return epciNames.get(siren);
  }
}
