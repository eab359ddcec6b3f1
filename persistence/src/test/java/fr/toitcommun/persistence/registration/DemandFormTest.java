package fr.toitcommun.persistence.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a form does with what is typed in it. */
class DemandFormTest {
  @Test
  void R_441_2_2_aBodyTakesNothingOverThatOnlyAPersonFillsIn() {
    DemandForm typed = new DemandForm();
    typed.getApplicant().setSurname("Bihannic");
    typed.getApplicant().setGivenName("Goulven");
    typed.getApplicant().setPhone("0240123456");
    typed.getApplicant().setBirthDate(LocalDate.of(1970, 1, 2));
    typed.getApplicant().setNationality("1");
    typed.getApplicant().setTaxIncomeN2(14_000);
    typed.getApplicant().setWithoutResources(true);
    typed.getCoApplicants().add(new PersonForm());
    typed.getCoApplicants().get(0).setSurname("Le Bris");
    typed.getDependants().add(new PersonForm());
    typed.setExpectedChildren(1);
    typed.getCurrentHousing().setTenure("LP");
    typed.getMotives().setMain("09");
    typed.getSought().getLocations().add(new LocationForm("44109"));
    DemandForm body = typed.asBody();
    body.getLegalPerson().setName("Association");
    assertThat(FlatForm.of(body))
        .containsEntry("applicant.surname", "Bihannic")
        .containsEntry("applicant.phone", "0240123456")
        .containsEntry("sought.locations[0].municipalityCode", "44109");
    assertThat(body.askedBy()).isEqualTo("Association");
    ControlTable.DEMAND.stream()
        .filter(control -> "NOT_OF_LEGAL_PERSON".equals(control.code()))
        .forEach(
            control ->
                assertThat(
                        control
                            .check()
                            .apply(body, new ControlContext<>(null, LocalDate.now(), null)))
                    .isEmpty());

    // Back to a person: what only a person says is there again, what both say is the latest.
    body.getApplicant().setPhone("0240999999");
    typed.takeOver(body);
    assertThat(typed.getApplicant().getPhone()).isEqualTo("0240999999");
    assertThat(typed.getApplicant().getBirthDate()).isEqualTo(LocalDate.of(1970, 1, 2));
    assertThat(typed.askedBy()).isEqualTo("Goulven Bihannic");
  }

  @Test
  void L_442_12_anAmountStaysThatOfItsYearWhenTheYearsMoveOn() {
    PersonForm person = new PersonForm();
    person.setTaxYear(2023);
    person.setTaxIncomeN2(14_000);
    person.setTaxIncomeN1(15_000);
    person.bringTaxYearTo(2024);
    assertThat(List.of(person.getTaxYear(), person.getTaxIncomeN2())).containsExactly(2024, 15_000);
    assertThat(person.getTaxIncomeN1()).isNull();
    person.bringTaxYearTo(2024);
    assertThat(person.getTaxIncomeN2()).isEqualTo(15_000);
    person.bringTaxYearTo(2026);
    assertThat(person.getTaxIncomeN2()).isNull();
    assertThat(person.getTaxYear()).isEqualTo(2026);
  }

  @Test
  void aChildWhoseNameIsNotAskedHasNone() {
    PersonForm child = new PersonForm();
    assertThat(child.fullName()).isNull();
    child.setGivenName("Lou");
    assertThat(child.fullName()).isEqualTo("Lou");
  }
}
