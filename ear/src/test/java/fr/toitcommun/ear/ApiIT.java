package fr.toitcommun.ear;

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
import static org.hamcrest.Matchers.everyItem;
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

/** Demands through the interface for systems, with everything that may be wrong with a call. */
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
  void theCertificateIsAPdf() {
    String number = register(DESK, form("Attestée", "44109"));
    byte[] pdf =
        as(DESK)
            .get("/demands/{number}/certificate", number)
            .then()
            .statusCode(200)
            .contentType("application/pdf")
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

  /** Active demands of the whole file. */
  private static long active() {
    Number counted =
        as("gestionnaire").get("/counters").then().statusCode(200).extract().path("active");
    return counted.longValue();
  }
}
