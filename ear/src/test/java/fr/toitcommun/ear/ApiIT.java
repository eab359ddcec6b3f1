package fr.toitcommun.ear;

import static fr.toitcommun.ear.Calls.active;
import static fr.toitcommun.ear.Calls.anonymous;
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
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Demands through the interface for systems: the acts, their repetition, and who may call. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ApiIT {
  private static final String DESK = "guichet.nantes";

  @Deployment(testable = false)
  static EnterpriseArchive application() {
    return ApplicationEar.alone();
  }

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
  void aRepeatedRegistrationGetsTheFirstAnswer() {
    String key = UUID.randomUUID().toString();
    Map<String, Object> form = form("Répétée", "44109");
    String first =
        sending(DESK, form)
            .header("Idempotency-Key", key)
            .post("/demands")
            .then()
            .statusCode(201)
            .extract()
            .path("uniqueNumber");
    sending(DESK, form)
        .header("Idempotency-Key", key)
        .post("/demands")
        .then()
        .statusCode(201)
        .body("uniqueNumber", equalTo(first));
    sending(DESK, form("Autre", "44109"))
        .header("Idempotency-Key", key)
        .post("/demands")
        .then()
        .statusCode(422)
        .body("faults.code", contains("IDEMPOTENCY_KEY_REUSED"));
    // Keys are each account's own.
    sending("bailleur.nantes", form)
        .header("Idempotency-Key", key)
        .post("/demands")
        .then()
        .statusCode(201)
        .body("uniqueNumber", not(first));
    sending(DESK, form).header("Idempotency-Key", "a b").post("/demands").then().statusCode(400);
  }

  @Test
  void equalRegistrationsAtOnceGiveOneDemand() throws Exception {
    String key = UUID.randomUUID().toString();
    Map<String, Object> form = form("Concurrente", "44109");
    long before = active();
    List<Callable<String>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(
          () ->
              sending(DESK, form)
                  .header("Idempotency-Key", key)
                  .post("/demands")
                  .then()
                  .statusCode(201)
                  .extract()
                  .path("uniqueNumber"));
    }
    ExecutorService pool = Executors.newFixedThreadPool(8);
    Set<String> numbers = new HashSet<>();
    for (Future<String> answer : pool.invokeAll(calls)) {
      numbers.add(answer.get());
    }
    pool.shutdown();
    assertThat(numbers).hasSize(1);
    assertThat(active()).isEqualTo(before + 1);
  }

  @Test
  void aRefusedRegistrationLeavesItsKeyFree() {
    String key = UUID.randomUUID().toString();
    sending(DESK, form("Refusée"))
        .header("Idempotency-Key", key)
        .post("/demands")
        .then()
        .statusCode(422);
    sending(DESK, form("Refusée", "44109"))
        .header("Idempotency-Key", key)
        .post("/demands")
        .then()
        .statusCode(201);
  }

  @Test
  void nobodyComesInWithoutBeingKnown() {
    anonymous()
        .get("/counters")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", startsWith("Basic"));
    anonymous()
        .auth()
        .preemptive()
        .basic(DESK, "wrong")
        .get("/counters")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
    anonymous().contentType(ContentType.JSON).body("{}").post("/demands").then().statusCode(401);
  }

  @Test
  void aSessionSparesThePasswordAndIsNotUsableFromAnotherSite() {
    String cookie = as(DESK).post("/session").then().statusCode(204).extract().cookie("toitcommun");
    anonymous()
        .cookie("toitcommun", cookie)
        .get("/session")
        .then()
        .statusCode(200)
        .body("login", equalTo(DESK))
        .body("rights", hasItems("CONSULT", "REGISTER"));
    String body = "{\"applicant\": {\"surname\": \"A\", \"givenName\": \"B\"}}";
    for (Map<String, String> header :
        List.of(
            Map.<String, String>of(),
            Map.of("Origin", "https://evil.example", "X-Requested-With", "x"),
            Map.of("Origin", "null"))) {
      anonymous()
          .cookie("toitcommun", cookie)
          .headers(header)
          .contentType(ContentType.JSON)
          .body(body)
          .post("/demands/duplicates")
          .then()
          .statusCode(403)
          .body("type", equalTo("https://toit-commun.example/problems/cross-site"));
    }
    anonymous()
        .cookie("toitcommun", cookie)
        .header("X-Requested-With", "a system")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/demands/duplicates")
        .then()
        .statusCode(200);
    anonymous()
        .cookie("toitcommun", cookie)
        .header("X-Requested-With", "a system")
        .delete("/session")
        .then()
        .statusCode(204);
    anonymous().cookie("toitcommun", cookie).get("/session").then().statusCode(401);
    Map<String, String> wrong = Map.of("login", DESK, "password", "wrong");
    anonymous().contentType(ContentType.JSON).body(wrong).post("/session").then().statusCode(401);
  }
}
