package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.demonstration.Draft.Composition;
import fr.toitcommun.persistence.registration.NameKey;
import fr.toitcommun.persistence.registration.PersonForm;
import java.time.LocalDate;

/**
 * Who asks for a dwelling: nearly half live alone (Pays de la Loire, 2025), 27 % are lone parents
 * (Cour des comptes). Ages are a guess: no published distribution was found.
 */
final class People {
  private static final Weighted<Composition> TRANSFER =
      new Weighted<Composition>()
          .add(Composition.ALONE, 40)
          .add(Composition.LONE_PARENT, 28)
          .add(Composition.COUPLE, 10)
          .add(Composition.COUPLE_WITH_CHILDREN, 21)
          .add(Composition.OTHER, 1);
  private static final Weighted<Composition> FIRST_ACCESS =
      new Weighted<Composition>()
          .add(Composition.ALONE, 51)
          .add(Composition.LONE_PARENT, 26.5)
          .add(Composition.COUPLE, 8.5)
          .add(Composition.COUPLE_WITH_CHILDREN, 11.5)
          .add(Composition.OTHER, 2.5);
  private static final Weighted<String> BIRTHS_OF_LONE_PARENTS =
      Weighted.codes("1 54 2 31 3 11 4 3 5 1");
  private static final Weighted<String> BIRTHS_OF_COUPLES =
      Weighted.codes("1 31 2 36 3 20 4 8 5 3 6 1.5 7 0.5");

  private final Names names;
  private final LocalDate today;

  People(Names names, LocalDate today) {
    this.names = names;
    this.today = today;
  }

  void fill(Draft draft) {
    draft.composition = composition(draft);
    applicant(draft);
    switch (draft.composition) {
      case COUPLE, COUPLE_WITH_CHILDREN -> partner(draft);
      case OTHER -> other(draft);
      default -> alone(draft);
    }
    if (draft.composition == Composition.LONE_PARENT
        || draft.composition == Composition.COUPLE_WITH_CHILDREN) {
      children(draft);
    }
    expected(draft);
  }

  private static Composition composition(Draft draft) {
    if (draft.life.alone()) {
      return Composition.ALONE;
    }
    return (draft.life.transfer ? TRANSFER : FIRST_ACCESS).pick(draft.dice);
  }

  private void applicant(Draft draft) {
    Dice dice = draft.dice;
    double women =
        switch (draft.composition) {
          case ALONE -> 0.46;
          case LONE_PARENT -> 0.86;
          default -> 0.5;
        };
    if (draft.life.planted == PlantedKind.BIRTH_NAME) {
      women = 1;
    }
    PersonForm person = draft.applicant();
    person.setSex(dice.chance(women) ? "F" : "M");
    // Of age at deposit; the household is described some time later.
    LocalDate birth = draft.life.adultBy.minusYears(age(draft)).minusDays(dice.between(0, 364));
    identity(person, birth, names.surname(dice), dice);
    double foreign = dice.share();
    person.setNationality(foreign < 0.85 ? "1" : foreign < 0.88 ? "2" : "3");
    person.setPhone(phone(dice));
    if (dice.chance(0.72)) {
      person.setEmail(email(person, dice));
    }
    person.setDisabled(dice.chance(0.025));
  }

  private static int age(Draft draft) {
    Dice dice = draft.dice;
    int age =
        switch (draft.composition) {
          case ALONE, OTHER -> {
            double band = dice.share() + (draft.life.transfer ? 0.16 : 0);
            yield band < 0.20
                ? dice.between(18, 24)
                : band < 0.34
                    ? dice.between(25, 29)
                    : band < 0.58
                        ? dice.between(30, 44)
                        : band < 0.85 ? dice.between(45, 64) : dice.between(65, 84);
          }
          case LONE_PARENT -> (int) Math.round(dice.around(36, 9));
          case COUPLE -> dice.chance(0.45) ? dice.between(20, 32) : dice.between(33, 80);
          case COUPLE_WITH_CHILDREN -> (int) Math.round(dice.around(37, 8));
        };
    return Math.max(18, age);
  }

  private void identity(PersonForm person, LocalDate birth, String surname, Dice dice) {
    person.setBirthDate(birth);
    person.setCivility("F".equals(person.getSex()) ? "2" : "1");
    person.setSurname(surname);
    person.setGivenName(names.given(person.getSex(), birth.getYear(), dice));
  }

