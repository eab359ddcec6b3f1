package fr.toitcommun.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.persistence.allocation.DwellingControls;
import fr.toitcommun.persistence.allocation.LeaseData;
import fr.toitcommun.persistence.allocation.reservation.AgreementForm;
import fr.toitcommun.persistence.allocation.reservation.AgreementRules;
import fr.toitcommun.persistence.registration.Cancellation;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyReaderTest {

  @Test
  void readsAForm() throws IOException {
    DemandForm form =
        read(
            """
            {"identityChecked": true, "applicant": {"surname": "Le Goff", "birthDate": "1990-05-17",
             "taxIncomeN2": 18000}, "sought": {"types": ["T2", "T3"]}}
            """,
            DemandForm.class);
    assertThat(form.getApplicant().getBirthDate()).isEqualTo(LocalDate.of(1990, 5, 17));
    assertThat(form.getApplicant().getTaxIncomeN2()).isEqualTo(18_000);
    assertThat(form.getSought().getTypes()).containsExactly("T2", "T3");
  }

  @Test
  void whatIsNullInsteadOfAPartOrAListIsEmpty() throws IOException {
    DemandForm form = read("{\"applicant\": null, \"dependants\": null}", DemandForm.class);
    assertThat(form.getApplicant().getSurname()).isNull();
    assertThat(form.getDependants()).isEmpty();
  }

  @Test
  void identifiedDwellingsAreMoreThanOtherLists() throws IOException {
    String list = "{\"identified\": [" + "\"A\",".repeat(4_999) + "\"A\"]}";
    assertThat(read(list, AgreementForm.class).getIdentified()).hasSize(5_000);
    String more = list.replace("]", ",\"A\"]");
    assertThat(
            catchThrowableOfType(RefusedInput.class, () -> read(more, AgreementForm.class))
                .faults())
        .containsExactly(Fault.at("identified", "TOO_MANY", 5_000));
  }

  @Test
  void asManyIdentifiedDwellingsAsThereMayBeFitWithReferencesAsLongAsTheyMayBe()
      throws IOException {
    String reference = "\"" + "\\u00e9".repeat(DwellingControls.LONGEST_TEXT) + "\"";
    String list =
        "{\"identified\": [\n        "
            + (reference + ",\n        ").repeat(AgreementRules.MOST_IDENTIFIED - 1)
            + reference
            + "]}";
    assertThat(read(list, AgreementForm.class).getIdentified())
        .hasSize(AgreementRules.MOST_IDENTIFIED)
        .allMatch(one -> one.equals("é".repeat(DwellingControls.LONGEST_TEXT)));
    assertThatExceptionOfType(ApiProblem.class)
        .isThrownBy(() -> read(list, DemandForm.class))
        .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(ProblemKind.TOO_LARGE));
    assertThatExceptionOfType(ApiProblem.class)
        .isThrownBy(
            () -> read(" ".repeat(BodyReader.LONGEST_AGREEMENT) + "{}", AgreementForm.class))
        .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(ProblemKind.TOO_LARGE));
  }

  @Test
  void everyUnknownFieldAndWrongTypeIsNamedAtOnce() {
    assertThat(
            faults(
                """
                {"foo": 1, "applicant": {"surnam": "x", "birthDate": "2006-02-30", "disabled": "yes"},
                 "dependants": [{"kin": {"deep": [1, 2]}}, {"birthDate": 20060101}],
                 "contact": [], "expectedChildren": {"a": 1}}
                """,
                DemandForm.class))
        .extracting(fault -> fault.field() + " " + fault.code())
        .containsExactlyInAnyOrder(
            "foo UNKNOWN_FIELD",
            "applicant.surnam UNKNOWN_FIELD",
            "applicant.birthDate IMPOSSIBLE_DATE",
            "applicant.disabled WRONG_TYPE",
            "dependants[0].kin UNKNOWN_FIELD",
            "dependants[1].birthDate WRONG_TYPE",
            "contact WRONG_TYPE",
            "expectedChildren WRONG_TYPE");
  }

  @Test
  void nothingIsGuessed() {
    assertThat(fault("{\"applicant\": {\"taxIncomeN1\": \"12\"}}"))
        .isEqualTo(Fault.at("applicant.taxIncomeN1", "WRONG_TYPE", "integer"));
    assertThat(fault("{\"applicant\": {\"taxIncomeN1\": 1.5}}"))
        .isEqualTo(Fault.at("applicant.taxIncomeN1", "WRONG_TYPE", "integer"));
    assertThat(fault("{\"applicant\": {\"taxIncomeN1\": 99999999999}}").field())
        .isEqualTo("applicant.taxIncomeN1");
    assertThat(fault("{\"applicant\": {\"surname\": 12}}"))
        .isEqualTo(Fault.at("applicant.surname", "WRONG_TYPE", "string"));
    assertThat(fault("{\"identityChecked\": 1}"))
        .isEqualTo(Fault.at("identityChecked", "WRONG_TYPE", "boolean"));
    assertThat(fault("{\"identityChecked\": null}"))
        .isEqualTo(Fault.at("identityChecked", "REQUIRED"));
    assertThat(fault("{\"dependants\": [null]}")).isEqualTo(Fault.at("dependants[0]", "REQUIRED"));
    assertThat(fault("{\"sought\": {\"types\": [3]}}"))
        .isEqualTo(Fault.at("sought.types[0]", "WRONG_TYPE", "string"));
  }

  @Test
  void aDayIsWrittenInOneWay() {
    for (String notADay :
        List.of("2006-02-30", "01/02/2006", "+12006-01-01", "2006-1-1", "", "2006-01-01T00:00")) {
      assertThat(fault("{\"depositDate\": \"" + notADay + "\"}").code())
          .as(notADay)
          .isEqualTo("IMPOSSIBLE_DATE");
    }
  }

  @Test
  void aCodeOfAClosedListThatIsNotInItIsNamed() {
    assertThat(faults("{\"reason\": \"RADXYZ\"}", Cancellation.class))
        .containsExactly(Fault.at("reason", "UNKNOWN_CODE", "RADXYZ"));
    assertThat(faults("{\"reason\": 1}", Cancellation.class)).hasSize(1);
  }

  @Test
  void aYesOrNoThatIsNotAnsweredIsNotTakenForNo() throws IOException {
    assertThat(read("{\"signedOn\": \"2006-05-02\"}", LeaseData.class).wasTenantOfLandlord())
        .isNull();
    assertThat(faults("{\"identityChecked\": null}", DemandForm.class))
        .containsExactly(Fault.at("identityChecked", "REQUIRED"));
  }

  @Test
  void whatIsNotJsonIsRefused() {
    for (String text :
        List.of("{", "{} x", "{\"a\":1,\"a\":2}", "{'a':1}", "[".repeat(1000), "<xml/>", "NaN")) {
      assertThat(faults(text, DemandForm.class))
          .as(text)
          .extracting(Fault::code)
          .containsExactly("BODY_MALFORMED");
    }
    assertThat(faults("", DemandForm.class))
        .extracting(Fault::code)
        .containsExactly("BODY_MISSING");
    assertThat(faults("null", DemandForm.class))
        .extracting(Fault::code)
        .containsExactly("BODY_MISSING");
  }

  @Test
  void anotherEncodingIsRefused() {
    for (Charset other : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16)) {
      byte[] body = "{\"applicant\": {\"surname\": \"Léa\"}}".getBytes(other);
      RefusedBody refused =
          catchThrowableOfType(
              RefusedBody.class,
              () -> BodyReader.read(new ByteArrayInputStream(body), DemandForm.class));
      assertThat(refused.faults()).extracting(Fault::code).containsExactly("BODY_ENCODING");
    }
  }

  @Test
  void whatIsLongerThanTheLimitIsNotRead() {
    String body = "{\"applicant\": {\"surname\": \"" + "x".repeat(BodyReader.LONGEST) + "\"}}";
    assertThatExceptionOfType(ApiProblem.class)
        .isThrownBy(() -> read(body, DemandForm.class))
        .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(ProblemKind.TOO_LARGE));
  }

  @Test
  void endlessListsAndControlCharactersAreRefused() {
    String many = "{\"dependants\": [" + "{},".repeat(100) + "{}]}";
    assertThat(refused(many)).containsExactly(Fault.at("dependants", "TOO_MANY", 100));
    assertThat(refused("{\"contact\": {\"city\": \"a\\u0000b\"}}"))
        .containsExactly(Fault.at("contact.city", "ILLEGAL_CHARACTERS"));
    assertThat(refused("{\"contact\": {\"city\": \"\\ud800\"}}"))
        .containsExactly(Fault.at("contact.city", "ILLEGAL_CHARACTERS"));
  }

  private static List<Fault> refused(String body) {
    return catchThrowableOfType(RefusedInput.class, () -> read(body, DemandForm.class)).faults();
  }

  private static Fault fault(String body) {
    List<Fault> faults = faults(body, DemandForm.class);
    assertThat(faults).as(body).hasSize(1);
    return faults.get(0);
  }

  private static List<Fault> faults(String body, Class<?> type) {
    RefusedBody refused = catchThrowableOfType(RefusedBody.class, () -> read(body, type));
    assertThat(refused).as(body).isNotNull();
    return refused.faults();
  }

  private static <T> T read(String body, Class<T> type) throws IOException {
    return BodyReader.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), type);
  }
}
