package fr.toitcommun.ear;

import static fr.toitcommun.ear.Calls.as;
import static fr.toitcommun.ear.Calls.form;
import static fr.toitcommun.ear.Calls.register;
import static fr.toitcommun.ear.Calls.sending;
import static fr.toitcommun.ear.Calls.today;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a letting needs before a browser comes to it: vacant dwellings and applicants, in a small
 * municipality that no other test touches.
 *
 * @param code INSEE code of the municipality
 * @param name its name
 */
record Letting(String code, String name) {
  static final String LANDLORD = "bailleur.nantes";
  static final String OTHER_LANDLORD = "bailleur.saint-nazaire";

  /**
   * A dwelling that was declared vacant.
   *
   * @param address no other dwelling has it
   */
  record Home(long vacancy, String address) {}

  /** An address that no other dwelling has. */
  static String address() {
    return "7 allée des Essais " + UUID.randomUUID().toString().substring(0, 8);
  }

  /** Declares a T2 under PLUS vacant there, for the landlord of Nantes. */
  Home vacant() {
    return vacant("T2", "PLUS");
  }

  /** Declares a dwelling vacant there, for the landlord of Nantes. */
  Home vacant(String type, String scheme) {
    String address = address();
    Map<String, Object> dwelling = Calls.dwelling(address, code);
    dwelling.put("address", address);
    dwelling.put("type", type);
    dwelling.put("scheme", scheme);
    Number vacancy =
        sending(LANDLORD, dwelling)
            .post("/vacancies")
            .then()
            .statusCode(201)
            .extract()
            .path("vacancyId");
    return new Home(vacancy.longValue(), address);
  }

  /**
   * A demand of a person alone for a T2 there.
   *
   * @param daysAgo since when it waits, at most a year
   * @return its number
   */
  String waiting(String surname, int daysAgo) {
    Map<String, Object> demand = form(surname, code);
    demand.put("depositDate", today().minusDays(daysAgo).toString());
    return register("guichet.nantes", demand);
  }

  /** Proposes a dwelling of the landlord of Nantes. */
  static void propose(Home home, String... numbers) {
    sending(LANDLORD, Map.of("uniqueNumbers", List.of(numbers)))
        .post("/vacancies/{id}/proposals", home.vacancy())
        .then()
        .statusCode(201);
  }

  /** The landlord's latest proposal to this demand. */
  static long proposalTo(String number) {
    Number proposal =
        as(LANDLORD)
            .get("/demands/{number}", number)
            .then()
            .statusCode(200)
            .extract()
            .path("proposals[0].proposalId");
    return proposal.longValue();
  }

  /** Address of the applicants for a T2 there under PLUS. */
  String described() {
    return "/candidates.xhtml?municipality=" + code + "&type=T2&scheme=PLUS";
  }

  /** How many applicants a T2 there under PLUS has. */
  int applicants() {
    return as(LANDLORD)
        .get("/candidates?municipality=" + code + "&type=T2&scheme=PLUS")
        .then()
        .statusCode(200)
        .extract()
        .path("total");
  }

  /** Takes demands out of the file again, so that the next test finds the list short. */
  static void leave(String... numbers) {
    for (String number : numbers) {
      String version = as(LANDLORD).get("/demands/{number}", number).header("ETag");
      sending(LANDLORD, "{\"reason\": \"RADABA\"}")
          .header("If-Match", version)
          .post("/demands/{number}/cancellation", number)
          .then()
          .statusCode(200);
    }
  }
}
