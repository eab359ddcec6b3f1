package fr.toitcommun.persistence.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.reference.Reference;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ControlsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Reference REFERENCE =
      Reference.load(Reads.over(TestDatabase.demonstration()));

  @Test
  void R_441_2_3_formAndIdentityAreEnoughToRegister() {
    assertThat(Controls.check(Forms.alone(), REFERENCE, TODAY)).isEmpty();
  }

  @Test
  void R_441_2_3_anEmptyFormIsToldEverythingAtOnce() {
    assertThat(Controls.check(new DemandForm(), REFERENCE, TODAY))
        .extracting(Fault::field)
        .contains(
            "identityChecked",
            "applicant.surname",
            "applicant.givenName",
            "applicant.birthDate",
            "contact.addressLine",
            "currentHousing.tenure",
            "motives.main",
            "sought.types",
            "sought.locations",
            "sought.acceptsOtherLocations");
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        fault(
            "applicant.surname",
            "ILLEGAL_CHARACTERS",
            f -> f.getApplicant().setSurname("<script>alert(1)</script>")),
        fault(
            "applicant.givenName",
            "ILLEGAL_CHARACTERS",
            f -> f.getApplicant().setGivenName("Zo\u0000é")),
        fault(
            "applicant.givenName",
            "ILLEGAL_CHARACTERS",
            f -> f.getApplicant().setGivenName("Zo\uFFFD")),
        fault(
            "applicant.surname",
            "TOO_LONG",
            f -> f.getApplicant().setSurname("a".repeat(10_000_000))),
        fault("applicant.surname", "NOT_A_NAME", f -> f.getApplicant().setSurname("' -- 1=1")),
        fault("applicant.surname", "REQUIRED", f -> f.getApplicant().setSurname("  ")),
        fault(
            "applicant.birthDate",
            "DATE_OUT_OF_RANGE",
            f -> f.getApplicant().setBirthDate(TODAY.plusDays(1))),
        fault(
            "applicant.birthDate",
            "DATE_OUT_OF_RANGE",
            f -> f.getApplicant().setBirthDate(LocalDate.of(1066, 10, 14))),
        fault(
            "applicant.birthDate",
            "TOO_YOUNG",
            f -> f.getApplicant().setBirthDate(TODAY.minusYears(15))),
        fault(
            "applicant.civility",
            "UNKNOWN_CODE",
            f -> f.getApplicant().setCivility("3")), // no longer valid
        fault("applicant.nationality", "UNKNOWN_CODE", f -> f.getApplicant().setNationality("9")),
        fault("applicant.taxIncomeN2", "OUT_OF_RANGE", f -> f.getApplicant().setTaxIncomeN2(-1)),
        fault("applicant.email", "EMAIL_FORMAT", f -> f.getApplicant().setEmail("nobody")),
        fault(
            "applicant.resources[0].amount",
            "OUT_OF_RANGE",
            f -> f.getApplicant().setResources(List.of(new ResourceForm("SAL", -5)))),
        fault(
            "coApplicants[0].applicantLink",
            "REQUIRED",
            f ->
                f.setCoApplicants(
                    List.of(Forms.person("Loïc", "Le Goff", LocalDate.of(1980, 1, 1))))),
        fault("expectedBirthDate", "REQUIRED", f -> f.setExpectedChildren(1)),
        fault("contact.postalCode", "POSTAL_CODE_FORMAT", f -> f.getContact().setPostalCode("?")),
        fault("currentHousing.rent", "OUT_OF_RANGE", f -> f.getCurrentHousing().setRent(-1)),
        fault("motives.detail", "REQUIRED", f -> f.getMotives().setMain("23")),
        fault("motives.second", "TWICE", f -> f.getMotives().setSecond("09")),
        fault("sought.types[0]", "UNKNOWN_CODE", f -> f.getSought().setTypes(List.of("T9"))),
        fault(
            "sought.locations[0].municipalityCode",
            "UNKNOWN_MUNICIPALITY",
            f -> f.getSought().setLocations(List.of(new LocationForm("99999")))),
        fault(
            "sought.locations[1].municipalityCode",
            "TWICE",
            f ->
                f.getSought()
                    .setLocations(List.of(new LocationForm("44109"), new LocationForm("44109")))),
        fault(
            "sought.locations",
            "TOO_MANY",
            f -> f.getSought().setLocations(Collections.nCopies(9, new LocationForm("44109")))),
        fault(
            "sought.locations",
            "SEVERAL_DEPARTEMENTS",
            f ->
                f.getSought()
                    .setLocations(List.of(new LocationForm("44109"), new LocationForm("56121")))),
        fault("depositDate", "DATE_OUT_OF_RANGE", f -> f.setDepositDate(TODAY.plusDays(1))));
  }

  private static Arguments fault(String field, String code, Consumer<DemandForm> spoil) {
    return Arguments.of(field, code, spoil);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("hostile")
  void badInputIsToldAtItsField(String field, String code, Consumer<DemandForm> spoil) {
    DemandForm form = Forms.alone();
    spoil.accept(form);
    assertThat(Controls.check(form, REFERENCE, TODAY))
        .anySatisfy(
            fault -> {
              assertThat(fault.field()).isEqualTo(field);
              assertThat(fault.code()).isEqualTo(code);
            });
  }
}
