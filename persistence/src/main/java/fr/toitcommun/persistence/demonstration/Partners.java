package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.demonstration.Partner.Desk;
import fr.toitcommun.persistence.partner.PartnerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The partners of the file and their registering desks: 200 desks, 180 of them in Pays de la Loire
 * (2006). Landlords are invented; public bodies bear the names of their territories.
 */
final class Partners {
  /** The landlord of the account bailleur.nantes. */
  static final String FIRST_LANDLORD = "Habitat de l'Estuaire";

  /** The landlord of the account bailleur.saint-nazaire. */
  static final String SECOND_LANDLORD = "Logis de la Brière";

  static final String NANTES_METROPOLE = "244400404";
  static final String SAINT_NAZAIRE = "44184";
  static final String CLISSON = "44043";
  static final String MORBIHAN = "56";

  private static final String NANTES = "44109";
  private static final List<String> REGISTERING_EPCI =
      List.of(
          NANTES_METROPOLE,
          "244400644",
          "244900015",
          "200071678",
          "200071876",
          "247200132",
          "200083392",
          "248500589",
          "200071165",
          "200042174",
          "200067932");
  private static final List<String> OTHER_EPCI = List.of("244400610", "200060010", "200067346");
  private static final int COMMUNES_AT_LEAST = 2;

  private final Territory territory;
  private final Volumes volumes;
  private final Dice dice;
  private final List<Partner> partners = new ArrayList<>();
  private final List<Desk> desks = new ArrayList<>();
  private final Map<String, Weighted<Partner>> landlords = new TreeMap<>();
  private final Map<String, Weighted<Desk>> desksByDepartement = new TreeMap<>();
  private final Map<String, Weighted<Desk>> desksByTown = new TreeMap<>();
  private final Map<String, Integer> codes = new TreeMap<>();

  Partners(Territory territory, Volumes volumes, long seed) {
    this.territory = territory;
    this.volumes = volumes;
    dice = new Dice(seed, "partners", 0);
    landlords();
    publicBodies();
    localAuthorities();
    moreDesks(false);
    moreDesks(true);
    for (Desk desk : desks) {
      desksByDepartement
          .computeIfAbsent(desk.town().departement(), code -> new Weighted<>())
          .add(desk, desk.weight());
      desksByTown
          .computeIfAbsent(desk.town().code(), code -> new Weighted<>())
          .add(desk, desk.weight());
    }
  }

  private void landlords() {
    for (String[] row : Csv.read("landlords")) {
      List<String> departements = List.of(row[1].split(","));
      double weight = Double.parseDouble(row[3]);
      Town seat =
          switch (row[0]) {
            case FIRST_LANDLORD -> territory.town(NANTES);
            case SECOND_LANDLORD -> territory.town(SAINT_NAZAIRE);
            default -> territory.anywhere(departements.get(0), dice);
          };
      Partner landlord =
          add(
              PartnerKind.LANDLORD,
              row[0],
              row[2],
              seat,
              true,
              "DEPARTEMENT",
              departements,
              weight);
      for (String departement : departements) {
        boolean home = departement.equals(seat.departement());
        Town town = home ? seat : territory.largest(departement).get(dice.between(0, 2));
        desk(landlord, town, weight / departements.size());
        landlords
            .computeIfAbsent(departement, code -> new Weighted<>())
            .add(landlord, weight / departements.size());
      }
    }
  }

  private void publicBodies() {
    for (String departement : territory.departements()) {
      String name = territory.departementName(departement);
      Town capital = territory.largest(departement).get(0);
      List<String> here = List.of(departement);
      desk(
          add(
              PartnerKind.STATE,
              "Préfecture – " + name,
              null,
              capital,
              true,
              "DEPARTEMENT",
              here,
              3),
          capital,
          3);
      desk(
          add(
              PartnerKind.DEPARTMENT,
              "Conseil départemental – " + name,
              null,
              capital,
              true,
              "DEPARTEMENT",
              here,
              4),
          capital,
          4);
      add(
          PartnerKind.INFORMATION_AGENCY,
          "ADIL – " + name,
          null,
          capital,
          false,
          "DEPARTEMENT",
          here,
          0);
    }
    List<String> all = territory.departements();
    Town nantes = territory.town(NANTES);
    Partner employers =
        add(
            PartnerKind.ACTION_LOGEMENT,
            "Action Logement",
            null,
            nantes,
            true,
            "DEPARTEMENT",
            all,
            0);
    for (String departement : all) {
      desk(employers, territory.largest(departement).get(0), 12);
    }
    Partner manager =
        add(
            PartnerKind.FILE_MANAGER,
            "Association du fichier commun",
            null,
            nantes,
            true,
            "DEPARTEMENT",
            all,
            0);
    desk(manager, nantes, 10);
  }

