package fr.toitcommun.benchmark;

import java.net.URI;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.TreeSet;

/**
 * A demand of four persons registered through the screen, step by step as a desk does it: every
 * page, every part sent while one types, up to the page of the new demand. What the agent's fingers
 * take is not in it.
 */
final class ScreenRegistration {
  private static final String DESK = "guichet.nantes";
  private static final int WARM_UP = 15;
  private static final int COUNT = 40;
  private static final int COMPARED = 3;
  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Agent desk;
  private final Random random = new Random(2006);

  ScreenRegistration(URI address) {
    desk = Agent.ofPages(address, DESK);
  }

  /** Measures the time of the server for one, and its statements. */
  void measure(Database database, Report report) throws SQLException {
    for (int i = 0; i < WARM_UP; i++) {
      register();
    }
    long[] took = new long[COUNT];
    for (int i = 0; i < COUNT; i++) {
      long start = System.nanoTime();
      register();
      took[i] = System.nanoTime() - start;
    }
    report.note(
        "Four persons registered through the screen, all pages and parts together",
        new Timings(took) + " (" + COUNT + " registrations)");
    if (database == null || !database.countsStatements()) {
      return;
    }
    TreeSet<Long> counts = new TreeSet<>();
    for (int i = 0; i < COMPARED; i++) {
      database.forgetStatements();
      register();
      counts.add(database.statements());
    }
    report.note(
        "SQL statements of it",
        counts.size() == 1 ? counts.first() + "" : counts.first() + " to " + counts.last());
  }

  private void register() {
    String surname =
        "Essai-" + Long.toString(Math.abs(random.nextLong()), 26).replaceAll("\\d", "q");
    FacesPage page = FacesPage.open(desk, "/register.xhtml", "form");
    page.type("identityChecked", "true");
    person(page, "applicant_", surname, "Anne", 34);
    page.part("applicant_surname", "change", "applicant_surname", "duplicates");
    page.part("applicant_birthDate", "change", "applicant_birthDate", "duplicates");
    page.type("applicant_phone", "0612345678")
        .type("contact_addressLine", "3 rue des Lilas")
        .type("contact_postalCode", "44000")
        .type("contact_city_input", "Nantes");
    page.part("keep", null, "form", "");
    page = page.press("next");
    page.part("co_add", null, "coApplicants", "coApplicants");
    person(page, "coApplicants_0_", surname, "Marc", 36);
    page.type("coApplicants_0_applicantLink", "M");
    page = page.press("next");
    page.part("dependants_add", null, "dependants", "dependants");
    page.part("dependants_add", null, "dependants", "dependants");
    for (int child = 0; child < 2; child++) {
      String path = "dependants_" + child + "_";
      page.type(path + "surname", surname)
          .type(path + "givenName", child == 0 ? "Lise" : "Tom")
          .type(path + "birthDate", born(5 + child))
          .type(path + "kinship", "E");
    }
    page = page.press("next");
    for (String path : new String[] {"applicant_", "coApplicants_0_"}) {
      page.type(path + "workContract", "CDI")
          .type(path + "employer", "Atelier du Sillon")
          .type(path + "taxIncomeN2", "18000")
          .type(path + "resources_0_code", "SAL")
          .type(path + "resources_0_amount", "1500");
    }
    page = page.press("next");
    page.type("currentHousing_tenure", "LP")
        .type("currentHousing_type", "T2")
        .type("currentHousing_surface", "48")
        .type("currentHousing_occupants", "4")
        .type("currentHousing_rent", "650")
        .type("currentHousing_since", "01/06/2019");
    page = page.press("next");
    page.type("motives_main", "13").type("motives_second", "09");
    page = page.press("next");
    page.type("sought_category", "I")
        .type("sought_types", "T4")
        .type("sought_maximumRent", "800")
        .type("sought_acceptsOtherLocations", "true")
        .type("sought_add_input", "Nantes")
        .type("sought_add_hinput", "44109")
        .type("sought_add_itemSelect", "44109");
    page.part("sought_add", "itemSelect", "sought_locations", "sought_locations");
    page.type("sought_add_input", "").type("sought_add_hinput", "");
    page = page.press("next");
    String file = page.pressed("save");
    if (!file.contains(surname) || !file.contains("id=\"registered-title\"")) {
      throw new IllegalStateException("Not registered: " + file);
    }
  }

  private static void person(FacesPage page, String path, String surname, String name, int age) {
    page.type(path + "civility", "Anne".equals(name) ? "2" : "1")
        .type(path + "surname", surname)
        .type(path + "givenName", name)
        .type(path + "birthDate", born(age))
        .type(path + "nationality", "1")
        .type(path + "familySituation", "M");
  }

  private static String born(int yearsAgo) {
    return TYPED.format(LocalDate.now().minusYears(yearsAgo).minusDays(100));
  }
}
