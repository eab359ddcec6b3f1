package fr.toitcommun.ear;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Calls of the interface for systems, as a system makes them. */
final class Calls {
  private static final RestAssuredConfig AS_IT_IS =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  private static final int MOST_LOOKS = 2_400;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Calls() {}

  /** Today, where the file is kept. */
  static LocalDate today() {
    return LocalDate.now(ZoneId.of("Europe/Paris"));
  }

  /** A call of nobody. */
  static RequestSpecification anonymous() {
    return given()
        .config(AS_IT_IS)
        .baseUri("http://localhost")
        .port(Integer.getInteger("test.http.port"))
        .basePath("/api/v1");
  }

  /** A call of an agent, by HTTP Basic. */
  static RequestSpecification as(String login) {
    return anonymous().auth().preemptive().basic(login, AsAgent.PASSWORD);
  }

  /** A call of an agent that sends JSON. */
  static RequestSpecification sending(String login, Object body) {
    return as(login).contentType(ContentType.JSON).body(body);
  }

  /** A valid form of a person alone who asks for a T2 there. */
  static Map<String, Object> form(String surname, String... municipalities) {
    Map<String, Object> applicant = new LinkedHashMap<>();
    applicant.put("civility", "2");
    applicant.put("surname", surname);
    applicant.put("givenName", "Maëlle-Anne");
    applicant.put("birthDate", "1988-02-29");
    applicant.put("nationality", "1");
    applicant.put("taxIncomeN2", 14_000);
    List<Map<String, Object>> locations = new ArrayList<>();
    for (String municipality : municipalities) {
      locations.add(Map.of("municipalityCode", municipality));
    }
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("identityChecked", true);
    form.put("applicant", applicant);
    form.put(
        "contact",
        Map.of("addressLine", "3 rue des Lilas", "postalCode", "44000", "city", "Nantes"));
    form.put("currentHousing", Map.of("tenure", "LP"));
    form.put("motives", Map.of("main", "09"));
    form.put(
        "sought",
        Map.of(
            "category",
            "I",
            "types",
            List.of("T2"),
            "locations",
            locations,
            "acceptsOtherLocations",
            true));
    return form;
  }

  /** The applicant of a form. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> applicant(Map<String, Object> form) {
    return (Map<String, Object>) form.get("applicant");
  }

  /** Registers a demand, deposited long ago if the form says so, and gives its number. */
  static String register(String login, Map<String, Object> form) {
    return sending(login, form)
        .post("/demands?confirmedDoubts=TC-0005")
        .then()
        .statusCode(201)
        .extract()
        .path("uniqueNumber");
  }

  /**
   * An extract once it is made or has failed, looked at again and again.
   *
   * @param extract its address
   */
  static Response over(String login, String extract) {
    for (int look = 0; look < MOST_LOOKS; look++) {
      Response seen = as(login).get(extract);
      seen.then().statusCode(200);
      if (!List.of("WAITING", "RUNNING").contains(seen.<String>path("state"))) {
        return seen;
      }
      // Making it needs the processors more than whoever asks.
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new AssertionError("Still under way: " + extract);
  }

  /** Active demands of the whole file. */
  static long active() {
    Number counted =
        as("gestionnaire").get("/counters").then().statusCode(200).extract().path("active");
    return counted.longValue();
  }

  /** A dwelling to declare vacant, for one or two persons. */
  static Map<String, Object> dwelling(String reference, String municipality) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("internalReference", reference);
    form.put("municipalityCode", municipality);
    form.put("address", "12 rue des Essais");
    form.put("type", "T2");
    form.put("surface", 48);
    form.put("mainRent", 320);
    form.put("charges", 60);
    form.put("scheme", "PLUS");
    form.put("availableFrom", today().toString());
    // Kept by the landlord, or a holder would have to designate first.
    form.put("quota", "AUCUN");
    form.put("quotaReason", "Essai");
    return form;
  }
}
