package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.PersonForm;
import java.time.LocalDate;

/** A form being filled, and what its parts must agree on. */
final class Draft {
  /** Who makes up a household. */
  enum Composition {
    ALONE,
    LONE_PARENT,
    COUPLE,
    COUPLE_WITH_CHILDREN,
    OTHER
  }

  final Life life;
  final Dice dice;
  final LocalDate on;
  final DemandForm form = new DemandForm();
  Composition composition;

  /** Where the household lives; null outside the six départements. */
  Town home;

  /** The first wished municipality. */
  Town wish;

  Draft(Life life, Dice dice) {
    this.life = life;
    this.dice = dice;
    on = life.statedOn;
    form.setDepositDate(life.deposit);
    form.setIdentityChecked(true);
  }

  PersonForm applicant() {
    return form.getApplicant();
  }

  int age(PersonForm person) {
    return person.getBirthDate().until(on).getYears();
  }

  /** Everyone to house. */
  int persons() {
    int expected = form.getExpectedChildren() == null ? 0 : form.getExpectedChildren();
    return 1 + form.getCoApplicants().size() + form.getDependants().size() + expected;
  }
}
