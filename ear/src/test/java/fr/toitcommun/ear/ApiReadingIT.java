package fr.toitcommun.ear;

import static fr.toitcommun.ear.Calls.applicant;
import static fr.toitcommun.ear.Calls.as;
import static fr.toitcommun.ear.Calls.form;
import static fr.toitcommun.ear.Calls.register;
import static fr.toitcommun.ear.Calls.sending;
import static fr.toitcommun.ear.Calls.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Demands through the interface for systems: what is read, and in which shape. */
class ApiReadingIT extends ApiTest {
  @Test
  void aDemandIsRegisteredReadAndFound() {
    ValidatableResponse registered =
        sending(DESK, form("Œuvrard-d’Épinay", "44109", "44143"))
            .post("/demands")
            .then()
            .statusCode(201);
    String number = registered.extract().path("uniqueNumber");
    registered.header("Location", containsString("/api/v1/demands/" + number));
    as(DESK)
        .get("/demands/{number}", number)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .header("Cache-Control", "no-store")
        .body("uniqueNumber", equalTo(number))
        .body("id", nullValue())
        .body("status", equalTo("ACTIVE"))
        .body("form.applicant.surname", equalTo("Œuvrard-d’Épinay"))
        .body("form.applicant.birthDate", equalTo("1988-02-29"))
        .body("initialDepositDate", equalTo(today().toString()))
        .body("form.sought.locations.municipalityCode", contains("44109", "44143"));
    as(DESK)
        .get("/demands?q={query}", "maelle anne oeuvrard depinai")
        .then()
        .statusCode(200)
        .body("demands.uniqueNumber", hasItems(number))
        .body("total", greaterThan(0));
  }

  @Test
  void theCertificateIsAPdfInTheLanguageAskedFor() {
    String number = register(DESK, form("Attestée", "44109"));
    as(DESK)
        .get("/demands/{number}/certificate", number)
        .then()
        .statusCode(200)
        .header("Content-Language", "fr");
    byte[] pdf =
        as(DESK)
            .header("Accept-Language", "en")
            .get("/demands/{number}/certificate", number)
            .then()
            .statusCode(200)
            .contentType("application/pdf")
            .header("Content-Language", "en")
            .extract()
            .asByteArray();
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }

  @Test
  void theWholeFormIsSentAndRead() {
    Map<String, Object> form = form("Entièrement", "44109");
    applicant(form)
        .putAll(Map.of("taxYear", today().getYear() - 2, "otherPhone", "06 11 22 33 44"));
    form.put("helper", Map.of("structure", "CCAS", "phone", "02 40 00 00 02"));
    form.put("dependants", List.of(Map.of("birthDate", "2016-06-01", "custody", "D", "sex", "F")));
    String number = register(DESK, form);
    as(DESK)
        .get("/demands/{number}", number)
        .then()
        .statusCode(200)
        .body("form.helper.structure", equalTo("CCAS"))
        .body("form.applicant.taxYear", equalTo(today().getYear() - 2))
        .body("form.dependants[0].custody", equalTo("D"))
        .body("complete", equalTo(false))
        .body("missing.control", hasItems("TC-0402", "TC-0616"))
        .body("doubts", equalTo(List.of()));
    Map<String, Object> body = form("Signataire", "44109");
    body.put("applicant", Map.of("surname", "Signataire", "givenName", "Yann"));
    body.put("legalPerson", Map.of("name", "Association Roz Avel", "siren", "784123456"));
    sending(DESK, body)
        .post("/demands")
        .then()
        .statusCode(422)
        .body("faults.control", hasItems("TC-0126"))
        .body("faults.field", hasItems("currentHousing", "motives"));
    body.remove("currentHousing");
    body.remove("motives");
    String association = register(DESK, body);
    as(DESK)
        .get("/demands/{number}", association)
        .then()
        .body("form.legalPerson.name", equalTo("Association Roz Avel"));
    as(DESK)
        .get("/controls")
        .then()
        .statusCode(200)
        .body("find { it.id == 'TC-0126' }.severity", equalTo("INVALID"));
  }

  @Test
  void R_441_2_3_duplicatesAreToldBeforeRegistering() {
    String number = register(DESK, form("Dupliquée", "44109"));
    sending(DESK, form("Dupliquee", "44109"))
        .post("/demands/duplicates")
        .then()
        .statusCode(200)
        .body("duplicates.uniqueNumber", hasItems(number));
  }

  @Test
  void districtsAreReadByAllAndStatedByTheManager() {
    List<Map<String, String>> stated = List.of(Map.of("code", "44143-RAGON", "name", "Ragon"));
    sending(DESK, stated).put("/municipalities/44143/districts").then().statusCode(403);
    sending("gestionnaire", stated).put("/municipalities/44143/districts").then().statusCode(204);
    as("adil.44")
        .get("/municipalities/44143/districts")
        .then()
        .statusCode(200)
        .body("name", contains("Ragon"));
  }
}
