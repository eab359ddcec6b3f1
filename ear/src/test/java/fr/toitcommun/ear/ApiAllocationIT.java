package fr.toitcommun.ear;

import static fr.toitcommun.ear.Calls.as;
import static fr.toitcommun.ear.Calls.dwelling;
import static fr.toitcommun.ear.Calls.form;
import static fr.toitcommun.ear.Calls.register;
import static fr.toitcommun.ear.Calls.sending;
import static fr.toitcommun.ear.Calls.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/**
 * Dwellings, candidates, proposals and leases through the interface for systems, and who may what.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ApiAllocationIT {
  private static final String LANDLORD = "bailleur.nantes";
  private static final String DESK = "guichet.nantes";

  @Deployment(testable = false)
  static EnterpriseArchive application() {
    return ApplicationEar.alone();
  }

  @Test
  void candidatesAreRankedWithTheirExactTotalAndWhyTheyAreIn() {
    Response first =
        as(LANDLORD).get("/candidates?municipality=44109&type=T2&scheme=PLUS&limit=10");
    int total = first.path("total");
    List<String> ranked = new ArrayList<>(first.path("candidates.uniqueNumber"));
    first
        .then()
        .statusCode(200)
        .body("candidates", hasSize(10))
        .body("candidates.rank", contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
        .body("candidates[0].types", hasItem("T2"))
        .body("candidates[0]", hasKey("locationRank"))
        .body("candidates[0].ceiling", greaterThan(0))
        .body("candidates[0]", not(hasKey("demandId")));
    String next = first.path("next");
    while (next != null) {
      Response page = as(LANDLORD).urlEncodingEnabled(false).get(next);
      assertThat(page.<Integer>path("total")).isEqualTo(total);
      ranked.addAll(page.path("candidates.uniqueNumber"));
      next = page.path("next");
    }
    assertThat(ranked).hasSize(total).doesNotHaveDuplicates();
  }

  @Test
  void aDescriptionThatLacksSomethingIsToldAllOfIt() {
    as(LANDLORD)
        .get("/candidates")
        .then()
        .statusCode(422)
        .body("faults.field", contains("municipality", "type", "scheme"));
    as(LANDLORD)
        .get("/candidates?municipality=85191&type=T2&scheme=PLUS")
        .then()
        .statusCode(422)
        .body("faults.code", contains("MUNICIPALITY_OUTSIDE_TERRITORY"));
  }

  @Test
  void aDwellingIsDeclaredAndEveryFaultOfItIsNamed() {
    long vacancy = declare();
    as(LANDLORD)
        .get("/vacancies/{id}", vacancy)
        .then()
        .statusCode(200)
        .body("status", equalTo("OPEN"))
        .body("municipality", equalTo("Nantes"));
    as(LANDLORD)
        .get("/vacancies?municipality=44109&limit=100")
        .then()
        .statusCode(200)
        .body("vacancies.municipalityCode", everyItem(equalTo("44109")))
        .body("total", greaterThan(0));
    Map<String, Object> wrong = dwelling("<b>", "85191");
    wrong.put("surface", 2);
    wrong.put("type", "T9");
    sending(LANDLORD, wrong)
        .post("/vacancies")
        .then()
        .statusCode(422)
        .body(
            "faults.field",
            containsInAnyOrder("internalReference", "municipalityCode", "surface", "type"));
  }

  @Test
  void R_441_10_proposalsAreMadeSeenAndAnswered() {
    long vacancy = declare();
    String accepting = register(DESK, form("Acceptante", "44109"));
    String refusing = register(DESK, form("Refusante", "44109"));
    String left = register(DESK, form("Délaissée", "44109"));
    List<Number> ids =
        sending(LANDLORD, Map.of("uniqueNumbers", List.of(accepting, refusing, left)))
            .post("/vacancies/{id}/proposals", vacancy)
            .then()
            .statusCode(201)
            .extract()
            .path("proposalIds");
    assertThat(ids).hasSize(3);
    sending(LANDLORD, Map.of("uniqueNumbers", List.of(accepting)))
        .post("/vacancies/{id}/proposals", vacancy)
        .then()
        .statusCode(422)
        .body("faults.code", contains("ALREADY_PROPOSED"));
    as(DESK)
        .get("/demands/{number}", accepting)
        .then()
        .body("proposals.status", contains("OPEN"))
        .body("proposals.mine", contains(false));
    sending(LANDLORD, "{}")
        .post("/proposals/{id}/acceptance", proposalOf(accepting))
        .then()
        .statusCode(204);
    sending(LANDLORD, "{\"motive\": \"NONSENSE\"}")
        .post("/proposals/{id}/refusal", proposalOf(refusing))
        .then()
        .statusCode(422)
        .body("faults.field", contains("motive"));
    sending(LANDLORD, "{\"motive\": \"TOO_SMALL\"}")
        .post("/proposals/{id}/refusal", proposalOf(refusing))
        .then()
        .statusCode(204);
    as(LANDLORD).post("/proposals/{id}/withdrawal", proposalOf(left)).then().statusCode(204);
    assertThat(statusOf(accepting)).isEqualTo("OPEN");
    assertThat(statusOf(refusing)).isEqualTo("REFUSED");
    assertThat(statusOf(left)).isEqualTo("WITHDRAWN");
    sending(LANDLORD, lease(today()))
        .post("/proposals/{id}/lease", ids.get(0))
        .then()
        .statusCode(422)
        .body("faults.code", contains("NOT_ALLOCATED"));
  }

  @Test
  void R_441_2_8_ofManySignaturesAtOnceOneHousesTheApplicant() throws Exception {
    Map<String, Object> toSign =
        as(LANDLORD)
            .get("/proposals?filter=TO_SIGN&limit=100")
            .then()
            .statusCode(200)
            .extract()
            .path("proposals.find { it.maySign }");
    assertThat(toSign).as("an allocation of the demonstration to sign").isNotNull();
    Number proposal = (Number) toSign.get("proposalId");
    sending(LANDLORD, "{}")
        .post("/proposals/{id}/lease", proposal)
        .then()
        .statusCode(422)
        .body("faults.code", everyItem(equalTo("REQUIRED")))
        .body(
            "faults.field",
            contains(
                "signedOn",
                "wasTenantOfLandlord",
                "situationConfirmed",
                "collectiveAgreement",
                "daloStatus",
                "quota"));
    int before = as("adil.44").get("/counters").path("satisfiedThisYear");
    List<Callable<Integer>> signatures = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      signatures.add(
          () ->
              sending(LANDLORD, lease(today()))
                  .post("/proposals/{id}/lease", proposal)
                  .statusCode());
    }
    List<Integer> answers = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(signatures.size());
    for (Future<Integer> answer : pool.invokeAll(signatures)) {
      answers.add(answer.get());
    }
    pool.shutdown();
    assertThat(answers).containsExactlyInAnyOrder(201, 422, 422, 422);
    as(LANDLORD)
        .get("/demands/{number}", toSign.get("uniqueNumber"))
        .then()
        .body("status", equalTo("CANCELLED"))
        .body("cancellationReason", equalTo("RADATT"));
    as(LANDLORD)
        .get("/vacancies/{id}", toSign.get("vacancyId"))
        .then()
        .body("status", equalTo("LET"))
        .body("openProposals", equalTo(0));
    as("adil.44").get("/counters").then().body("satisfiedThisYear", equalTo(before + 1));
  }

  @Test
  void fromADemandTheDwellingsThatWouldFitAndWhyOthersDoNot() {
    long vacancy = declare();
    String number = register(DESK, form("Cherchante", "44109"));
    String row = "dwellings.find { it.vacancy.vacancyId == " + vacancy + " }";
    as(DESK)
        .get("/demands/{number}/dwellings", number)
        .then()
        .statusCode(200)
        .body("uniqueNumber", equalTo(number))
        .body("total", greaterThan(0))
        .body(row + ".fits", equalTo(true))
        .body(
            row + ".criteria.kind",
            contains("LOCATION", "TYPE", "SIZE", "INCOME", "ACCESS", "CATEGORY", "RENT"));
  }

  @Test
  void R_441_2_6_eachKindOfPartnerMayWhatItMay() {
    long vacancy = declare();
    String number = register(DESK, form("Nantaise", "44109"));
    String search = "/demands?q=Nantaise";
    String file = "/demands/" + number;
    String vacancies = "/vacancies";
    String candidates = "/vacancies/" + vacancy + "/candidates";
    String described = "/candidates?municipality=44109&type=T2&scheme=PLUS";
    List<String> asked =
        List.of("/counters", search, file, vacancies, candidates, described, "/proposals");
    may("bailleur.nantes", asked, 200, 200, 200, 200, 200, 200, 200);
    // A desk may designate, but this dwelling is not at its disposal (R.441-5).
    may("guichet.nantes", asked, 200, 200, 200, 403, 404, 403, 403);
    may("prefecture.44", asked, 200, 200, 200, 403, 200, 200, 403);
    may("departement.44", asked, 200, 200, 200, 403, 200, 200, 403);
    may("gestionnaire", asked, 200, 200, 200, 403, 200, 200, 403);
    // Nobody's employer pays into Action Logement here, and nobody wishes to live in Saint-Nazaire.
    may("action.logement", asked, 200, 200, 404, 403, 200, 200, 403);
    may("commune.saint-nazaire", asked, 200, 200, 404, 403, 404, 403, 403);
    may("adil.44", asked, 200, 403, 403, 403, 403, 403, 403);
    sending("adil.44", form("Interdite", "44109")).post("/demands").then().statusCode(403);
    sending(DESK, dwelling("GUICHET-1", "44109")).post("/vacancies").then().statusCode(403);
    sending("prefecture.44", lease(today())).post("/proposals/1/lease").then().statusCode(403);
    as(LANDLORD).get("/vacancies/999999999").then().statusCode(404);
    sending(LANDLORD, "{}").post("/proposals/999999999/acceptance").then().statusCode(404);
  }

  @Test
  void theDescriptionThatIsServedIsTheOneThatIsKept() throws Exception {
    String served =
        as(DESK)
            .basePath("")
            .get("/openapi?format=YAML")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    Path kept = Path.of(System.getProperty("test.home"), "docs", "api", "openapi.yaml");
    assertThat(served.strip()).isEqualTo(Files.readString(kept).strip());
  }

  @Test
  void codeListsAreOpenToEveryAgent() {
    as("adil.44")
        .get("/code-lists/DEMAND_MOTIVE")
        .then()
        .statusCode(200)
        .body("code", hasItems("01", "09"));
    as("adil.44").get("/code-lists/NONSENSE").then().statusCode(404);
  }

  private static void may(String login, List<String> asked, int... answers) {
    for (int i = 0; i < answers.length; i++) {
      assertThat(as(login).get(asked.get(i)).statusCode())
          .as(login + " " + asked.get(i))
          .isEqualTo(answers[i]);
    }
  }

  private static long declare() {
    Number vacancy =
        sending(LANDLORD, dwelling("IT-" + UUID.randomUUID(), "44109"))
            .post("/vacancies")
            .then()
            .statusCode(201)
            .extract()
            .path("vacancyId");
    return vacancy.longValue();
  }

  private static Number proposalOf(String uniqueNumber) {
    return as(LANDLORD)
        .get("/demands/{number}", uniqueNumber)
        .then()
        .statusCode(200)
        .extract()
        .path("proposals[0].proposalId");
  }

  private static String statusOf(String uniqueNumber) {
    return as(LANDLORD).get("/demands/{number}", uniqueNumber).path("proposals[0].status");
  }

  private static Map<String, Object> lease(LocalDate signedOn) {
    return Map.of(
        "signedOn",
        signedOn.toString(),
        "wasTenantOfLandlord",
        false,
        "collectiveAgreement",
        "AUCUN",
        "daloStatus",
        "NON",
        "quota",
        "AUCUN",
        "situationConfirmed",
        true);
  }
}
