package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.toitcommun.ear.Calls.as;
import static fr.toitcommun.ear.Calls.sending;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What pages do with a form beyond typing a new one. */
class WholeFormPagesIT extends BrowserTest {
  private static final String DESK = "guichet.nantes";
  private static final String MANAGER = "gestionnaire";

  @Test
  void R_441_2_2_theComplementIsOfferedFilledInAtTheCounterAndReadByWhoHouses() {
    Page page = browser.signedIn(DESK);
    DemandSteps.fill(page, "Complétée-Pages", "Soazig");
    page.click("#go_SOUGHT");
    DemandSteps.at(page, "SOUGHT");
    page.check("#sought_needsAdaptedDwelling");
    DemandSteps.next(page, "RECAP");
    page.click("#save");
    String number = DemandSteps.number(page);
    page.locator(".notice.good.big a[href*=complement]").click();
    page.click("#save");
    assertThat(page.locator("main")).containsText("Rien n’est indiqué dans le complément");
    page.selectOption("#persons_0_state", "EVO");
    page.selectOption("#persons_0_walking", "1");
    page.check("[id='persons_0_technicalAids:2']");
    page.fill("#persons_0_detail", "Porte de 90 cm");
    Accessibility.everywhere(page);
    page.click("#save");
    assertThat(page.locator(".notice.good")).containsText("complément handicap est enregistré");
    // The counter does not read it back.
    page.navigate(Browser.address("/complement.xhtml?number=" + number));
    assertThat(page.locator("main")).containsText("ne s’affiche pas ici");
    assertThat(page.locator("#persons_0_state")).hasValue("");
    page.context().close();

    Page landlord = browser.signedIn(Letting.LANDLORD);
    landlord.navigate(Browser.address("/demand.xhtml?number=" + number));
    landlord.locator("a[href*=complement]").click();
    assertThat(landlord.locator("#persons_0_state")).hasValue("EVO");
    assertThat(landlord.locator("#persons_0_detail")).hasValue("Porte de 90 cm");
    landlord.click("#remove");
    assertThat(landlord.locator(".notice.good")).containsText("retiré");
    landlord.context().close();
  }

  @Test
  void R_441_2_5_aDistrictTheManagerTakesAwayStaysWhereItIsWished() {
    Page manager = browser.signedIn(MANAGER);
    manager.navigate(Browser.address("/districts.xhtml"));
    manager.locator("#municipality_input").pressSequentially("bouguenais");
    manager.locator(".ui-autocomplete-item").first().waitFor();
    manager.keyboard().press("ArrowDown");
    manager.keyboard().press("Enter");
    manager.click("#choose");
    assertThat(manager.locator("h2")).containsText("Bouguenais");
    manager.click("#districts_add");
    manager.fill("#_0_name", "Le Bourg des Essais");
    manager.click("#districts_add");
    manager.locator("#_1_name").waitFor();
    manager.click("#save");
    assertThat(manager.locator("#_1_name")).hasAttribute("aria-invalid", "true");
    manager.fill("#_1_name", "Les Couëts d’essai");
    Accessibility.everywhere(manager);
    manager.click("#save");
    assertThat(manager.locator(".notice.good")).containsText("quartiers sont enregistrés");

    Map<String, Object> form = Calls.form("Bouguenaisienne", "44020");
    List<Map<String, Object>> places = new ArrayList<>();
    places.add(Map.of("municipalityCode", "44020", "district", "44020-01"));
    sought(form).put("locations", places);
    String number = Calls.register(DESK, form);
    manager.locator("#districts_form .line button").first().click();
    assertThat(manager.locator("#_1_name")).hasCount(0);
    manager.click("#save");
    assertThat(manager.locator("#_0_name")).hasValue("Les Couëts d’essai");
    manager.context().close();

    Page page = browser.signedIn(DESK);
    page.navigate(Browser.address("/modify.xhtml?number=" + number));
    page.fill("#applicant_phone", "0240123456");
    page.click("#go_SOUGHT");
    DemandSteps.at(page, "SOUGHT");
    assertThat(page.locator("#sought_locations_0_district")).hasValue("44020-01");
    // Given up and taken again, though a draft was kept in between.
    page.waitForResponse(
        answer -> answer.request().method().equals("POST"),
        () -> page.selectOption("#sought_locations_0_district", ""));
    page.selectOption("#sought_locations_0_district", "44020-01");
    page.click("#save");
    assertThat(page.locator(".notice.good")).containsText("changements sont enregistrés");
    assertThat(page.locator("#wishes")).containsText("Le Bourg des Essais");
    page.context().close();
  }

