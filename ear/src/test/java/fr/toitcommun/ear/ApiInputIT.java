package fr.toitcommun.ear;

import static fr.toitcommun.ear.Calls.active;
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
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Wrong and hostile input through the interface for systems: told field by field, never stored. */
class ApiInputIT extends ApiTest {
  @Test
  void everyUnknownFieldIsNamed() {
    Map<String, Object> form = form("Inconnue", "44109");
    form.put("foo", 1);
    applicant(form).put("surnam", "x");
    sending(DESK, form)
        .post("/demands")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("faults.code", everyItem(equalTo("UNKNOWN_FIELD")))
        .body("faults.field", contains("applicant.surnam", "foo"));
  }

  @Test
  void everyFaultIsNamedInTheLanguageAskedFor() {
    sending(DESK, "{}")
        .post("/demands")
        .then()
        .statusCode(422)
        .header("Content-Language", "fr")
        .body("title", equalTo("Saisie refusée"))
        .body(
            "faults.field", hasItems("identityChecked", "applicant.surname", "applicant.birthDate"))
        .body("faults.field", hasItems("contact.city", "motives.main", "sought.locations"))
        .body("faults.message", hasItems("Ce champ est obligatoire."));
    sending(DESK, "{}")
        .header("Accept-Language", "en-GB,en;q=0.8,fr;q=0.5")
        .post("/demands")
        .then()
        .statusCode(422)
        .header("Content-Language", "en")
        .body("faults.message", hasItems("This field is required."));
  }

  @Test
  void hostileInputIsRefusedAndNothingIsStored() {
    long before = active();
    refused("surname", "<script>alert(1)</script>", 422, "ILLEGAL_CHARACTERS");
    refused("surname", "\u0000", 422, "ILLEGAL_CHARACTERS");
    refused("surname", "x".repeat(121), 422, "TOO_LONG");
    refused("surname", "1234", 422, "NOT_A_NAME");
    refused("birthDate", "2006-02-30", 400, "IMPOSSIBLE_DATE");
    refused("birthDate", today().plusDays(1).toString(), 422, "DATE_OUT_OF_RANGE");
    refused("nationality", "9", 422, "UNKNOWN_CODE");
    refused("taxIncomeN2", -1, 422, "OUT_OF_RANGE");
    refused("taxIncomeN2", "14000", 400, "WRONG_TYPE");
    refused("taxIncomeN2", 14_000.5, 400, "WRONG_TYPE");
    sending(DESK, form("Ailleurs", "75056"))
        .post("/demands")
        .then()
        .statusCode(422)
        .body("faults.code", hasItems("UNKNOWN_MUNICIPALITY"));
    sending(DESK, "{\"applicant\": {\"surname\": \"" + "x".repeat(10_000_000) + "\"}}")
        .post("/demands")
        .then()
        .statusCode(413)
        .contentType("application/problem+json");
    byte[] otherwiseEncoded =
        "{\"applicant\": {\"surname\": \"Léa\"}}".getBytes(StandardCharsets.ISO_8859_1);
    as(DESK)
        .contentType(ContentType.JSON)
        .body(otherwiseEncoded)
        .post("/demands")
        .then()
        .statusCode(400)
        .body("faults.code", contains("BODY_ENCODING"));
    sending(DESK, "{\"applicant\"").post("/demands").then().statusCode(400);
    sending(DESK, "[".repeat(10_000)).post("/demands").then().statusCode(400);
    as(DESK).contentType(ContentType.XML).body("<a/>").post("/demands").then().statusCode(415);
    assertThat(active()).isEqualTo(before);
  }

  @Test
  void sqlIsAnOrdinaryNameAndFindsNobody() {
    String injection = "Robert'); drop table demand;--";
    String number = register(DESK, form(injection, "44109"));
    as(DESK)
        .get("/demands/{number}", number)
        .then()
        .body("form.applicant.surname", equalTo(injection));
    as(DESK).get("/demands?q={query}", "' or '1'='1").then().statusCode(200);
    as(DESK).get("/demands/{number}", "' or 1=1 --").then().statusCode(404);
    as(DESK).get("/demands/%00").then().statusCode(404);
    as(DESK).get("/vacancies/1 or 1=1").then().statusCode(404);
    as(DESK).get("/demands?q=a&limit=1000").then().statusCode(422);
    as(DESK).get("/demands?q=a&offset=-1").then().statusCode(422);
  }

  @Test
  void whatTheStandardRefusesIsAProblemToo() {
    as(DESK).get("/nothing").then().statusCode(404).contentType("application/problem+json");
    as(DESK)
        .delete("/demands")
        .then()
        .statusCode(405)
        .header("Allow", containsString("POST"))
        .contentType("application/problem+json");
    as(DESK).accept("text/html").get("/counters").then().statusCode(406);
  }

  private static void refused(String field, Object value, int status, String code) {
    Map<String, Object> form = form("Hostile", "44109");
    applicant(form).put(field, value);
    ValidatableResponse answer =
        sending(DESK, form)
            .post("/demands")
            .then()
            .statusCode(status)
            .contentType("application/problem+json")
            .body("faults.field", contains("applicant." + field))
            .body("faults.code", contains(code));
    assertThat(answer.extract().asString()).doesNotContain("Exception").doesNotContain("java.");
  }
}
