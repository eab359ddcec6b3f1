package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.ResourceForm;
import java.util.List;
import java.util.Map;

/**
 * Work, monthly resources and reference tax income. Of the demands entered at desks 56 % lack the
 * reference tax income (2017), and 73 % of applicants are under the PLAI ceiling (Cour des
 * comptes). The distribution of work is a guess.
 */
final class Work {
  private static final double INCOME_MISSING = 0.56;

  private static final Weighted<String> UNDER_22 =
      Weighted.codes("CDI 12 CDD 22 APP 16 ETU 26 CHO 12 AUT 12");
  private static final Weighted<String> UNDER_30 =
      Weighted.codes("CDI 40 CDD 20 ART 1 CHO 15 APP 4 ETU 8 AUT 12");
  private static final Weighted<String> UNDER_55 =
      Weighted.codes("CDI 46 CDD 12 ART 3 CHO 15 AUT 24");
  private static final Weighted<String> UNDER_62 =
      Weighted.codes("CDI 36 CDD 6 ART 3 CHO 15 AUT 33 RET 7");
  private static final Weighted<String> UNDER_67 = Weighted.codes("CDI 12 CHO 6 RET 62 AUT 20");
  private static final Weighted<String> OLDER = Weighted.codes("RET 95 AUT 5");

  private static final Map<String, List<String>> PROFESSIONS =
      Map.of(
          "CDI",
              List.of(
                  "Aide-soignant(e)",
                  "Agent(e) d'entretien",
                  "Employé(e) de commerce",
                  "Préparateur(trice) de commandes",
                  "Conducteur(trice) de bus",
                  "Soudeur(se)",
                  "Opérateur(trice) de production",
                  "Auxiliaire de vie",
                  "Secrétaire",
                  "Cuisinier(ère)",
                  "Agent(e) administratif(ve)",
                  "Maçon(ne)",
                  "Électricien(ne)",
                  "Agent(e) de sécurité",
                  "Assistant(e) maternel(le)",
                  "Infirmier(ère)",
                  "Mécanicien(ne)",
                  "Boulanger(ère)"),
          "CDD",
              List.of(
                  "Intérimaire",
                  "Ouvrier(ère) agroalimentaire",
                  "Cariste",
                  "Serveur(se)",
                  "Saisonnier(ère) agricole",
                  "Accompagnant(e) d'élèves",
                  "Animateur(trice)",
                  "Agent(e) de service",
                  "Manutentionnaire",
                  "Caissier(ère)"),
          "ART", List.of("Artisan(e) du bâtiment", "Coiffeur(se)", "Livreur(se)", "Commerçant(e)"),
          "APP",
              List.of("Apprenti(e) cuisinier(ère)", "Apprenti(e) mécanicien(ne)", "Apprenti(e)"));

  private final List<String> employers;

  Work() {
    employers = Csv.read("employers").stream().map(row -> row[0]).toList();
  }

  void fill(Draft draft) {
    Dice dice = draft.dice;
    PersonForm applicant = draft.applicant();
    boolean stated = !dice.chance(draft.life.fate == Fate.HOUSED ? 0.02 : INCOME_MISSING);
    // What was earned two years before, beside today.
    double past = 0.83 + 0.42 * dice.share();
    signer(draft, applicant, stated, past);
    draft.form.getCoApplicants().forEach(person -> signer(draft, person, stated, past));
    family(draft, applicant);
    for (PersonForm person : draft.form.getDependants()) {
      if ("P".equals(person.getKinship())) {
        person.setWorkContract("RET");
        receive(person, "RET", dice.between(700, 1250));
      } else if (draft.age(person) >= 18) {
        person.setWorkContract(dice.chance(0.7) ? "ETU" : "CHO");
      }
    }
  }

