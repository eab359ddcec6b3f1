package fr.toitcommun.ear;

import static fr.toitcommun.ear.Calls.applicant;
import static fr.toitcommun.ear.Calls.as;
import static fr.toitcommun.ear.Calls.form;
import static fr.toitcommun.ear.Calls.register;
import static fr.toitcommun.ear.Calls.sending;
import static fr.toitcommun.ear.Calls.today;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Demands through the interface for systems: the acts, on the version that was read. */
class ApiWritingIT extends ApiTest {
  @Test
  void aChangeStatesItsVersionAndIsToldWhatChangedMeanwhile() {
    String number = register(DESK, form("Versionnée", "44109"));
    Response read = as(DESK).get("/demands/{number}", number);
    Map<String, Object> typed = read.path("form");
    String version = read.header("ETag");
    applicant(typed).put("phone", "02 40 00 00 01");
    sending(DESK, typed)
        .put("/demands/{number}?wordOf=APPLICANT", number)
        .then()
        .statusCode(428)
        .body("faults.field", contains("If-Match"));
    sending(DESK, typed)
        .header("If-Match", version)
        .put("/demands/{number}?wordOf=APPLICANT", number)
        .then()
        .statusCode(200)
        .header("ETag", not(version))
        .body("events[0].changes.field", contains("applicant.phone"))
        .body("events[0].wordOf", equalTo("APPLICANT"));
    sending("bailleur.nantes", typed)
        .header("If-Match", version)
        .put("/demands/{number}?wordOf=APPLICANT", number)
        .then()
        .statusCode(412)
        .contentType("application/problem+json")
        .body("type", equalTo("https://toit-commun.example/problems/changed-meanwhile"))
        .body("version", greaterThan(1))
        .body("changes[0].changes.field", contains("applicant.phone"))
        .body("changes[0].changes.to", contains("02 40 00 00 01"));
  }

  @Test
  void R_441_2_7_and_8_renewalCancellationAndReinstatement() {
    String number = register(DESK, form("Annuelle", "44109"));
    String renewed =
        sending(DESK, "{}")
            .header("If-Match", as(DESK).get("/demands/{number}", number).header("ETag"))
            .post("/demands/{number}/renewal", number)
            .then()
            .statusCode(200)
            .body("lastRenewalDate", equalTo(today().toString()))
            .extract()
            .header("ETag");
    sending(DESK, "{\"reason\": \"RADCON\", \"subReason\": \"IRRSEJ\"}")
        .header("If-Match", renewed)
        .post("/demands/{number}/cancellation", number)
        .then()
        .statusCode(422)
        .body("faults.field", hasItems("noticeDate", "subReason"));
    String cancelled =
        sending(DESK, "{\"reason\": \"RADABA\"}")
            .header("If-Match", renewed)
            .post("/demands/{number}/cancellation", number)
            .then()
            .statusCode(200)
            .body("status", equalTo("CANCELLED"))
            .extract()
            .header("ETag");
    as(DESK)
        .header("If-Match", cancelled)
        .post("/demands/{number}/reinstatement", number)
        .then()
        .statusCode(422)
        .body("faults.code", contains("REINSTATEMENT_NOT_ALLOWED"));
  }

  @Test
  void aDoubtIsToldNamedAndConfirmed() {
    Map<String, Object> form = form("Douteusement", "44109");
    applicant(form).put("phone", "02 40 12 34");
    sending(DESK, form)
        .post("/demands/doubts")
        .then()
        .statusCode(200)
        .body("control", contains("TC-0214"));
    sending(DESK, form)
        .post("/demands")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("https://toit-commun.example/problems/doubtful"))
        .body("faults.control", contains("TC-0214"))
        .body("faults.field", contains("applicant.phone"));
    sending(DESK, form)
        .post("/demands?confirmedDoubts=TC-9999")
        .then()
        .statusCode(422)
        .body("faults.code", contains("UNKNOWN_CONTROL"));
    sending(DESK, form).post("/demands?confirmedDoubts=TC-0214").then().statusCode(201);
  }

  @Test
  void theHandicapComplementHasItsOwnAddressAndItsOwnRight() {
    String number = register(DESK, form("Complémentée", "44109"));
    Response read = as(DESK).get("/demands/{number}", number);
    Number person = read.path("form.applicant.id");
    Map<String, Object> complement =
        Map.of(
            "persons",
            List.of(Map.of("personId", person, "walking", "1", "adaptations", List.of("3"))));
    sending(DESK, complement)
        .put("/demands/{number}/handicap-complement", number)
        .then()
        .statusCode(428);
    sending(DESK, complement)
        .header("If-Match", read.header("ETag"))
        .put("/demands/{number}/handicap-complement", number)
        .then()
        .statusCode(204);
    as(DESK).get("/demands/{number}/handicap-complement", number).then().statusCode(403);
    as("bailleur.nantes")
        .get("/demands/{number}/handicap-complement", number)
        .then()
        .statusCode(200)
        .body("persons[0].walking", equalTo("1"))
        .body("persons[0].adaptations", contains("3"));
    as(DESK)
        .get("/demands/{number}", number)
        .then()
        .body("events[0].kind", equalTo("HANDICAP_COMPLEMENT"))
        .body("events[0].changes", equalTo(List.of()));
  }
}
