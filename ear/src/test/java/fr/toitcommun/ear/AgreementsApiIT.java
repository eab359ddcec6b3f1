package fr.toitcommun.ear;

import static fr.toitcommun.ear.Calls.as;
import static fr.toitcommun.ear.Calls.sending;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reservation agreements, as a system keeps and reads them. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AgreementsApiIT {
  private static final String LANDLORD = "bailleur.nantes";
  private static final String OTHER_LANDLORD = "bailleur.saint-nazaire";
  private static final String MANAGER = "gestionnaire";
  private static final String STATE = "prefecture.44";

  @Deployment(testable = false)
  static EnterpriseArchive application() {
    return ApplicationEar.alone();
  }

  @Test
  void R_441_5_theListHasTheBalanceOfAYearAndItsExactTotal() {
    int total =
        as(LANDLORD)
            .get("/agreements?limit=1")
            .then()
            .statusCode(200)
            .body("total", greaterThan(1))
            .body("agreements", hasSize(1))
            .body("agreements[0].balance", hasKey("flow"))
            .body("year", equalTo(Calls.today().getYear()))
            .extract()
            .path("total");
    as(LANDLORD)
        .get("/agreements?limit=100&departement=44")
        .then()
        .body("total", equalTo(total))
        .body("agreements", hasSize(total))
        .body("agreements.departementCode", everyItem(equalTo("44")));
    as(LANDLORD)
        .get("/agreements?offset=1000")
        .then()
        .body("total", equalTo(total))
        .body("agreements", hasSize(0));
    as(MANAGER).get("/agreements").then().body("total", greaterThan(total));
    as(MANAGER).get("/agreements?landlord=999999999").then().body("total", equalTo(0));
    for (String wrong :
        List.of(
            "limit=0", "offset=-1", "year=1999", "year=zwölf", "departement=999", "landlord=x")) {
      as(MANAGER).get("/agreements?" + wrong).then().statusCode(422);
    }
  }

  @Test
  void R_441_5_oneHasItsBalanceByMonthForItsPartiesAlone() {
    int id = ofTheState();
    as(LANDLORD)
        .get("/agreements/{id}", id)
        .then()
        .statusCode(200)
        .header("ETag", matchesPattern("\"\\d+\""))
        .body("agreement.quota", equalTo("PPRIOR"))
        .body("agreement.balance.due", notNullValue())
        .body("months", notNullValue())
        .body("excluded", notNullValue())
        .body("identified", notNullValue());
    as(STATE).get("/agreements/{id}", id).then().statusCode(200);
    as(MANAGER).get("/agreements/{id}?year=2020", id).then().statusCode(200);
    for (String stranger : List.of(OTHER_LANDLORD, "action.logement", "guichet.nantes")) {
      as(stranger).get("/agreements/{id}", id).then().statusCode(404);
      as(stranger).get("/agreements").then().body("agreements.id", not(hasItem(id)));
    }
    as(MANAGER).get("/agreements/999999999").then().statusCode(404);
  }

  @Test
  void R_441_5_eachKindOfPartnerMayWhatItMay() {
    for (String reader :
        List.of(
            LANDLORD,
            MANAGER,
            STATE,
            "departement.44",
            "action.logement",
            "commune.saint-nazaire",
            "guichet.nantes")) {
      as(reader).get("/agreements").then().statusCode(200);
    }
    for (String writer : List.of(LANDLORD, MANAGER)) {
      as(writer).get("/agreements/holders?departement=44").then().statusCode(200);
      sending(writer, Map.of()).post("/agreements").then().statusCode(422);
    }
    int id = ofTheState();
    for (String holder : List.of(STATE, "departement.44", "action.logement", "guichet.nantes")) {
      as(holder).get("/agreements/holders?departement=44").then().statusCode(403);
      sending(holder, Map.of()).post("/agreements").then().statusCode(403);
      sending(holder, Map.of())
          .header("If-Match", "\"1\"")
          .put("/agreements/{id}", id)
          .then()
          .statusCode(403);
    }
    as("adil.44").get("/agreements").then().statusCode(403);
    as("adil.44").get("/agreements/{id}", id).then().statusCode(403);
    sending(OTHER_LANDLORD, terms("PPRIOR", 10))
        .header("If-Match", "\"1\"")
        .put("/agreements/{id}", id)
        .then()
        .statusCode(404);
    Calls.anonymous().get("/agreements").then().statusCode(401);
  }

  @Test
  void R_441_5_aLandlordKeepsAnAgreementOnceAndChangesItByItsVersion() {
    Map<String, Object> form = terms("COLTER", 12.5);
    form.put("holderId", holder("LOCAL_AUTHORITY"));
    form.put("departementCode", "44");
    String location =
        sending(LANDLORD, form)
            .post("/agreements")
            .then()
            .statusCode(201)
            .body("agreementId", greaterThan(0))
            .extract()
            .header("Location");
    String path = "/agreements/" + location.substring(location.lastIndexOf('/') + 1);
    sending(LANDLORD, form)
        .post("/agreements")
        .then()
        .statusCode(422)
        .body("faults.code", hasItem("AGREEMENT_THERE_ALREADY"));
    String version =
        as(LANDLORD)
            .get(path + "?year=2012")
            .then()
            .body("agreement.percent", equalTo(12.5f))
            .extract()
            .header("ETag");
    Map<String, Object> changed = terms("COLTER", 15);
    sending(LANDLORD, changed).put(path).then().statusCode(428);
    String now =
        sending(LANDLORD, changed)
            .header("If-Match", version)
            .put(path)
            .then()
            .statusCode(204)
            .extract()
            .header("ETag");
    sending(LANDLORD, changed)
        .header("If-Match", version)
        .put(path)
        .then()
        .statusCode(412)
        .contentType("application/problem+json");
    // The manager may too, by the version that the answer gave.
    sending(MANAGER, terms("COLTER", 16)).header("If-Match", now).put(path).then().statusCode(204);
    as(LANDLORD).get(path).then().body("agreement.percent", equalTo(16f));
  }

  @Test
  void R_441_5_2_everyFaultIsNamedAtItsField() {
    sending(MANAGER, Map.of())
        .post("/agreements")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body(
            "faults.field",
            containsInAnyOrder(
                "landlordId",
                "departementCode",
                "holderId",
                "percent",
                "signedOn",
                "validFrom",
                "designationDays"));
    Map<String, Object> form = terms("COLTER", 31);
    form.put("holderId", holder("STATE"));
    form.put("departementCode", "44");
    form.put("agentsPercent", 6);
    form.put("identified", List.of("NOWHERE-1"));
    sending(LANDLORD, form)
        .header("Accept-Language", "en")
        .post("/agreements")
        .then()
        .statusCode(422)
        .body(
            "faults.code",
            hasItems("QUOTA_OF_ANOTHER", "MORE_THAN_THE_STATE_MAY_HAVE", "UNKNOWN_DWELLING"))
        .body("faults.field", hasItems("quota", "percent", "agentsPercent", "identified"));
    form.put("identified", Collections.nCopies(5_000, "é".repeat(120)));
    sending(LANDLORD, form)
        .post("/agreements")
        .then()
        .statusCode(422)
        .body("faults.findAll { it.code == 'UNKNOWN_DWELLING' }", hasSize(50))
        .body("faults.code", hasItem("UNKNOWN_DWELLINGS_MORE"));
    for (String monster : List.of("1e999999999", "-1", "12.345", "\"12\"")) {
      as(LANDLORD)
          .contentType(ContentType.JSON)
          .body("{\"percent\": %s, \"validFrom\": \"2012-01-01\"}".formatted(monster))
          .post("/agreements")
          .then()
          .statusCode(monster.startsWith("1e") || monster.startsWith("\"") ? 400 : 422)
          .body("faults.field", hasItem("percent"));
    }
    sending(LANDLORD, Map.of("percentage", 3)).post("/agreements").then().statusCode(400);
  }

  /** Terms of a year long past, beside which there is no other agreement. */
  private static Map<String, Object> terms(String quota, Number percent) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("quota", quota);
    form.put("percent", percent);
    form.put("designationDays", 30);
    form.put("signedOn", "2011-12-01");
    form.put("validFrom", "2012-01-01");
    form.put("validTo", "2012-12-31");
    return form;
  }

  private static int holder(String kind) {
    JsonPath holders = as(LANDLORD).get("/agreements/holders?departement=44").jsonPath();
    return holders.getInt("find { it.kind == '" + kind + "' }.id");
  }

  private static int ofTheState() {
    return as(LANDLORD)
        .get("/agreements?limit=100")
        .jsonPath()
        .getInt("agreements.find { it.quota == 'PPRIOR' && it.departementCode == '44' }.id");
  }
}