  /** Living alone, with or without children: single, separated, divorced or widowed, by age. */
  private void alone(Draft draft) {
    Dice dice = draft.dice;
    PersonForm person = draft.applicant();
    int age = draft.age(person);
    double once = age < 28 ? 0.04 : age < 40 ? 0.3 : age < 65 ? 0.58 : 0.8;
    if (!dice.chance(once)) {
      person.setFamilySituation("C");
      return;
    }
    double widowed = age < 45 ? 0.02 : age < 65 ? 0.1 : 0.55;
    String situation = dice.chance(widowed) ? "V" : dice.chance(0.4) ? "S" : "D";
    person.setFamilySituation(situation);
    if ("F".equals(person.getSex()) && dice.chance("D".equals(situation) ? 0.35 : 0.75)) {
      marriedName(person, dice);
    }
  }

  private void marriedName(PersonForm person, Dice dice) {
    person.setBirthName(names.surname(dice));
    if (person.getBirthName().equals(person.getSurname())) {
      person.setBirthName(null);
    }
  }

  private void partner(Draft draft) {
    Dice dice = draft.dice;
    PersonForm applicant = draft.applicant();
    PersonForm partner = new PersonForm();
    boolean sameSex = dice.chance(0.03);
    partner.setSex(sameSex ? applicant.getSex() : "F".equals(applicant.getSex()) ? "M" : "F");
    LocalDate birth = applicant.getBirthDate().plusDays((long) dice.around(0, 1100));
    if (birth.isAfter(draft.life.adultBy.minusYears(18))) {
      birth = draft.life.adultBy.minusYears(18).minusDays(dice.between(0, 300));
    }
    identity(partner, birth, names.surname(dice), dice);
    double married = draft.age(applicant) < 30 ? 0.25 : draft.age(applicant) < 55 ? 0.55 : 0.85;
    String link = dice.chance(married) ? "M" : dice.chance(0.35) ? "P" : "C";
    partner.setApplicantLink(link);
    String situation = "C".equals(link) ? "U" : link;
    applicant.setFamilySituation(situation);
    partner.setFamilySituation(situation);
    if ("M".equals(link) && dice.chance(0.72)) {
      PersonForm wife = "F".equals(partner.getSex()) ? partner : applicant;
      PersonForm husband = wife == partner ? applicant : partner;
      if (!sameSex && !wife.getSurname().equals(husband.getSurname())) {
        wife.setBirthName(wife.getSurname());
        wife.setSurname(husband.getSurname());
      }
    }
    partner.setNationality(
        dice.chance(0.88) ? applicant.getNationality() : dice.chance(0.5) ? "1" : "3");
    if (dice.chance(0.6)) {
      partner.setPhone(phone(dice));
    }
    partner.setDisabled(dice.chance(0.02));
    draft.form.getCoApplicants().add(partner);
  }

  /** Two flatmates, or somebody with an aged parent or a relative in their charge. */
  private void other(Draft draft) {
    Dice dice = draft.dice;
    PersonForm applicant = draft.applicant();
    applicant.setFamilySituation("C");
    PersonForm second = new PersonForm();
    second.setSex(dice.chance(0.5) ? "F" : "M");
    int age = draft.age(applicant);
    if (age < 40 || age > 65) {
      LocalDate birth = applicant.getBirthDate().plusDays((long) dice.around(0, 900));
      if (birth.isAfter(draft.life.adultBy.minusYears(18))) {
        birth = draft.life.adultBy.minusYears(18).minusDays(dice.between(0, 300));
      }
      identity(second, birth, names.surname(dice), dice);
      second.setApplicantLink("L");
      second.setFamilySituation("C");
      second.setNationality(applicant.getNationality());
      second.setPhone(phone(dice));
      draft.form.getCoApplicants().add(second);
    } else {
      boolean parent = dice.chance(0.7);
      LocalDate birth =
          parent
              ? applicant.getBirthDate().minusYears(dice.between(19, 32))
              : draft.on.minusYears(dice.between(8, 24)).minusDays(dice.between(0, 300));
      identity(second, birth, applicant.getSurname(), dice);
      second.setKinship(parent ? "P" : "A");
      draft.form.getDependants().add(second);
    }
  }

