package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.run;
import static fr.toitcommun.ear.HouseholdActs.DESK;
import static fr.toitcommun.ear.HouseholdActs.open;
import static fr.toitcommun.ear.HouseholdActs.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.ChangedMeanwhile;
import fr.toitcommun.ejb.registration.HandicapComplements;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.HandicapComplement;
import fr.toitcommun.persistence.registration.HandicapComplementForm;
import fr.toitcommun.persistence.registration.HandicapPersonForm;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.ejb.EJBAccessException;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The complement on handicap: deposited at the counter, read by who houses, and by nobody else. */
@ExtendWith(ArquillianExtension.class)
class HandicapComplementIT {
  private static final String SECRET = "Largeur de porte de 90 cm";

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(HandicapComplementIT.class, Acts.class, HouseholdActs.class);
  }

  @Test
  void theComplementIsDepositedAtTheCounterAndReadByWhoHouses() throws Exception {
    String number = register(Acts.form("Complétée", "44109"));
    DemandFile file = open(number);
    AsAgent.call(
        DESK, () -> run(() -> complements().put(number, file.version(), complement(file))));
    DemandFile after = open(number);
    assertThat(after.version()).isGreaterThan(file.version());
    assertThat(after.events().get(0).kind()).isEqualTo(DemandEventKind.HANDICAP_COMPLEMENT);
    assertThat(after.events().get(0).changes()).isEmpty();
    assertThat(
            Acts.count(
                "select count(*) from demand_event where coalesce(detail, '') || coalesce(changes,"
                    + " '') like ?",
                "%" + SECRET + "%"))
        .isZero();
    HandicapComplement read = AsAgent.call("bailleur.nantes", () -> complements().read(number));
    HandicapPersonForm person = read.persons().get(0);
    assertThat(person.getState()).isEqualTo("EVO");
    assertThat(person.getWalking()).isEqualTo("1");
    assertThat(person.getMotor()).containsExactly("MI", "MS");
    assertThat(person.getSensory()).containsExactly("DV");
    assertThat(person.getTechnicalAids()).containsExactly("4");
    assertThat(person.getAdaptations()).containsExactly("2", "3");
    assertThat(person.getDetail()).isEqualTo(SECRET);
    assertThat(
            Acts.count(
                "select count(*) from journal_entry where login = 'bailleur.nantes' and act ="
                    + " 'HandicapComplements.read' and ? = any(unique_numbers)",
                number))
        .isEqualTo(1);
    assertThatThrownBy(
            () ->
                AsAgent.call(
                    DESK,
                    () -> run(() -> complements().put(number, file.version(), complement(file)))))
        .isInstanceOf(ChangedMeanwhile.class);
    AsAgent.call(
        DESK,
        () -> run(() -> complements().put(number, after.version(), new HandicapComplementForm())));
    assertThat(AsAgent.call("bailleur.nantes", () -> complements().read(number)).persons())
        .isEmpty();
  }

  @Test
  void rightsToTheComplementByKindOfPartner() throws Exception {
    String number = register(Acts.form("Gardée", "44109"));
    for (String login : List.of("bailleur.nantes", "prefecture.44", "departement.44")) {
      AsAgent.call(login, () -> complements().read(number));
    }
    for (String login :
        List.of(
            DESK,
            "action.logement",
            "gestionnaire",
            "adil.44",
            "commune.saint-nazaire",
            "commune.sans-guichet")) {
      assertThatThrownBy(() -> AsAgent.call(login, () -> complements().read(number)))
          .as(login)
          .isInstanceOf(EJBAccessException.class);
    }
    for (String login : List.of("adil.44", "commune.sans-guichet")) {
      assertThatThrownBy(
              () ->
                  AsAgent.call(
                      login,
                      () -> run(() -> complements().put(number, 1, new HandicapComplementForm()))))
          .as(login)
          .isInstanceOf(EJBAccessException.class);
    }
    // The right alone is not enough: the demand must be in scope.
    String elsewhere =
        Acts.text(
            "select min(unique_number) from demand where departement_code = '56' and desk_id in"
                + " (select id from registration_desk where municipality_code like '56%')");
    assertThatThrownBy(() -> AsAgent.call("departement.44", () -> complements().read(elsewhere)))
        .isInstanceOf(NotInScope.class);
  }

  @Test
  void aPersonOfAnotherDemandHasNoPlaceInAComplement() throws Exception {
    DemandFile other = open(register(Acts.form("Autre", "44109")));
    String number = register(Acts.form("Propre", "44109"));
    int version = open(number).version();
    RefusedInput refused =
        catchThrowableOfType(
            RefusedInput.class,
            () ->
                AsAgent.call(
                    DESK, () -> run(() -> complements().put(number, version, complement(other)))));
    assertThat(refused.faults()).extracting(Fault::code).containsExactly("PERSON_NOT_OF_DEMAND");
  }

  private static HandicapComplementForm complement(DemandFile of) {
    HandicapPersonForm person = new HandicapPersonForm();
    person.setPersonId(of.form().getApplicant().getId());
    person.setState("EVO");
    person.setWalking("1");
    person.setMotor(List.of("MI", "MS"));
    person.setSensory(List.of("DV"));
    person.setTechnicalAids(List.of("4"));
    person.setAdaptations(List.of("2", "3"));
    person.setDetail(SECRET);
    HandicapComplementForm form = new HandicapComplementForm();
    form.setPersons(List.of(person));
    return form;
  }

  private static HandicapComplements complements() {
    return Acts.of(HandicapComplements.class);
  }
}
