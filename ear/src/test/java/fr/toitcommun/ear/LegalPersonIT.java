package fr.toitcommun.ear;

import static fr.toitcommun.ear.HouseholdActs.DESK;
import static fr.toitcommun.ear.HouseholdActs.files;
import static fr.toitcommun.ear.HouseholdActs.open;
import static fr.toitcommun.ear.HouseholdActs.register;
import static fr.toitcommun.ear.HouseholdActs.registrations;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.registration.CurrentHousingForm;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.LegalPersonForm;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.WordOf;
import java.time.LocalDate;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An association asks for housing, as a body with a name and a number of its own. */
@ExtendWith(ArquillianExtension.class)
class LegalPersonIT {
  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(LegalPersonIT.class, Acts.class, HouseholdActs.class);
  }

  @Test
  void L_442_8_1_aBodyIsRegisteredFoundByItsNameAndModified() throws Exception {
    DemandForm form = body("Association Les Genêts d’Armor");
    String number = register(form);
    DemandFile file = open(number);
    assertThat(file.form().getLegalPerson().getSiren()).isEqualTo("784123456");
    // Arrêté of 7 November 2000, art. 1: each of its demands has its number.
    DemandForm next = body("Les Genêts d’Armor");
    next.getLegalPerson().setSiren(" 784123456 ");
    assertThat(open(register(next)).bodyOrdinal()).isEqualTo(file.bodyOrdinal() + 1);
    assertThat(file.form().getLegalPerson().getCreatedOn()).isEqualTo(LocalDate.of(1998, 4, 2));
    assertThat(file.form().getApplicant().getBirthDate()).isNull();
    assertThat(file.complete()).isTrue();
    assertThat(AsAgent.call(DESK, () -> files().find("genets armor", 0, 10)).rows())
        .anySatisfy(
            row -> {
              assertThat(row.uniqueNumber()).isEqualTo(number);
              assertThat(row.applicant()).isEqualTo("Association Les Genêts d’Armor");
            });
    // Its signatory asks for nothing.
    assertThat(AsAgent.call(DESK, () -> files().find("Bihannic-Signataire", 0, 10)).total())
        .isZero();
    file.form().getLegalPerson().setRna("W441234567");
    AsAgent.call(
        DESK, () -> registrations().modify(number, file.version(), file.form(), WordOf.APPLICANT));
    assertThat(open(number).form().getLegalPerson().getRna()).isEqualTo("W441234567");
    byte[] pdf = AsAgent.call(DESK, () -> files().certificate(number, Locale.FRENCH));
    assertThat(pdf).isNotEmpty();
    // It stands among the candidates like any other demand.
    assertThat(
            Acts.count(
                "select count(*) from candidate_wish w join demand d on d.id = w.demand_id"
                    + " where d.unique_number = ? and length(w.place) = 5",
                number))
        .isEqualTo(1);
  }

  private static DemandForm body(String name) {
    DemandForm form = Acts.form("Bihannic-Signataire", "44109");
    PersonForm signatory = new PersonForm();
    signatory.setSurname("Bihannic-Signataire");
    signatory.setGivenName("Yann");
    signatory.setPhone("02 40 12 34 56");
    form.setApplicant(signatory);
    form.setCurrentHousing(new CurrentHousingForm());
    form.getMotives().setMain(null);
    LegalPersonForm body = new LegalPersonForm();
    body.setName(name);
    body.setSiren("784123456");
    body.setCreatedOn(LocalDate.of(1998, 4, 2));
    form.setLegalPerson(body);
    return form;
  }
}