  @Test
  void L_442_12_amountsOfFormerYearsAreShownWithTheirYearAndMovedOn() {
    int year = Calls.today().getYear() - 2;
    Map<String, Object> form = Calls.form("Années-Passées", "44109");
    Calls.applicant(form).put("taxYear", year - 1);
    Calls.applicant(form).put("taxIncomeN1", 15_000);
    String number = Calls.register(DESK, form);
    Page page = browser.signedIn(DESK);
    page.navigate(Browser.address("/demand.xhtml?number=" + number));
    assertThat(page.locator("#household"))
        .containsText("Revenu fiscal de référence " + (year - 1) + "14");
    page.navigate(Browser.address("/modify.xhtml?number=" + number));
    page.click("#go_RESOURCES");
    DemandSteps.at(page, "RESOURCES");
    assertThat(page.locator("label[for=applicant_taxIncomeN2]"))
        .containsText(String.valueOf(year - 1));
    page.click("#applicant_bring_years");
    assertThat(page.locator("label[for=applicant_taxIncomeN2]")).containsText("" + year);
    assertThat(page.locator("#applicant_taxIncomeN2")).isFocused();
    assertThat(page.locator("#applicant_bring_years")).hasCount(0);
    page.fill("#applicant_taxIncomeN1", "16000");
    page.click("#save");
    assertThat(page.locator(".notice.good")).containsText("changements sont enregistrés");
    Map<String, Object> applicant =
        as(DESK).get("/demands/{number}", number).then().extract().path("form.applicant");
    assertThat(applicant)
        .containsEntry("taxYear", year)
        .containsEntry("taxIncomeN2", 15_000)
        .containsEntry("taxIncomeN1", 16_000);
    page.context().close();
  }

  @Test
  void theMunicipalityOfAnAddressWithCedexStaysWhenThePageIsOpenedAndSaved() {
    Map<String, Object> form = Calls.form("Cédex", "44109");
    form.put(
        "contact",
        Map.of(
            "addressLine",
            "1 rue du Tri",
            "postalCode",
            "44035",
            "city",
            "Nantes Cedex 1",
            "municipalityCode",
            "44109"));
    String number =
        sending(DESK, form)
            .post("/demands?confirmedDoubts=TC-0207")
            .then()
            .statusCode(201)
            .extract()
            .path("uniqueNumber");
    Page page = browser.signedIn(DESK);
    page.navigate(Browser.address("/modify.xhtml?number=" + number));
    page.fill("#applicant_phone", "0240123456");
    page.click("#save");
    assertThat(page.locator(".notice.good")).containsText("changements sont enregistrés");
    assertThat(municipality(number)).isEqualTo("44109");
    page.navigate(Browser.address("/modify.xhtml?number=" + number));
    page.fill("#contact_postalCode", "75001");
    page.fill("#contact_city_input", "Paris");
    page.click("#save");
    assertThat(page.locator(".notice.good")).containsText("changements sont enregistrés");
    assertThat(municipality(number)).isNull();
    page.context().close();
  }

  @Test
  void aChildInCustodyIsKnownByItsBirthDate() {
    Map<String, Object> form = Calls.form("Gardienne", "44109");
    Map<String, Object> child = new LinkedHashMap<>();
    child.put("birthDate", "2016-05-04");
    child.put("custody", "G");
    form.put("dependants", List.of(child));
    String number = Calls.register(DESK, form);
    Page page = browser.signedIn(DESK);
    page.navigate(Browser.address("/demand.xhtml?number=" + number));
    assertThat(page.locator("#household th[scope=row]")).hasText("Enfant né le 04/05/2016");
    page.navigate(Browser.address("/documents.xhtml?number=" + number));
    assertThat(page.locator("body")).not().containsText("null");
    assertThat(page.locator("main")).containsText("Enfant né le 04/05/2016");
    page.navigate(Browser.address("/modify.xhtml?number=" + number));
    page.click("#go_HOUSEHOLD");
    DemandSteps.at(page, "HOUSEHOLD");
    assertThat(page.locator("label[for=dependants_0_surname] .needed")).hasCount(0);
    assertThat(page.locator("label[for=dependants_0_kinship] .needed")).hasCount(0);
    page.context().close();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> sought(Map<String, Object> form) {
    return (Map<String, Object>)
        form.computeIfPresent("sought", (key, of) -> new LinkedHashMap<>((Map<String, Object>) of));
  }

  private static String municipality(String number) {
    return as(DESK)
        .get("/demands/{number}", number)
        .then()
        .statusCode(200)
        .extract()
        .path("form.contact.municipalityCode");
  }
}
