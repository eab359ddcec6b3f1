package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.registration.DwellingType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Dwellings: those let in the years kept and those to let. Shares of individual houses and of
 * priority districts are those of the stock on 1 January 2024 (RPLS); rents and surfaces are
 * plausible only.
 */
final class Stock {
  static final Weighted<String> QUOTAS =
      Weighted.codes("AUCUN 42 PPRIOR 22 COLTER 16 COLACT 14 PFONCT 4 AUTRES 2");

  private static final double PRIORITY_DISTRICTS = 0.257;
  private static final int CITY = 14_000;
  private static final Weighted<String> ENERGY = Weighted.codes("A 4 B 12 C 36 D 33 E 12 F 3");
  private static final int[] SURFACES = {14, 29, 46, 65, 80, 96, 112};

  private final long seed;
  private final LocalDate today;
  private final Housing housing;
  private final List<Flat> flats = new ArrayList<>();

  Stock(long seed, LocalDate today, Housing housing) {
    this.seed = seed;
    this.today = today;
    this.housing = housing;
  }

  Flat add(Flat flat) {
    flats.add(flat);
    flat.id = flats.size();
    return flat;
  }

  /** Says which are houses and which lie in priority districts, once all are known. */
  void settle(List<String> departements) {
    for (String departement : departements) {
      List<Flat> here =
          flats.stream().filter(flat -> flat.town.departement().equals(departement)).toList();
      here.stream().filter(flat -> flat.asked == 'M').forEach(flat -> flat.category = 'M');
      long houses = here.stream().filter(flat -> flat.category == 'M').count();
      double more = here.size() * Wishes.houseShare(departement) - houses;
      choose(here, Stock::houseWeight, more, "house").forEach(flat -> flat.category = 'M');
      choose(here, Stock::districtWeight, here.size() * PRIORITY_DISTRICTS, "district")
          .forEach(flat -> flat.priorityDistrict = true);
    }
  }

  /** So many of them, spread evenly, each as likely as its weight. */
  private List<Flat> choose(
      List<Flat> from, ToDoubleFunction<Flat> weight, double wanted, String what) {
    // A chance stops at one: what the sure ones cannot take goes to the others.
    double factor = 1;
    for (int i = 0; i < 30; i++) {
      double present = factor;
      double sum =
          from.stream().mapToDouble(f -> Math.min(1, present * weight.applyAsDouble(f))).sum();
      factor = sum == 0 ? 0 : factor * Math.max(0, wanted) / sum;
    }
    List<Flat> chosen = new ArrayList<>();
    double sum = new Dice(seed, what, from.size()).share();
    for (Flat flat : from) {
      double next = sum + Math.min(1, factor * weight.applyAsDouble(flat));
      if (Math.floor(next) > Math.floor(sum)) {
        chosen.add(flat);
      }
      sum = next;
    }
    return chosen;
  }

  private static double houseWeight(Flat flat) {
    if (flat.asked != 'I' || flat.category == 'M' || flat.type.rooms() < 2) {
      return 0;
    }
    double rural = flat.town.population() < CITY ? 1 : 0.45;
    return flat.type == DwellingType.T2 ? 0.35 * rural : rural;
  }

  private static double districtWeight(Flat flat) {
    if (flat.town.population() < CITY) {
      return 0;
    }
    return flat.category == 'M' ? 0.2 : 1;
  }

  void write(Connection connection, Demonstration.Progress progress) throws SQLException {
    CopyTable dwellings =
        new CopyTable(
            connection,
            "dwelling",
            "id,landlord_id,stock_register_id,internal_reference,municipality_code,address,floor,"
                + "lift,category,dwelling_type,surface,main_rent,charges,scheme,energy_class,"
                + "priority_district,wheelchair,adapted_plai,completion_year,stair,door,rooms,"
                + "first_let_year,financing,apl_convention,apl_convention_on,occupancy,"
                + "accessory_rents,energy_contribution,energy_certified_on");
    CopyTable vacancies =
        new CopyTable(
            connection,
            "vacancy",
            "id,version,dwelling_id,available_from,declared_on,quota,status,notice_on,reason,"
                + "works_until,flow_exclusion,agreement_id,offered_on,offered_quota,offered_share,"
                + "agreed_share,designation_deadline,designation");
    for (Flat flat : flats) {
      if (flat.id % 5_000 == 1) {
        progress.report("dwellings", flat.id - 1, flats.size());
      }
      write(dwellings, flat, new Dice(seed, "dwelling", flat.id));
      vacancies.add(flat.id).add(flat.let ? 2 : 1).add(flat.id).add(flat.availableFrom);
      vacancies.add(flat.declaredOn).add(flat.quotaToday()).add(flat.let ? "LET" : "OPEN");
      Particulars.vacancy(vacancies, flat, new Dice(seed, "vacancy", flat.id));
    }
    dwellings.flush();
    vacancies.flush();
    progress.report("dwellings", flats.size(), flats.size());
  }

  private void write(CopyTable dwellings, Flat flat, Dice dice) throws SQLException {
    boolean house = flat.category == 'M';
    int surface = (int) Math.round(SURFACES[flat.type.ordinal()] * (0.88 + 0.24 * dice.share()));
    int year =
        flat.scheme == FundingScheme.PLUS ? 1958 + dice.between(0, 64) : 1996 + dice.between(0, 27);
    double metre =
        switch (flat.scheme) {
          case PLAI -> 5.5;
          case PLUS -> 6.2;
          case PLS -> 8.6;
        };
    double small = flat.type.rooms() < 3 ? 1.12 : 1;
    flat.mainRent = (int) (surface * metre * small * (0.92 + 0.16 * dice.share()));
    flat.charges = house ? dice.between(15, 40) : (int) (surface * (0.9 + dice.share()));
    flat.adaptedPlai = flat.scheme == FundingScheme.PLAI && dice.chance(0.03);
    int floor = house ? 0 : dice.between(0, flat.town.population() < CITY ? 3 : 7);
    boolean lift = !house && (floor > 4 || dice.chance(year > 2000 ? 0.6 : 0.3));
    dwellings.add(flat.id).add(flat.landlord.id).add(flat.stockRegisterId());
    dwellings.add("%s-%05d".formatted(initials(flat.landlord.name), flat.id));
    dwellings.add(flat.town.code()).add(housing.street(dice)).add(floor).add(lift);
    dwellings.add(String.valueOf(flat.category)).add(flat.type.name()).add(surface);
    Particulars more = new Particulars(flat, year, today, new Dice(seed, "particulars", flat.id));
    dwellings.add(flat.mainRent - more.besides()).add(flat.charges).add(flat.scheme.name());
    dwellings.add(year > 2012 ? (dice.chance(0.5) ? "A" : "B") : ENERGY.pick(dice));
    dwellings.add(flat.priorityDistrict).add(dice.chance(floor == 0 || lift ? 0.09 : 0));
    dwellings.add(flat.adaptedPlai).add(year);
    more.write(dwellings);
  }

  private static String initials(String name) {
    StringBuilder letters = new StringBuilder();
    for (String word : Misspelling.bare(name).split(" ")) {
      if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
        letters.append(word.charAt(0));
      }
    }
    return letters.toString();
  }

  List<Flat> flats() {
    return flats;
  }

  int size() {
    return flats.size();
  }
}
