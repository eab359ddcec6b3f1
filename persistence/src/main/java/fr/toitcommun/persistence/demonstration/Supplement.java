package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.registration.ContactForm;
import fr.toitcommun.persistence.registration.CurrentHousingForm;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.HandicapComplementForm;
import fr.toitcommun.persistence.registration.HandicapPersonForm;
import fr.toitcommun.persistence.registration.LegalPersonForm;
import fr.toitcommun.persistence.registration.PersonForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The rest of the form, on dice of its own so that what was drawn before stays as it was. Of all
 * demands 0.3 % are those of associations (Ancols); the other shares here are guesses.
 */
final class Supplement {
  private static final double BODIES = 0.003;
  private static final List<String> EMPLOYED = List.of("CDI", "CDD", "APP");
  private static final List<String> HELPERS =
      List.of(
          "Centre médico-social",
          "CCAS",
          "Mission locale",
          "Espace départemental des solidarités",
          "Association d'insertion",
          "Foyer de jeunes travailleurs");
  private static final List<String> BODIES_OF_INSERTION =
      List.of(
          "Association Un toit pour demain",
          "Association La Passerelle",
          "Association Habiter ici",
          "Association Les Deux Rives",
          "Association Premier Logement",
          "Association L'Escale");
  private static final Weighted<String> WALKING = Weighted.codes("1 22 2 38 3 28 4 12");
  private static final Weighted<String> AIDS = Weighted.codes("1 30 2 38 3 10 4 16 5 4 7 2");
  private static final Weighted<String> ADAPTATIONS = Weighted.codes("1 12 2 24 3 34 4 20 6 10");

  private final long seed;
  private final List<String> employers;

  Supplement(long seed) {
    this.seed = seed;
    employers = Csv.read("employers").stream().map(row -> row[0]).toList();
  }

  void fill(Draft draft) {
    Dice dice = new Dice(seed, "supplement", draft.life.id);
    if (isBody(draft, dice)) {
      body(draft, dice);
      return;
    }
    draft.form.getCoApplicants().forEach(person -> work(draft, person, dice));
    work(draft, draft.applicant(), dice);
    for (PersonForm person : draft.form.getDependants()) {
      if (person.getTaxIncomeN2() != null) {
        person.setTaxYear(draft.on.getYear() - 2);
      }
    }
    contact(draft, dice);
    housing(draft, dice);
    draft.form.getSought().setAcceptsTopFloor(dice.chance(0.83));
    draft
        .form
        .getSought()
        .setSharedTenancy(
            draft.form.getCoApplicants().stream()
                .anyMatch(person -> "L".equals(person.getApplicantLink())));
  }

  /** A body asks for itself: in no planted set, no tenant, and it has not been housed. */
  private static boolean isBody(Draft draft, Dice dice) {
    boolean may =
        draft.life.active()
            && draft.life.planted == null
            && !draft.life.transfer
            && draft.form.getCoApplicants().isEmpty()
            && draft.form.getDependants().isEmpty()
            && draft.form.getExpectedChildren() == null;
    // Somewhat less than a third of the active demands may be one: the share is of all.
    return may && dice.chance(BODIES * 3.2);
  }

  private static void body(Draft draft, Dice dice) {
    DemandForm form = draft.form;
    LegalPersonForm body = new LegalPersonForm();
    body.setName(dice.pick(BODIES_OF_INSERTION) + " " + dice.between(10, 99));
    if (dice.chance(0.7)) {
      body.setSiren("78" + dice.between(1_000_000, 9_999_999));
    }
    body.setRna("W" + dice.between(100_000_000, 999_999_999));
    body.setCreatedOn(draft.life.deposit.minusDays(dice.between(400, 15_000)));
    form.setLegalPerson(body);
    PersonForm signatory = new PersonForm();
    signatory.setCivility(draft.applicant().getCivility());
    signatory.setSurname(draft.applicant().getSurname());
    signatory.setGivenName(draft.applicant().getGivenName());
    signatory.setPhone(draft.applicant().getPhone());
    form.setApplicant(signatory);
    form.setCurrentHousing(new CurrentHousingForm());
    form.getMotives().setMain(null);
    form.getMotives().setSecond(null);
    form.getMotives().setThird(null);
    form.getMotives().setDetail(null);
    form.getContact().setHostedBy(null);
  }

  private void work(Draft draft, PersonForm person, Dice dice) {
    if (person.getTaxIncomeN1() != null || person.getTaxIncomeN2() != null) {
      person.setTaxYear(draft.on.getYear() - 2);
    }
    person.setWithoutResources(person.getResources().isEmpty());
    if (EMPLOYED.contains(Objects.requireNonNullElse(person.getWorkContract(), ""))
        && (person.getEmployer() != null || dice.chance(0.85))) {
      if (person.getEmployer() == null) {
        person.setEmployer(dice.pick(employers));
      }
      if (draft.home != null) {
        person.setEmployerCity(draft.home.name());
        person.setEmployerPostalCode(draft.home.postalCodes().get(0));
      }
      if (dice.chance(0.25)) {
        person.setEmployerSiret("4" + dice.between(1_000_000, 9_999_999) + "900012");
      }
    }
  }

  private static void contact(Draft draft, Dice dice) {
    ContactForm contact = draft.form.getContact();
    PersonForm applicant = draft.applicant();
    contact.setEmailAgreed(applicant.getEmail() != null && dice.chance(0.7));
    contact.setWantsPost(contact.isEmailAgreed() && dice.chance(0.12));
    if (dice.chance(0.2)) {
      applicant.setOtherPhone(People.phone(dice));
    }
    if (dice.chance(0.3)) {
      contact.setFloor(dice.between(1, 5) + "e étage");
    }
    if (dice.chance(0.07)) {
      draft.form.getHelper().setStructure(dice.pick(HELPERS));
      draft.form.getHelper().setPhone(People.phone(dice));
    }
  }

  private static void housing(Draft draft, Dice dice) {
    CurrentHousingForm housing = draft.form.getCurrentHousing();
    String host = draft.form.getContact().getHostedBy();
    if (host != null && dice.chance(0.9)) {
      housing.setHostName(host);
    }
    boolean tenant = List.of("HLM", "LP").contains(housing.getTenure());
    if (tenant && housing.getRent() != null && dice.chance(0.48)) {
      housing.setHousingAid((int) (housing.getRent() * (0.15 + 0.3 * dice.share())));
    }
  }

  /** The complement of those who need an adapted dwelling; null for everybody else. */
  HandicapComplementForm complement(Life life, DemandForm form) {
    Dice dice = new Dice(seed, "complement", life.id);
    if (!form.getSought().isNeedsAdaptedDwelling() || !dice.chance(0.8)) {
      return null;
    }
    HandicapPersonForm person = new HandicapPersonForm();
    person.setState(dice.chance(0.6) ? "STA" : "EVO");
    person.setWalking(WALKING.pick(dice));
    person.setMotor(new ArrayList<>(List.of("MI")));
    if (dice.chance(0.15)) {
      person.getSensory().add(dice.chance(0.5) ? "DA" : "DV");
    }
    person.getTechnicalAids().add(AIDS.pick(dice));
    person.getAdaptations().add(ADAPTATIONS.pick(dice));
    HandicapComplementForm complement = new HandicapComplementForm();
    complement.getPersons().add(person);
    return complement;
  }
}
