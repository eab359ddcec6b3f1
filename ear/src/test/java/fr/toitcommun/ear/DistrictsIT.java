package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.run;
import static fr.toitcommun.ear.HouseholdActs.DESK;
import static fr.toitcommun.ear.HouseholdActs.open;
import static fr.toitcommun.ear.HouseholdActs.register;
import static fr.toitcommun.ear.HouseholdActs.registrations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.ejb.reference.Districts;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.LocationForm;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.WordOf;
import fr.toitcommun.persistence.territory.District;
import jakarta.ejb.EJBAccessException;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Districts of a municipality: stated by the manager, wished by those who ask. */
@ExtendWith(ArquillianExtension.class)
class DistrictsIT {
  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(DistrictsIT.class, Acts.class, HouseholdActs.class);
  }

  @Test
  void twoDistrictsOfAMunicipalityAreTwoWishesAndOneCandidacy() throws Exception {
    DemandForm form = Acts.form("Quartière", "44109", "44109");
    List<District> districts = Acts.of(CodeLists.class).districts("44109");
    assertThat(districts).hasSizeGreaterThan(2);
    form.getSought().getLocations().get(0).setDistrict(districts.get(0).code());
    form.getSought().getLocations().get(1).setDistrict(districts.get(1).code());
    String number = register(form);
    assertThat(open(number).form().getSought().getLocations())
        .extracting(LocationForm::getDistrict)
        .containsExactly(districts.get(0).code(), districts.get(1).code());
    assertThat(
            Acts.count(
                "select count(*) from candidate_wish w join demand d on d.id = w.demand_id"
                    + " where d.unique_number = ? and length(w.place) = 5",
                number))
        .isEqualTo(1);
  }

  @Test
  void R_441_2_5_theManagerStatesDistrictsAndWhatWasWishedStays() throws Exception {
    String code = "44162-ESSAI-1";
    AsAgent.call(
        "gestionnaire",
        () -> run(() -> districts().replace("44162", List.of(stated(code, "Le Bourg")))));
    assertThat(Acts.of(CodeLists.class).districts("44162"))
        .extracting(District::name)
        .containsExactly("Le Bourg");
    DemandForm form = Acts.form("Herblinoise", "44162");
    form.getSought().getLocations().get(0).setDistrict(code);
    String number = register(form);
    AsAgent.call(
        "gestionnaire",
        () ->
            run(() -> districts().replace("44162", List.of(stated("44162-ESSAI-2", "Atlantis")))));
    assertThat(Acts.of(CodeLists.class).districts("44162"))
        .extracting(District::name)
        .containsExactly("Atlantis");
    DemandFile file = open(number);
    assertThat(Acts.of(CodeLists.class).districtName(code)).isEqualTo("Le Bourg");
    file.form().getContact().setCity("Saint-Herblain");
    AsAgent.call(
        DESK, () -> registrations().modify(number, file.version(), file.form(), WordOf.APPLICANT));
    RefusedInput refused = catchThrowableOfType(RefusedInput.class, () -> register(form));
    assertThat(refused.faults())
        .extracting(Fault::field)
        .containsExactly("sought.locations[0].district");
    RefusedInput wrong =
        catchThrowableOfType(
            RefusedInput.class,
            () ->
                AsAgent.call(
                    "gestionnaire",
                    () ->
                        run(
                            () ->
                                districts().replace("44162", List.of(stated("44109-X", "<b>"))))));
    assertThat(wrong.faults()).extracting(Fault::field).containsExactly("[0].code", "[0].name");
    for (String login : List.of(DESK, "bailleur.nantes", "prefecture.44", "adil.44")) {
      assertThatThrownBy(
              () -> AsAgent.call(login, () -> run(() -> districts().replace("44162", List.of()))))
          .as(login)
          .isInstanceOf(EJBAccessException.class);
    }
  }

  private static Districts.Stated stated(String code, String name) {
    return new Districts.Stated(code, name);
  }

  private static Districts districts() {
    return Acts.of(Districts.class);
  }
}
