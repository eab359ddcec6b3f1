package fr.toitcommun.ear;

import static fr.toitcommun.ear.Calls.as;
import static fr.toitcommun.ear.Calls.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stock and the designations as systems use them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StockApiIT {
  private static final String LANDLORD = "bailleur.nantes";
  private static final String HEADERS =
      "reference,commune,adresse,type,surface,loyer,charges,plafonds\n";

  @Deployment(testable = false)
  static EnterpriseArchive application() {
    return ApplicationEar.alone();
  }

  @Test
  void aStockIsImportedAllOrNothingAndOneOfItsDwellingsDeclaredVacant() {
    String reference = "API-" + System.nanoTime();
    String sound = HEADERS + reference + ",44109,2 place Viarme,T2,44,300,50,PLUS\n";
    bringIn(LANDLORD, "?dryRun=true", sound)
        .statusCode(200)
        .body("created", equalTo(1))
        .body("written", equalTo(false));
    as(LANDLORD).get("/dwellings?q=" + reference).then().body("total", equalTo(0));
    bringIn(LANDLORD, "", sound + "x,44109,2 place Viarme,T2,beaucoup,300,50,PLUS\n")
        .statusCode(422)
        .body("faults.field", hasItem("lines[3].surface"));
    as(LANDLORD).get("/dwellings?q=" + reference).then().body("total", equalTo(0));
    bringIn(LANDLORD, "", sound).statusCode(200).body("written", equalTo(true));
    Number dwelling =
        as(LANDLORD)
            .get("/dwellings?q=" + reference)
            .then()
            .statusCode(200)
            .body("total", equalTo(1))
            .extract()
            .path("dwellings[0].id");
    as("bailleur.saint-nazaire").get("/dwellings/{id}", dwelling).then().statusCode(404);
    sending(LANDLORD, Map.of("availableFrom", Calls.today().plusDays(30).toString()))
        .post("/dwellings/{id}/vacancies", dwelling)
        .then()
        .statusCode(201)
        .header("Location", startsWith("http"));
    as(LANDLORD)
        .get("/dwellings/{id}", dwelling)
        .then()
        .body("vacancies", hasSize(1))
        .body("form.surface", equalTo(44));
  }

  @Test
  void R_441_5_holdersListWhatIsAtTheirDisposalAndLandlordsDoNot() {
    int total =
        as("prefecture.44")
            .get("/designations?limit=5")
            .then()
            .statusCode(200)
            .extract()
            .path("total");
    assertThat(total).isPositive();
    as(LANDLORD).get("/designations").then().statusCode(403);
    as("adil.44").get("/designations").then().statusCode(403);
    bringIn("prefecture.44", "", HEADERS).statusCode(403);
  }

  private static ValidatableResponse bringIn(String login, String query, String file) {
    return as(login)
        .contentType("text/csv")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/dwellings/import" + query)
        .then();
  }
}