  private void children(Draft draft) {
    Dice dice = draft.dice;
    boolean couple = draft.composition == Composition.COUPLE_WITH_CHILDREN;
    PersonForm youngest = draft.applicant();
    for (PersonForm partner : draft.form.getCoApplicants()) {
      if (partner.getBirthDate().isAfter(youngest.getBirthDate())) {
        youngest = partner;
      }
    }
    // Every child was born when the younger parent was 17 to 46, and is 25 at most.
    LocalDate first =
        latest(youngest.getBirthDate().plusYears(17).plusMonths(6), draft.on.minusYears(25));
    LocalDate last = earliest(youngest.getBirthDate().plusYears(46), draft.on.minusDays(20));
    int wanted = Integer.parseInt((couple ? BIRTHS_OF_COUPLES : BIRTHS_OF_LONE_PARENTS).pick(dice));
    boolean shared = !couple && dice.chance("M".equals(draft.applicant().getSex()) ? 0.5 : 0.06);
    String custody = shared ? (dice.chance(0.6) ? "G" : "D") : null;
    String surname = childSurname(draft, couple);
    long span = Math.max(0, last.toEpochDay() - first.toEpochDay());
    LocalDate birth = last.minusDays((long) (span * Math.min(1, Math.pow(dice.share(), 1.4))));
    for (int i = 0; i < wanted && !birth.isBefore(first); i++) {
      PersonForm child = new PersonForm();
      child.setSex(dice.chance(0.49) ? "F" : "M");
      child.setSurname(surname);
      child.setBirthDate(birth);
      child.setGivenName(names.given(child.getSex(), birth.getYear(), dice));
      child.setKinship("E");
      child.setCustody(birth.isAfter(draft.on.minusYears(18)) ? custody : null);
      child.setDisabled(dice.chance(0.008));
      draft.form.getDependants().add(child);
      birth = dice.chance(0.015) ? birth : birth.minusDays(dice.between(340, 1900));
    }
    if (draft.form.getDependants().isEmpty()) {
      // Too young a parent for any other date: a child of some months.
      PersonForm child = new PersonForm();
      child.setSex("F");
      child.setSurname(surname);
      child.setBirthDate(draft.on.minusDays(dice.between(15, 150)));
      child.setGivenName(names.given("F", child.getBirthDate().getYear(), dice));
      child.setKinship("E");
      draft.form.getDependants().add(child);
    }
  }

  private String childSurname(Draft draft, boolean couple) {
    Dice dice = draft.dice;
    PersonForm applicant = draft.applicant();
    if (!couple) {
      boolean other = "F".equals(applicant.getSex()) && dice.chance(0.55);
      return other ? names.surname(dice) : applicant.getSurname();
    }
    PersonForm partner = draft.form.getCoApplicants().get(0);
    PersonForm father = "M".equals(partner.getSex()) ? partner : applicant;
    PersonForm mother = father == partner ? applicant : partner;
    String mothers = mother.getBirthName() == null ? mother.getSurname() : mother.getBirthName();
    return dice.chance(0.09) ? Names.joined(father.getSurname(), mothers) : father.getSurname();
  }

  private void expected(Draft draft) {
    PersonForm applicant = draft.applicant();
    boolean couple =
        !draft.form.getCoApplicants().isEmpty() && draft.composition != Composition.OTHER;
    PersonForm partner = couple ? draft.form.getCoApplicants().get(0) : applicant;
    PersonForm mother = "F".equals(partner.getSex()) ? partner : applicant;
    int age = draft.age(mother);
    boolean recent = draft.life.active() && draft.on.isAfter(today.minusMonths(4));
    if (recent
        && draft.composition != Composition.ALONE
        && draft.composition != Composition.OTHER
        && "F".equals(mother.getSex())
        && age >= 19
        && age <= 42
        && draft.form.getDependants().stream()
            .noneMatch(child -> child.getBirthDate().isAfter(today.minusMonths(11)))
        && draft.dice.chance(couple ? 0.13 : 0.05)) {
      draft.form.setExpectedChildren(draft.dice.chance(0.02) ? 2 : 1);
      draft.form.setExpectedBirthDate(today.plusDays(draft.dice.between(10, 120)));
    }
  }

  /** Numbers kept by the regulator for fiction. */
  static String phone(Dice dice) {
    return "063998%04d".formatted(dice.between(0, 9999));
  }

  private static String email(PersonForm person, Dice dice) {
    return NameKey.of(person.getGivenName(), person.getSurname()).replace(' ', '.')
        + dice.between(1, 99)
        + "@example.org";
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earliest(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
