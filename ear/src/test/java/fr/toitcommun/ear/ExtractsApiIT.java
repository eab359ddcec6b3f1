package fr.toitcommun.ear;

import static fr.toitcommun.ear.Calls.as;
import static fr.toitcommun.ear.Calls.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Extracts as systems ask for them. */
class ExtractsApiIT extends ApiTest {
  private static final String LANDLORD = "bailleur.nantes";
  private static final String EXTRACTS = "/observatory/extracts";

  @Test
  void aSystemAsksFollowsFetchesAndDeletes() {
    String address =
        sending(
                LANDLORD,
                Map.of(
                    "name",
                    "T2 en cours",
                    "kind",
                    "LIVE",
                    "format",
                    "CSV",
                    "columns",
                    List.of("MUNICIPALITY", "TYPE"),
                    "filters",
                    Map.of("TYPE", List.of("T2"))))
            .post(EXTRACTS)
            .then()
            .statusCode(202)
            .body("kind", equalTo("LIVE"))
            .extract()
            .header("Location");
    String one = EXTRACTS + address.substring(address.lastIndexOf('/'));
    Response ready = Calls.over(LANDLORD, one);
    assertThat(ready.path("state").toString()).isEqualTo("READY");
    String csv =
        as(LANDLORD)
            .get(one + "/content")
            .then()
            .statusCode(200)
            .contentType(startsWith("text/csv"))
            .header("Content-Disposition", containsString("attachment"))
            .extract()
            .asString();
    List<String> lines = csv.lines().toList();
    assertThat(lines.get(0))
        .endsWith("ligne;commune;commune_libelle;type;type_libelle;mois_attente");
    assertThat(lines).hasSize(ready.<Integer>path("rowsTotal") + 1).hasSizeGreaterThan(10);
    assertThat(lines.subList(1, lines.size())).allMatch(line -> line.contains(";T2;"));
    as(LANDLORD)
        .get(one + "/dictionary")
        .then()
        .statusCode(200)
        .body(containsString("T2 en cours"));
    as("bailleur.saint-nazaire").get(one + "/content").then().statusCode(404);
    as("bailleur.saint-nazaire").delete(one).then().statusCode(404);
    as(LANDLORD).delete(one).then().statusCode(204);
    as(LANDLORD).get(one).then().statusCode(404);
  }

  @Test
  void faultsAreNamedAndRightsAreKept() {
    sending(LANDLORD, Map.of("kind", "SNAPSHOT", "from", "1999-01-01", "columns", List.of("NAME")))
        .post(EXTRACTS)
        .then()
        .statusCode(422)
        .body("faults.field", hasItems("name", "format", "from", "columns[0]"));
    sending(
            LANDLORD,
            csv(
                "LIVE",
                Map.of(
                    "to",
                    "2026-01-31",
                    "filters",
                    Map.of("TYPE", Collections.singletonList(null)))))
        .post(EXTRACTS)
        .then()
        .statusCode(422)
        .body("faults.field", containsInAnyOrder("to", "filters.TYPE"));
    sending(LANDLORD, csv("TABLE", Map.of("question", "indicator=ACTIVE&rows=AGE&f.TYPE=T99")))
        .post(EXTRACTS)
        .then()
        .statusCode(422)
        .body("faults.field", hasItems("question.f.TYPE"));
    sending(LANDLORD, Map.of("kind", "EVERYTHING")).post(EXTRACTS).then().statusCode(400);
    sending("adil.44", csv("LIVE", Map.of())).post(EXTRACTS).then().statusCode(403);
    as(LANDLORD).get(EXTRACTS + "?delivered=perhaps").then().statusCode(422);
    as("adil.44").get(EXTRACTS).then().statusCode(200);
    Calls.anonymous().get(EXTRACTS).then().statusCode(401);
  }

  private static Map<String, Object> csv(String kind, Map<String, Object> more) {
    Map<String, Object> asked = new HashMap<>(more);
    asked.putAll(Map.of("name", "x", "kind", kind, "format", "CSV"));
    return asked;
  }
}