  private void signer(Draft draft, PersonForm person, boolean stated, double past) {
    Dice dice = draft.dice;
    int age = draft.age(person);
    String contract =
        (age < 22
                ? UNDER_22
                : age < 30
                    ? UNDER_30
                    : age < 55 ? UNDER_55 : age < 62 ? UNDER_62 : age < 67 ? UNDER_67 : OLDER)
            .pick(dice);
    person.setWorkContract(contract);
    List<String> professions = PROFESSIONS.get(contract);
    if (professions != null) {
      person.setProfession(dice.pick(professions));
    }
    if (List.of("CDI", "CDD", "APP").contains(contract) && dice.chance(0.8)) {
      person.setEmployer(dice.pick(employers));
      person.setEmployerContributes(dice.chance(0.62));
    }
    int taxed = earn(draft, person, contract, age);
    if (stated) {
      int euros = dice.between(0, 9);
      person.setTaxIncomeN2(taxed == 0 ? 0 : (int) (taxed * 12 * 0.9 * past / 10) * 10 + euros);
      if (dice.chance(0.55)) {
        double lastYear = dice.chance(0.12) ? 0.7 : 0.98 + 0.1 * dice.share();
        person.setTaxIncomeN1((int) (person.getTaxIncomeN2() * lastYear));
      }
    }
  }

  /** Writes what this person receives each month; gives the part of it that is taxed. */
  private static int earn(Draft draft, PersonForm person, String contract, int age) {
    Dice dice = draft.dice;
    switch (contract) {
      case "CDI" -> {
        boolean partTime = dice.chance("F".equals(person.getSex()) ? 0.32 : 0.1);
        return receive(person, "SAL", partTime ? dice.between(700, 1240) : wage(dice, 1500, 290));
      }
      case "CDD" -> {
        return receive(
            person, "SAL", dice.chance(0.4) ? dice.between(500, 1050) : wage(dice, 1180, 170));
      }
      case "ART" -> {
        return receive(person, "SAL", dice.between(450, 1750));
      }
      case "APP" -> {
        return receive(person, "SAL", dice.between(620, 1150)) / 4;
      }
      case "CHO" -> {
        return dice.chance(0.2) ? 0 : receive(person, "CHO", dice.between(520, 1240));
      }
      case "RET" -> {
        int pension = receive(person, "RET", wage(dice, 860, 190));
        if (age >= 65 && pension < 950 && dice.chance(0.6)) {
          receive(person, "AMV", 1000 - pension);
        }
        return pension;
      }
      case "ETU" -> {
        if (dice.chance(0.6)) {
          receive(person, "BE", dice.between(150, 620));
        }
        return dice.chance(0.3) ? receive(person, "SAL", dice.between(200, 550)) : 0;
      }
      default -> {
        return other(draft, person, age);
      }
    }
  }

  private static int other(Draft draft, PersonForm person, int age) {
    Dice dice = draft.dice;
    if (person.isDisabled() || age >= 55 && dice.chance(0.25)) {
      receive(person, "AAH", dice.between(850, 1033));
      return 0;
    }
    if (age > 30 && dice.chance(0.14)) {
      return receive(person, "PINV", dice.between(450, 980));
    }
    boolean first = person == draft.applicant();
    if (first && age >= 25 && dice.chance(0.75)) {
      int children = Math.min(3, draft.form.getDependants().size());
      receive(person, "RSA", 560 + 190 * children + dice.between(-60, 60));
    } else if (first && dice.chance(0.4)) {
      receive(person, "AUT", dice.between(150, 600));
    }
    return 0;
  }

  /** Never much under the lowest full wage or pension, seldom far above. */
  private static int wage(Dice dice, int usual, int spread) {
    return usual + (int) dice.exponential(spread, spread * 6.0) - spread / 2;
  }

  private static void family(Draft draft, PersonForm applicant) {
    long children = draft.form.getDependants().stream().filter(c -> draft.age(c) < 20).count();
    boolean baby = draft.form.getDependants().stream().anyMatch(c -> draft.age(c) < 3);
    if (children >= 2) {
      receive(applicant, "AF", children == 2 ? 148 : (int) (339 + 190 * (children - 3)));
    }
    if (baby && draft.dice.chance(0.8)) {
      receive(applicant, "PAJE", 196);
    }
    if (draft.composition == Draft.Composition.LONE_PARENT && draft.dice.chance(0.35)) {
      receive(applicant, "PAR", (int) (draft.dice.between(90, 190) * Math.max(1, children)));
    } else if ("D".equals(applicant.getFamilySituation())
        && draft.composition == Draft.Composition.ALONE
        && draft.dice.chance(0.15)) {
      receive(applicant, "PAV", draft.dice.between(100, 350));
    }
  }

  private static int receive(PersonForm person, String code, int amount) {
    person.getResources().add(new ResourceForm(code, amount));
    return amount;
  }
}
