package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.demonstration.Draft.Composition;
import fr.toitcommun.persistence.registration.ContactForm;
import fr.toitcommun.persistence.registration.CurrentHousingForm;
import fr.toitcommun.persistence.registration.MotivesForm;
import java.time.LocalDate;
import java.util.List;

/**
 * Where the household lives and why it asks for another dwelling. Motives of active demands follow
 * the figures of 2019 (USH); the tenure of satisfied ones those of 2024 (Ancols).
 */
final class Housing {
  private static final List<String> LODGED = List.of("CPE", "CP");
  private static final List<String> TENANTS = List.of("HLM", "LP");
  private static final String PRECARIOUS =
      " SLHT 3.2 SH 3.6 RS 5 HOT 1 SD 1.4 CAMCAR 0.9 SQUAT 0.2 RHVS 0.4 CDEFCM 0.3";
  private static final Weighted<String> FIRST_ACCESS =
      Weighted.codes("LP 43 CPE 22 CP 12 LTG 2.5 POCC 2.5 FONC 0.8 RE 1.2" + PRECARIOUS);
  // Of all satisfied demands: 27 % tenants of social housing, 25 % private tenants, 27 % lodged.
  private static final Weighted<String> HOUSED =
      Weighted.codes("LP 25 CPE 17.5 CP 9.5 LTG 1.8 POCC 0.8 FONC 0.6 RE 1.8" + PRECARIOUS);

  private static final Weighted<String> MOTIVES_LODGED =
      Weighted.codes("01 49 12 29 19 6 14 5 11 5 18 3 21 2 15 1");
  private static final Weighted<String> MOTIVES_PRECARIOUS =
      Weighted.codes("01 85 06 6 15 3 07 1.5 19 2.5 23 2");
  private static final Weighted<String> MOTIVES_PRIVATE =
      Weighted.codes(
          "09 32 03 8 04 12 05 4 11 11 13 12 08 5 07 3 17 3 19 4 01 2 21 1.5 20 1 06 1 18 0.5");
  private static final Weighted<String> MOTIVES_OTHER =
      Weighted.codes("11 30 22 14 01 15 09 10 08 7 04 8 07 4 19 6 12 4 23 2");
  private static final Weighted<String> MOTIVES_TRANSFER_ALONE =
      Weighted.codes("13 12 10 14 08 13 07 6 17 14 09 13 11 9 19 5 20 5 21 5 02 2 03 2");
  private static final Weighted<String> MOTIVES_TRANSFER =
      Weighted.codes(
          "13 37.4 08 8.2 07 3.8 17 10.8 09 8 11 10 10 4 19 4.5 21 4 20 3.5 02 2 16 0.8 03 3");
  private static final Weighted<String> FURTHER_MOTIVES =
      Weighted.codes("09 20 13 15 19 14 20 12 21 12 17 12 08 10 03 5");

  private static final List<String> ELSEWHERE =
      List.of(
          "35000 Rennes",
          "75018 Paris",
          "33000 Bordeaux",
          "79000 Niort",
          "17000 La Rochelle",
          "22000 Saint-Brieuc",
          "29200 Brest",
          "37000 Tours",
          "61000 Alençon",
          "86000 Poitiers",
          "93200 Saint-Denis",
          "69003 Lyon",
          "31000 Toulouse",
          "35300 Fougères",
          "28000 Chartres");

  private final Territory territory;
  private final Partners partners;
  private final List<String> streets;
  private final Names names;

  Housing(Territory territory, Partners partners, Names names) {
    this.territory = territory;
    this.partners = partners;
    this.names = names;
    streets = Csv.read("streets").stream().map(row -> row[0]).toList();
  }

  String street(Dice dice) {
    String number = dice.between(1, 140) + (dice.chance(0.06) ? " bis" : "");
    return number + " " + dice.pick(streets);
  }

  void fill(Draft draft) {
    home(draft);
    String tenure =
        draft.life.transfer
            ? "HLM"
            : (draft.life.fate == Fate.HOUSED ? HOUSED : FIRST_ACCESS).pick(draft.dice);
    draft.form.getCurrentHousing().setTenure(tenure);
    motives(draft, tenure);
    contact(draft, tenure);
    dwelling(draft, tenure);
  }

  /** 13 % come from another département (Maine-et-Loire, 2019). */
  private void home(Draft draft) {
    Dice dice = draft.dice;
    if (!dice.chance(0.13)) {
      draft.home = territory.anywhere(draft.life.departement, dice);
    } else if (dice.chance(0.55)) {
      List<String> others =
          territory.departements().stream().filter(d -> !d.equals(draft.life.departement)).toList();
      draft.home = territory.anywhere(dice.pick(others), dice);
    }
  }

