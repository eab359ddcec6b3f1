package fr.toitcommun.ear;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.ejb.registration.HandicapComplements;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.HandicapComplementForm;
import fr.toitcommun.persistence.registration.HandicapPersonForm;
import fr.toitcommun.persistence.registration.PastDemand;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.ResourceForm;
import java.time.LocalDate;
import java.util.List;

/** Inside the server: households that live in the file for a while, and what they ask for. */
final class HouseholdActs {
  static final String DESK = "guichet.nantes";
  static final LocalDate TODAY = LocalDate.now();

  private HouseholdActs() {}

  static void complement(String number, long... persons) throws Exception {
    List<String> said = List.of("Loïc est suivi", "Zoé aussi");
    HandicapComplementForm form = new HandicapComplementForm();
    for (int i = 0; i < persons.length; i++) {
      HandicapPersonForm one = new HandicapPersonForm();
      one.setPersonId(persons[i]);
      one.setState(Acts.text("select min(code) from code_item where list_name = 'HANDICAP_STATE'"));
      one.setDetail(said.get(i));
      form.getPersons().add(one);
    }
    AsAgent.call(
        DESK,
        () -> {
          Acts.of(HandicapComplements.class).put(number, open(number).version(), form);
          return null;
        });
  }

  static String family(String surname) throws Exception {
    DemandForm form = Acts.form(surname, "44109");
    form.getApplicant().getResources().add(new ResourceForm("SAL", 1_480));
    PersonForm spouse = Acts.form(surname, "44109").getApplicant();
    spouse.setGivenName("Loïc");
    spouse.setCivility("1");
    spouse.setApplicantLink("M");
    spouse.getResources().add(new ResourceForm("CHO", 900));
    form.getCoApplicants().add(spouse);
    form.getDependants().add(child("Zoé", LocalDate.of(2018, 1, 1), surname));
    form.getDependants().add(child("Malo", LocalDate.of(2020, 2, 29), surname));
    return register(form);
  }

  static PersonForm child(String givenName, LocalDate born) {
    return child(givenName, born, "Vigouroux");
  }

  static PersonForm child(String givenName, LocalDate born, String surname) {
    PersonForm child = new PersonForm();
    child.setGivenName(givenName);
    child.setSurname(surname);
    child.setBirthDate(born);
    child.setKinship("E");
    return child;
  }

  static String register(DemandForm form) throws Exception {
    return AsAgent.call(DESK, () -> registrations().register(form)).value();
  }

  /** As if the demand had been deposited and entered that many days ago, and lived since. */
  static void aged(String number, int days) {
    LocalDate deposit = TODAY.minusDays(days);
    Acts.database()
        .useHandle(
            handle -> {
              handle.execute(
                  "update demand set initial_deposit_date = ?, valid_until = ?, registered_at ="
                      + " registered_at - ? * interval '1 day' where unique_number = ?",
                  deposit,
                  deposit.plusMonths(12),
                  days,
                  number);
            });
    moved(number, "REGISTERED", days);
  }

  static void moved(String number, String kind, int days) {
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update demand_event set occurred_at = occurred_at - ? * interval '1 day',"
                        + " effective_on = effective_on - ? where kind = ? and demand_id = (select"
                        + " id from demand where unique_number = ?)",
                    days,
                    days,
                    kind,
                    number));
  }

  static PastDemand past(String number, LocalDate on) throws Exception {
    return AsAgent.call(DESK, () -> files().asOf(number, on));
  }

  static DemandFile open(String number) throws Exception {
    return AsAgent.call(DESK, () -> files().open(number));
  }

  static List<String> faults(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    return catchThrowableOfType(RefusedInput.class, act).faults().stream()
        .map((Fault fault) -> fault.field() + " " + fault.code())
        .toList();
  }

  static Registrations registrations() {
    return Acts.of(Registrations.class);
  }

  static DemandFiles files() {
    return Acts.of(DemandFiles.class);
  }
}
