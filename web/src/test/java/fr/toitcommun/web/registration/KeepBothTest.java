package fr.toitcommun.web.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.LocationForm;
import fr.toitcommun.persistence.registration.PersonForm;
import org.junit.jupiter.api.Test;

/** Two agents on one demand: nothing that either typed is lost unseen. */
class KeepBothTest {

  private static DemandForm form() {
    DemandForm form = new DemandForm();
    form.getApplicant().setSurname("Martin");
    form.getApplicant().setPhone("0600000000");
    form.getCurrentHousing().setRent(400);
    form.getSought().getLocations().add(new LocationForm("44109"));
    return form;
  }

  @Test
  void whatThisAgentLeftAloneTakesOverTheOthersChange() {
    DemandForm typed = form();
    typed.getApplicant().setPhone("0611111111");
    DemandForm theirs = form();
    theirs.getCurrentHousing().setRent(555);
    KeepBoth.into(typed, form(), theirs);
    assertThat(typed.getCurrentHousing().getRent()).isEqualTo(555);
    assertThat(typed.getApplicant().getPhone()).isEqualTo("0611111111");
  }

  @Test
  void whatBothChangedStaysAsTyped() {
    DemandForm typed = form();
    typed.getApplicant().setPhone("0611111111");
    DemandForm theirs = form();
    theirs.getApplicant().setPhone("0622222222");
    KeepBoth.into(typed, form(), theirs);
    assertThat(typed.getApplicant().getPhone()).isEqualTo("0611111111");
  }

  @Test
  void aListThatWasLeftAloneIsTakenOverWhole() {
    DemandForm typed = form();
    DemandForm theirs = form();
    theirs.getDependants().add(new PersonForm());
    theirs.getSought().getLocations().add(0, new LocationForm("44184"));
    KeepBoth.into(typed, form(), theirs);
    assertThat(typed.getDependants()).hasSize(1);
    assertThat(typed.getSought().getLocations())
        .extracting(LocationForm::getMunicipalityCode)
        .containsExactly("44184", "44109");
  }

  @Test
  void aListThatWasTypedStaysAsTyped() {
    DemandForm typed = form();
    typed.getSought().getLocations().clear();
    typed.getSought().getLocations().add(new LocationForm("44143"));
    DemandForm theirs = form();
    theirs.getSought().getLocations().add(new LocationForm("44184"));
    KeepBoth.into(typed, form(), theirs);
    assertThat(typed.getSought().getLocations())
        .extracting(LocationForm::getMunicipalityCode)
        .containsExactly("44143");
  }
}
