package fr.toitcommun.ear;

import static fr.toitcommun.ear.Calls.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person may have of their own data, as it is handed out. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class SubjectFileIT {
  private static final String DESK = "guichet.nantes";
  private static final String LANDLORD = "bailleur.nantes";
  private static final String COPY = "/demands/{number}/subject-file";

  @Deployment(testable = false)
  static EnterpriseArchive application() {
    return ApplicationEar.alone();
  }

  @Test
  void GDPR_15_theCopyHoldsTheWholeFileAndTellsWhatItsAgentMayNotRead() {
    String number = Calls.register(DESK, Calls.form("Pogam", "44109"));
    deposit(number, "OTHER");
    deposit(number, "HEALTH");
    Number person =
        as(DESK).get("/demands/{number}", number).then().extract().path("form.applicant.id");
    String version = as(DESK).get("/demands/{number}", number).then().extract().header("ETag");
    Calls.sending(
            DESK,
            Map.of(
                "persons",
                List.of(Map.of("personId", person, "detail", "Plain-pied indispensable"))))
        .header("If-Match", version)
        .put("/demands/{number}/handicap-complement", number)
        .then()
        .statusCode(204);
    as(DESK)
        .get(COPY, number)
        .then()
        .statusCode(200)
        .header("Content-Disposition", containsString("dossier-" + number + ".json"))
        .body("demand.form.applicant.surname", equalTo("Pogam"))
        .body("demand.events.kind", hasItems("REGISTERED", "DOCUMENT_DEPOSITED"))
        .body("documents", hasSize(2))
        .body("documents.kind", hasItem("OTHER"))
        .body("documents.kind", not(hasItem("HEALTH")))
        .body("complement", nullValue())
        .body("withheld", contains("HANDICAP_COMPLEMENT", "SENSITIVE_DOCUMENTS"))
        .body("letters.kind", hasItem("REGISTRATION_CERTIFICATE"));
    as(LANDLORD)
        .get(COPY, number)
        .then()
        .statusCode(200)
        .body("complement[0].detail", equalTo("Plain-pied indispensable"))
        .body("documents.kind", hasItems("OTHER", "HEALTH"))
        .body("withheld", hasSize(0))
        // Those who read it are told: the desk's copy is among them.
        .body("readings.readings.sum()", greaterThan(0));
    for (String language : List.of("fr", "en")) {
      Response pdf = as(LANDLORD).get(COPY + ".pdf?lang=" + language, number);
      pdf.then()
          .statusCode(200)
          .contentType("application/pdf")
          .header("Content-Language", equalTo(language))
          .header("Content-Disposition", containsString("attachment"));
      assertThat(pdf.asByteArray()).startsWith("%PDF".getBytes());
    }
    as("adil.44").get(COPY, number).then().statusCode(403);
    as("adil.44").get(COPY + ".pdf", number).then().statusCode(403);
    as("commune.saint-nazaire").get(COPY, number).then().statusCode(404);
    as("commune.saint-nazaire").get(COPY + ".pdf", number).then().statusCode(404);
    Calls.anonymous().get(COPY, number).then().statusCode(401);
  }

  private static void deposit(String number, String kind) {
    as(DESK)
        .contentType("application/octet-stream")
        .body(Papers.pdf(kind))
        .post("/demands/{number}/documents?kind=" + kind, number)
        .then()
        .statusCode(201);
  }

  @Test
  void historyComesInPartsWithItsTotalAndByKind() {
    String number = Calls.register(DESK, Calls.form("Quiniou", "44109"));
    deposit(number, "OTHER");
    deposit(number, "RENT");
    as(DESK)
        .get("/demands/{number}/events?limit=1", number)
        .then()
        .statusCode(200)
        .body("total", equalTo(3))
        .body("events", hasSize(1))
        .body("events[0].detail", equalTo("RENT"));
    as(DESK)
        .get("/demands/{number}/events?limit=1&offset=2", number)
        .then()
        .body("events.kind", contains("REGISTERED"));
    as(DESK)
        .get("/demands/{number}/events?kind=DOCUMENT_DEPOSITED", number)
        .then()
        .body("total", equalTo(2))
        .body("events", hasSize(2));
    as(DESK).get("/demands/{number}/events?kind=NONSENSE", number).then().statusCode(422);
    as(DESK)
        .accept(ContentType.JSON)
        .get("/demands/{number}", number)
        .then()
        .body("eventCount", equalTo(3));
    as("commune.saint-nazaire").get("/demands/{number}/events", number).then().statusCode(404);
    as("adil.44").get("/demands/{number}/events", number).then().statusCode(403);
  }
}
