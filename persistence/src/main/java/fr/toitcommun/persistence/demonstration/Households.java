package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.registration.ContactForm;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.HandicapComplementForm;
import fr.toitcommun.persistence.registration.PersonForm;
import java.time.LocalDate;

/** Fills the form of each planned demand, and makes the planted sets alike. */
final class Households {
  private final long seed;
  private final Names names;
  private final People people;
  private final Work work;
  private final Housing housing;
  private final Wishes wishes;
  private final Supplement supplement;

  Households(long seed, LocalDate today, Names names, Territory territory, Housing housing) {
    this.seed = seed;
    this.names = names;
    this.housing = housing;
    people = new People(names, today);
    work = new Work();
    wishes = new Wishes(territory);
    supplement = new Supplement(seed);
  }

  DemandForm form(Life life) {
    if (life.planted == null) {
      return filled(life);
    }
    Dice dice = new Dice(seed, "likeness", life.set);
    if (life.original == null) {
      DemandForm form = filled(life);
      prepare(life.planted, form.getApplicant(), dice);
      return form;
    }
    DemandForm of = filled(life.original);
    prepare(life.planted, of.getApplicant(), dice);
    if (life.planted == PlantedKind.HOMONYM) {
      DemandForm form = filled(life);
      PersonForm person = form.getApplicant();
      person.setSurname(of.getApplicant().getSurname());
      person.setGivenName(of.getApplicant().getGivenName());
      person.setBirthName(of.getApplicant().getBirthName());
      person.setSex(of.getApplicant().getSex());
      person.setCivility(of.getApplicant().getCivility());
      if (person.getBirthDate().equals(of.getApplicant().getBirthDate())) {
        person.setBirthDate(person.getBirthDate().minusDays(411));
      }
      return form;
    }
    of.setDepositDate(life.deposit);
    vary(life.planted, of.getApplicant(), dice);
    ContactForm contact = of.getContact();
    contact.setEmailAgreed(contact.isEmailAgreed() && of.getApplicant().getEmail() != null);
    return of;
  }

  private DemandForm filled(Life life) {
    Draft draft = new Draft(life, new Dice(seed, "household", life.id));
    people.fill(draft);
    housing.fill(draft);
    work.fill(draft);
    wishes.fill(draft);
    supplement.fill(draft);
    return draft.form;
  }

  /** The handicap complement of a demand; null when it has none. */
  HandicapComplementForm complement(Life life, DemandForm form) {
    return supplement.complement(life, form);
  }

  /**
   * Gives the person names or a date that this kind of slip can befall; the same for both demands.
   */
  private void prepare(PlantedKind kind, PersonForm person, Dice dice) {
    int year = person.getBirthDate().getYear();
    switch (kind) {
      case ACCENTS -> person.setGivenName(names.accentedGiven(person.getSex(), year, dice));
      case BIRTH_NAME -> {
        String other = names.surname(dice);
        while (other.equals(person.getSurname())) {
          other = names.surname(dice);
        }
        person.setBirthName(other);
      }
      case TYPING_ERROR -> {
        while (person.getSurname().length() < 6) {
          person.setSurname(names.surname(dice));
        }
      }
      case PHONETIC -> person.setSurname(names.surnameSoundingAlike(dice));
      case SWAPPED_DAY_MONTH -> {
        LocalDate date = person.getBirthDate();
        int day = 1 + (date.getMonthValue() + dice.between(0, 9)) % 12;
        person.setBirthDate(date.withDayOfMonth(day == date.getMonthValue() ? day % 12 + 1 : day));
      }
      default -> {
        // The others need nothing.
      }
    }
  }

  private void vary(PlantedKind kind, PersonForm person, Dice dice) {
    String surname = person.getSurname();
    switch (kind) {
      case ACCENTS -> {
        person.setGivenName(Misspelling.bare(person.getGivenName()));
        person.setSurname(Misspelling.bare(surname));
      }
      case INVERTED_NAMES -> {
        person.setSurname(person.getGivenName());
        person.setGivenName(surname);
      }
      case BIRTH_NAME -> {
        person.setSurname(person.getBirthName());
        person.setBirthName(null);
      }
      case TYPING_ERROR -> person.setSurname(Misspelling.slip(surname, dice));
      case PHONETIC -> person.setSurname(Misspelling.byEar(surname));
      case SWAPPED_DAY_MONTH -> {
        LocalDate date = person.getBirthDate();
        person.setBirthDate(
            LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue()));
      }
      case TWINS -> {
        String given = person.getGivenName();
        while (given.equals(person.getGivenName())) {
          person.setGivenName(names.given(person.getSex(), person.getBirthDate().getYear(), dice));
        }
        person.setEmail(null);
        person.setPhone(People.phone(dice));
      }
      default -> {
        // Typed the same twice.
      }
    }
  }
}