  private void localAuthorities() {
    for (String siren : REGISTERING_EPCI) {
      Partner epci = epci(siren, true);
      desk(epci, epci.seat, NANTES_METROPOLE.equals(siren) ? 60 : 25);
    }
    OTHER_EPCI.forEach(siren -> epci(siren, false));
    for (String departement : territory.departements()) {
      List<Town> towns = territory.largest(departement);
      for (int i = 0; i < COMMUNES_AT_LEAST; i++) {
        commune(towns.get(i), true);
      }
    }
    commune(territory.town(CLISSON), false);
    for (String departement : territory.departements()) {
      List<Town> towns = territory.largest(departement);
      commune(towns.get(towns.size() / 4), false);
    }
  }

  private Partner epci(String siren, boolean registering) {
    Town seat =
        territory.departements().stream()
            .flatMap(departement -> territory.largest(departement).stream())
            .filter(town -> siren.equals(town.epci()))
            .max(java.util.Comparator.comparingInt(Town::population))
            .orElseThrow();
    return add(
        PartnerKind.LOCAL_AUTHORITY,
        territory.epciName(siren),
        siren,
        seat,
        registering,
        "EPCI",
        List.of(siren),
        25);
  }

  private void commune(Town town, boolean registering) {
    Partner commune =
        add(
            PartnerKind.LOCAL_AUTHORITY,
            "Commune – " + town.name(),
            null,
            town,
            registering,
            "MUNICIPALITY",
            List.of(town.code()),
            8);
    if (registering) {
      desk(commune, town, 6 + town.population() / 12_000.0);
    }
  }

  /**
   * Brings the desks of a territory to their number: more municipalities, more landlords' agencies.
   */
  private void moreDesks(boolean morbihan) {
    int there =
        (int)
            desks.stream().filter(d -> morbihan == MORBIHAN.equals(d.town().departement())).count();
    int missing = volumes.desks(morbihan, there) - there;
    Weighted<String> where = new Weighted<>();
    volumes
        .active()
        .forEach((code, active) -> where.add(code, morbihan == MORBIHAN.equals(code) ? active : 0));
    Map<String, Integer> next = new TreeMap<>();
    for (int i = 0; i < missing; i++) {
      String departement = where.pick(dice);
      if (morbihan || i % 5 < 3) {
        int rank = next.merge(departement, 1, Integer::sum) + COMMUNES_AT_LEAST - 1;
        Town town = territory.largest(departement).get(rank);
        if (CLISSON.equals(town.code())) {
          rank = next.merge(departement, 1, Integer::sum) + COMMUNES_AT_LEAST - 1;
          town = territory.largest(departement).get(rank);
        }
        commune(town, true);
      } else {
        Partner landlord = landlordIn(departement, dice);
        desk(landlord, territory.anywhere(departement, dice), landlord.weight / 2);
      }
    }
  }

  private Partner add(
      PartnerKind kind,
      String name,
      String siren,
      Town seat,
      boolean registering,
      String level,
      List<String> codesOfTerritory,
      double weight) {
    Partner partner =
        new Partner(
            partners.size() + 1L,
            kind,
            name,
            siren,
            seat,
            registering,
            level,
            codesOfTerritory,
            weight);
    partners.add(partner);
    return partner;
  }

  private void desk(Partner partner, Town town, double weight) {
    int number = codes.merge(town.departement(), 1, Integer::sum);
    String code = "G" + town.departement() + "%02d".formatted(number);
    Desk desk = new Desk(desks.size() + 1L, code, partner, town, weight, new ArrayList<>());
    desks.add(desk);
    partner.desks.add(desk);
  }

  /** A landlord that has dwellings in this département, by its stock there. */
  Partner landlordIn(String departement, Dice thrown) {
    return landlords.get(departement).pick(thrown);
  }

  /** The desk where a household that wishes to live there comes. */
  Desk deskFor(Town wish, Dice thrown) {
    Weighted<Desk> near = desksByTown.get(wish.code());
    return near != null && thrown.chance(0.4)
        ? near.pick(thrown)
        : desksByDepartement.get(wish.departement()).pick(thrown);
  }

  Partner named(String name) {
    return partners.stream().filter(partner -> partner.name.equals(name)).findFirst().orElseThrow();
  }

  List<Partner> all() {
    return partners;
  }

  List<Desk> desks() {
    return desks;
  }
}
