package fr.toitcommun.ear;

import static fr.toitcommun.ear.Calls.as;
import static fr.toitcommun.ear.Calls.form;
import static fr.toitcommun.ear.Calls.sending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Words in addresses that no database takes: answered, never stumbled over. */
class ApiQueryWordsIT extends ApiTest {
  private static final String LANDLORD = "bailleur.nantes";
  private static final String MANAGER = "gestionnaire";

  @Test
  void whatCanBeNoWordIsNamed() {
    named(LANDLORD, "/commitments?epci=%00", "epci", "SIREN_FORMAT");
    named(LANDLORD, "/commitments?epci=24440040", "epci", "SIREN_FORMAT");
    named(LANDLORD, "/commitments/proposals-per-lease?epci=%00", "epci", "SIREN_FORMAT");
    named(LANDLORD, "/dwellings?q=quai%00", "q", "ILLEGAL_CHARACTERS");
    named(LANDLORD, "/dwellings?q=" + "x".repeat(121), "q", "TOO_LONG");
    named(LANDLORD, "/dwellings?municipality=%00", "municipality", "UNKNOWN_MUNICIPALITY");
    named(LANDLORD, "/vacancies?municipality=%00", "municipality", "UNKNOWN_MUNICIPALITY");
    named(LANDLORD, "/agreements?departement=%00", "departement", "UNKNOWN_CODE");
    named(LANDLORD, "/proposals?filter=%00", "filter", "UNKNOWN_CODE");
  }

  @Test
  void whatIsNoUniqueNumberHasNoLease() {
    for (String number : new String[] {"%00", "%27%20or%201=1"}) {
      asWritten(MANAGER)
          .get("/leases?number=" + number)
          .then()
          .statusCode(200)
          .body("total", equalTo(0));
    }
  }

  @Test
  void aFilterOrPlaceThatIsNoneNarrowsNothing() {
    String all = "/candidates?municipality=44109&type=T2&scheme=PLUS";
    int total = total(all);
    assertThat(total).isPositive().isNotEqualTo(total(all + "&filter=motive:05"));
    assertThat(total(all + "&after=%00&filter=motive:%00")).isEqualTo(total);
  }

  @Test
  void whatIsNoLetterPartsTheWordsOfANameSearchedFor() {
    String number = Calls.register(DESK, form("Kerzého Bihanic", "44109"));
    asWritten(LANDLORD)
        .get("/demands?q=Kerzeho%00Bihanic")
        .then()
        .statusCode(200)
        .body("demands.uniqueNumber", hasItem(number));
    assertThat(total("/demands?q=Kerzeho%00Bihanic"))
        .isEqualTo(total("/demands?q=Kerzeho%20Bihanic"));
    named(LANDLORD, "/demands?q=%00", "query", "NOT_A_NAME");
  }

  @Test
  void noNameIsRegisteredWithIt() {
    Map<String, Object> form = form("Zéro", "44109");
    Calls.applicant(form).put("surname", "Z\u0000");
    sending(DESK, form)
        .post("/demands/duplicates")
        .then()
        .statusCode(422)
        .body("faults.code", contains("ILLEGAL_CHARACTERS"));
  }

  private static int total(String address) {
    return asWritten(LANDLORD).get(address).then().statusCode(200).extract().path("total");
  }

  private static RequestSpecification asWritten(String login) {
    return as(login).urlEncodingEnabled(false);
  }

  private static void named(String login, String address, String field, String code) {
    asWritten(login)
        .get(address)
        .then()
        .statusCode(422)
        .body("faults.field", contains(field))
        .body("faults.code", contains(code));
  }
}
