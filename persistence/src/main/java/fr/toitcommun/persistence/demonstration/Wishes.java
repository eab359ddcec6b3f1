package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.registration.LocationForm;
import fr.toitcommun.persistence.registration.SoughtForm;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The dwelling sought: types by the size of the household, municipalities near where it lives. */
final class Wishes {
  private static final List<Weighted<String>> TYPES =
      List.of(
          Weighted.codes("T1 14 T1,T2 24 T2 47 T2,T3 11 C,T1 2 T3 2"),
          Weighted.codes("T2 20 T2,T3 40 T3 38 T3,T4 2"),
          Weighted.codes("T3 58 T3,T4 33 T4 9"),
          Weighted.codes("T4 46 T3,T4 34 T4,T5 17 T3 3"),
          Weighted.codes("T4,T5 46 T5 34 T4 20"),
          Weighted.codes("T5 60 T4,T5 18 T5,T6P 22"),
          Weighted.codes("T5,T6P 62 T6P 34 T5 4"));
  private static final Weighted<String> COUNTS = Weighted.codes("1 34 2 23 3 18 4 11 5 8 6 6");

  private final Territory territory;

  Wishes(Territory territory) {
    this.territory = territory;
  }

  void fill(Draft draft) {
    Dice dice = draft.dice;
    SoughtForm sought = draft.form.getSought();
    int persons = draft.persons();
    String types = TYPES.get(Math.min(persons, 7) - 1).pick(dice);
    for (String type : types.split(",")) {
      sought.getTypes().add(type);
    }
    double house = houseShare(draft.life.departement);
    double category = dice.share();
    sought.setCategory(
        persons > 1 && category < house * 0.45
            ? "M"
            : category > 1 - (1 - house) * 0.5 ? "A" : "I");
    locations(draft, sought);
    sought.setAcceptsOtherLocations(dice.chance(0.42));
    if (dice.chance(0.6)) {
      int rent = 250 + 75 * Math.min(persons, 6) + dice.between(0, 24) * 10;
      sought.setMaximumRent(rent);
    }
    boolean weak = draft.age(draft.applicant()) > 68 || draft.applicant().isDisabled();
    sought.setAcceptsGroundFloor(weak || dice.chance(0.86));
    sought.setAcceptsNoLift(dice.chance(weak ? 0.25 : 0.78));
    sought.setWantsParking(dice.chance(0.44));
    sought.setNeedsAdaptedDwelling(draft.applicant().isDisabled() && dice.chance(0.45));
  }

  private void locations(Draft draft, SoughtForm sought) {
    Dice dice = draft.dice;
    String departement = draft.life.departement;
    boolean nearby = draft.home != null && draft.home.departement().equals(departement);
    Town first;
    if (!nearby) {
      first = territory.anywhere(departement, dice);
    } else if (dice.chance(0.66)) {
      first = draft.home;
    } else {
      first = dice.chance(0.35) ? territory.centreOf(draft.home) : territory.near(draft.home, dice);
    }
    draft.wish = first;
    Set<Town> wished = new LinkedHashSet<>(List.of(first));
    int count = Integer.parseInt(COUNTS.pick(dice));
    for (int i = 0; i < count * 3 && wished.size() < count; i++) {
      Town from = nearby && dice.chance(0.4) ? draft.home : first;
      wished.add(territory.near(from, dice));
    }
    for (Town town : wished) {
      LocationForm location = new LocationForm(town.code());
      List<String> districts = Districts.of(town.code());
      if (!districts.isEmpty() && dice.chance(0.12)) {
        location.setDistrict(dice.pick(districts));
      }
      sought.getLocations().add(location);
    }
  }

  /** Individual houses in the social stock, 1 January 2024 (RPLS); Morbihan: assumed. */
  static double houseShare(String departement) {
    return switch (departement) {
      case "44" -> 0.157;
      case "49" -> 0.324;
      case "53" -> 0.312;
      case "72" -> 0.250;
      case "85" -> 0.470;
      default -> 0.30;
    };
  }
}