  private void motives(Draft draft, String tenure) {
    Dice dice = draft.dice;
    MotivesForm motives = draft.form.getMotives();
    Weighted<String> table;
    if (draft.life.transfer) {
      table = draft.composition == Composition.ALONE ? MOTIVES_TRANSFER_ALONE : MOTIVES_TRANSFER;
    } else if (LODGED.contains(tenure)) {
      table = MOTIVES_LODGED;
    } else if ("LP".equals(tenure)) {
      table = MOTIVES_PRIVATE;
    } else {
      table = PRECARIOUS.contains(" " + tenure + " ") ? MOTIVES_PRECARIOUS : MOTIVES_OTHER;
    }
    motives.setMain(table.pick(dice));
    if (dice.chance(0.38)) {
      motives.setSecond(further(motives, dice));
      if (dice.chance(0.3)) {
        motives.setThird(further(motives, dice));
      }
    }
    if ("23".equals(motives.getMain())) {
      motives.setDetail(dice.chance(0.5) ? "Souhaite un jardin" : "Fin de contrat d'hébergement");
    }
    if ("07".equals(motives.getMain())) {
      draft.applicant().setDisabled(draft.applicant().isDisabled() || dice.chance(0.7));
    }
  }

  private static String further(MotivesForm motives, Dice dice) {
    String motive = FURTHER_MOTIVES.pick(dice);
    while (motive.equals(motives.getMain()) || motive.equals(motives.getSecond())) {
      motive = FURTHER_MOTIVES.pick(dice);
    }
    return motive;
  }

  private void contact(Draft draft, String tenure) {
    Dice dice = draft.dice;
    ContactForm contact = draft.form.getContact();
    contact.setAddressLine(street(dice));
    if (dice.chance(0.3)) {
      contact.setAddressComplement(
          "Bât. " + (char) ('A' + dice.between(0, 7)) + ", appt " + dice.between(1, 60));
    }
    if (LODGED.contains(tenure)) {
      boolean family = "CPE".equals(tenure) && dice.chance(0.8);
      contact.setHostedBy(
          (dice.chance(0.5) ? "M. et Mme " : "Mme ")
              + (family ? draft.applicant().getSurname() : names.surname(dice)));
    }
    if (draft.home == null) {
      String elsewhere = dice.pick(ELSEWHERE);
      contact.setPostalCode(elsewhere.substring(0, 5));
      contact.setCity(elsewhere.substring(6));
    } else {
      contact.setMunicipalityCode(draft.home.code());
      contact.setPostalCode(dice.pick(draft.home.postalCodes()));
      contact.setCity(draft.home.name());
    }
  }

  private void dwelling(Draft draft, String tenure) {
    Dice dice = draft.dice;
    CurrentHousingForm housing = draft.form.getCurrentHousing();
    housing.setOccupants(
        LODGED.contains(tenure) ? draft.persons() + dice.between(1, 4) : draft.persons());
    LocalDate applicantAdult = draft.applicant().getBirthDate().plusYears(18);
    LocalDate since = draft.life.deposit.minusDays(20 + (long) dice.exponential(1500, 9000));
    housing.setSince(since.isBefore(applicantAdult) ? applicantAdult : since);
    housing.setOwnsDwelling("POCC".equals(tenure) || dice.chance(0.012));
    if (List.of("SD", "CAMCAR", "SQUAT", "HOT", "SH", "CDEFCM").contains(tenure)) {
      return;
    }
    int rooms = rooms(draft, tenure);
    housing.setType(rooms >= 6 ? "T6P" : "T" + Math.max(1, rooms));
    boolean house = rooms >= 3 && dice.chance("HLM".equals(tenure) ? 0.25 : 0.4);
    housing.setCategory(house ? "M" : "A");
    housing.setSurface((int) (14 + 17.5 * Math.max(1, rooms) + dice.around(0, 6)));
    if (TENANTS.contains(tenure) || "SLHT".equals(tenure) || "FONC".equals(tenure)) {
      double metre = "HLM".equals(tenure) ? 7.2 : 10.8;
      double dear = "09".equals(draft.form.getMotives().getMain()) ? 1.15 : 1;
      housing.setRent(
          (int) (housing.getSurface() * metre * dear * (0.85 + 0.3 * dice.share())) + 40);
    } else if ("RS".equals(tenure) || "RE".equals(tenure) || "RHVS".equals(tenure)) {
      housing.setRent(dice.between(320, 520));
    } else {
      housing.setRent(0);
    }
    if ("HLM".equals(tenure)) {
      String where = draft.home == null ? draft.life.departement : draft.home.departement();
      housing.setLandlord(partners.landlordIn(where, dice).name());
    }
  }

  /** Rooms of the present dwelling, in keeping with the motive. */
  private static int rooms(Draft draft, String tenure) {
    Dice dice = draft.dice;
    int persons = draft.persons();
    if ("RS".equals(tenure) || "RE".equals(tenure) || "RHVS".equals(tenure)) {
      return persons <= 2 ? 1 : 2;
    }
    if (LODGED.contains(tenure)) {
      return dice.between(3, 5);
    }
    int usual = persons == 1 ? dice.between(1, 2) : persons == 2 ? 2 + dice.between(0, 1) : persons;
    return switch (draft.form.getMotives().getMain()) {
      case "13" -> Math.max(1, Math.min(usual, 5) - 1);
      case "10" -> Math.min(6, usual + 2);
      default -> Math.min(6, Math.min(usual, 5) + (dice.chance(0.15) ? 1 : 0));
    };
  }
}
