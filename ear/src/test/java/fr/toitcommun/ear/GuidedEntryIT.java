package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A demand typed in the steps of the paper form: by keyboard alone, and never lost. */
class GuidedEntryIT extends BrowserTest {
  private static final String DESK = "guichet.nantes";

  @Test
  void fourPersonsAreEnteredFromPaperWithoutTheMouse() {
    Page page = browser.signedIn(DESK);
    page.navigate(Browser.address("/register.xhtml"));
    // From here on nothing is done to the page but by its keyboard.
    Keys keys = new Keys(page);
    keys.field("depositDate", "");
    keys.box("identityChecked");
    keys.field("applicant_civility", "Mad");
    keys.field("applicant_surname", "Guivarc'h");
    keys.field("applicant_givenName", "Maëlle");
    keys.field("applicant_birthName", "Le Bihan");
    keys.field("applicant_birthDate", "12031985");
    keys.field("applicant_sex", "");
    keys.field("applicant_nationality", "Fran");
    keys.step("applicant_otherPhone");
    keys.field("applicant_otherPhone", "02 40 12 34");
    keys.step("contact_addressLine");
    keys.field("contact_addressLine", "3 rue des Lilas");
    keys.field("contact_building", "B");
    keys.field("contact_floor", "2e");
    keys.field("contact_apartment", "24");
    keys.step("contact_postalCode");
    keys.field("contact_postalCode", "44000");
    // The only municipality of that postal code has come by itself.
    assertThat(page.locator("#contact_city_input")).hasValue("Nantes");
    keys.field("contact_city_input", "");
    keys.box("contact_emailAgreed");
    // What seldom applies is folded, and unfolds by keyboard.
    keys.at("contact_wantsPost").press("Space").press("Tab").press("Tab").press("Space");
    keys.tabTo("helper_structure").type("CCAS de Nantes").press("Enter");
    keys.at("helper_name").press("Control+Enter");

    keys.at("co_add").press("Enter");
    keys.field("coApplicants_0_civility", "Mon");
    keys.field("coApplicants_0_surname", "Guivarc'h");
    keys.field("coApplicants_0_givenName", "Erwan");
    keys.field("coApplicants_0_birthName", "");
    keys.field("coApplicants_0_birthDate", "02/07/1983");
    keys.field("coApplicants_0_sex", "");
    keys.field("coApplicants_0_applicantLink", "Conj");
    keys.field("coApplicants_0_nationality", "Fran");
    keys.at("coApplicants_0_familySituation").press("Control+Enter");

    keys.at("expectedChildren").press("Insert");
    keys.field("dependants_0_surname", "Guivarc'h");
    keys.field("dependants_0_givenName", "Lou");
    keys.field("dependants_0_birthDate", "01092015");
    keys.field("dependants_0_sex", "");
    keys.field("dependants_0_kinship", "Enf");
    keys.at("dependants_0_custody").press("Insert");
    keys.field("dependants_1_surname", "Guivarc'h");
    keys.field("dependants_1_givenName", "Tom");
    keys.field("dependants_1_birthDate", "15.4.2019");
    keys.field("dependants_1_sex", "");
    keys.field("dependants_1_kinship", "Enf");
    keys.at("dependants_1_custody").press("Alt+ArrowRight");

    keys.field("applicant_workContract", "C");
    keys.field("applicant_profession", "Soudeuse");
    keys.field("applicant_employer", "Chantiers de l’Estuaire");
    keys.field("applicant_employerPostalCode", "44600");
    keys.field("applicant_employerCity", "Saint-Nazaire");
    keys.at("applicant_employerContributes").press("Tab").press("Space");
    keys.tabTo("applicant_employerSiret").type("12345678901234").press("Enter");
    keys.step("applicant_taxIncomeN2");
    keys.field("applicant_taxIncomeN2", "14 000");
    keys.step("applicant_resources_0_code");
    keys.field("applicant_resources_0_code", "Sal");
    keys.at("applicant_resources_0_amount").type("1400").press("Insert");
    keys.field("applicant_resources_1_code", "All");
    keys.at("applicant_resources_1_amount").type("140").press("Control+Enter");

    keys.field("currentHousing_tenure", "Locataire du");
    keys.step("currentHousing_housingAid");
    keys.field("currentHousing_housingAid", "180");
    keys.at("currentHousing_since").press("Control+Enter");
    keys.field("motives_main", "Log");
    keys.at("motives_second").press("Control+Enter");

    keys.field("sought_category", "Ind");
    keys.step("sought_types:3");
    keys.box("sought_types:3");
    keys.step("sought_add_input");
    keys.at("sought_add_input").type("nant");
    keys.choose("Nantes (44000)");
    assertThat(page.locator("#location_out_0")).isVisible();
    keys.at("sought_add_input").type("44800");
    keys.choose("Saint-Herblain");
    assertThat(page.locator("#location_out_1")).isVisible();
    keys.at("sought_add_input").press("Shift+Tab");
    keys.at("location_out_1").press("Alt+ArrowUp");
    assertThat(page.locator(".ranked .place").first()).containsText("Saint-Herblain");
    // Nantes once more, for one of its districts.
    keys.tabTo("sought_add_input").type("nant");
    keys.choose("Nantes (44000)");
    keys.at("sought_locations_2_district").press("ArrowDown");
    String district =
        page.locator("#sought_locations_2_district option:checked").innerText().strip();
    keys.tabTo("sought_add_input").press("Enter");
    keys.at("sought_acceptsOtherLocations:0").press("Space").press("Enter");
    keys.step("sought_acceptsTopFloor");
    keys.box("sought_acceptsTopFloor");
    keys.step("sought_needsAdaptedDwelling");
    keys.box("sought_needsAdaptedDwelling");
    keys.box("sought_sharedTenancy");

    // The recapitulation tells everything, asks about what is odd, and Enter saves.
    DemandSteps.at(page, "RECAP");
    assertThat(page.locator(".steps .wrong")).hasCount(0);
    assertThat(page.locator("#step_RECAP").innerText())
        .containsSubsequence(
            "Guivarc'h",
            "12/03/1985",
            "02 40 12 34",
            "24",
            "CCAS de Nantes",
            "Erwan",
            "Lou",
            "Tom",
            "Saint-Nazaire",
            "12345678901234",
            "180",
            "Saint-Herblain",
            "Nantes",
            district);
    Accessibility.everywhere(page);
    keys.at("doubts_0").press("Control+Enter");
    assertThat(page.locator("#doubts_0_error")).containsText("rien n’est encore enregistré");
    assertThat(page.locator("#doubts_1")).hasAttribute("aria-invalid", "true");
    Accessibility.everywhere(page);
    page.reload();
    DemandSteps.at(page, "RECAP");
    keys.box("doubts_0");
    keys.box("doubts_1");
    String number = DemandSteps.number(page);
    assertThat(page.locator("main")).containsText("4 personnes");
    assertThat(page.locator("main")).containsText("Chantiers de l’Estuaire, Saint-Nazaire");
    assertThat(page.locator("#wishes")).containsText("Nantes (44000), " + district);
    Accessibility.everywhere(page);
    assertThat(number).startsWith("044");
    page.context().close();
  }

  @Test
  void L_442_8_1_anAssociationIsEnteredWithoutTheMouse() {
    Page page = browser.signedIn(DESK);
    page.navigate(Browser.address("/register.xhtml"));
    Keys keys = new Keys(page);
    keys.field("depositDate", "");
    keys.at("identityChecked").press("Space");
    keys.tabTo("change_kind").press("Enter");
    keys.field("legalPerson_name", "Association La Maison d’à côté");
    keys.field("legalPerson_siren", "784123456");
    keys.field("legalPerson_rna", "");
    keys.field("legalPerson_createdOn", "02041998");
    // Of the form a body fills in three parts.
    assertThat(page.locator("#where_step")).hasText("Étape 1 sur 3");
    assertThat(page.locator("#go_HOUSING")).hasCount(0);
    assertThat(page.locator("#applicant_birthDate")).hasCount(0);
    Accessibility.everywhere(page);
    // A person after all, and back: nothing is lost.
    page.locator("#change_kind").focus();
    keys.at("change_kind").press("Enter");
    keys.at("applicant_civility");
    assertThat(page.locator("#legalPerson_name")).hasCount(0);
    keys.press("Shift+Tab");
    keys.at("change_kind").press("Enter");
    keys.at("legalPerson_name");
    assertThat(page.locator("#legalPerson_siren")).hasValue("784123456");
    keys.step("applicant_surname");
    keys.field("applicant_surname", "Bihannic");
    keys.field("applicant_givenName", "Goulven");
    keys.field("applicant_phone", "0240123456");
    keys.step("contact_addressLine");
    keys.field("contact_addressLine", "1 quai de la Fosse");
    keys.step("contact_postalCode");
    keys.field("contact_postalCode", "44000");
    assertThat(page.locator("#contact_city_input")).hasValue("Nantes");
    keys.at("contact_city_input").press("Control+Enter");
    DemandSteps.at(page, "SOUGHT");
    keys.field("sought_category", "Ind");
    keys.step("sought_types:1");
    keys.box("sought_types:1");
    keys.step("sought_add_input");
    keys.at("sought_add_input").type("44800");
    keys.choose("Saint-Herblain");
    assertThat(page.locator("#location_out_0")).isVisible();
    keys.at("sought_add_input").press("Enter");
    keys.at("sought_acceptsOtherLocations:0").press("Space").press("Control+Enter");
    DemandSteps.at(page, "RECAP");
    Accessibility.everywhere(page);
    assertThat(page.locator("#step_RECAP")).not().containsText("Logement actuel");
    keys.at("save_below").press("Enter");
    String number = DemandSteps.number(page);
    assertThat(page.locator("h1")).hasText("Association La Maison d’à côté");
    assertThat(page.locator("#household")).containsText("784123456");
    Accessibility.everywhere(page);
    page.navigate(Browser.address("/documents.xhtml?number=" + number));
    assertThat(page.locator("h1")).containsText("Association La Maison d’à côté");
    page.navigate(Browser.address("/modify.xhtml?number=" + number));
    assertThat(page.locator(".steps li")).hasCount(3);
    page.fill("#legalPerson_rna", "W441234567");
    page.click("#save");
    assertThat(page.locator(".notice.good")).containsText("enregistrés");
    assertThat(page.locator("#household")).containsText("W441234567");
    page.context().close();
  }

  @Test
  void whatIsTypedIsFoundAgainAfterAClosedBrowser() {
    Page page = browser.signedIn(DESK);
    page.navigate(Browser.address("/register.xhtml"));
    page.fill("#applicant_surname", "Brouillonne");
    page.fill("#applicant_givenName", "Anaïs");
    page.fill("#applicant_birthDate", "29/0");
    // Nothing is pressed: it is kept while one types, what is half typed left out.
    assertThat(page.locator("#kept")).containsText("Saisie gardée à");
    page.context().close();

    Page again = browser.signedIn(DESK);
    again.navigate(Browser.address("/register.xhtml"));
    Accessibility.everywhere(again);
    again.locator(".drafts a", new Page.LocatorOptions().setHasText("Anaïs Brouillonne")).click();
    assertThat(again.locator("#applicant_surname")).hasValue("Brouillonne");
    assertThat(again.locator("#applicant_birthDate")).hasValue("");
    again.fill("#applicant_birthDate", "29/02/1988");
    assertThat(again.locator("#lost")).isHidden();
    again.navigate(Browser.address("/register.xhtml"));
    Locator mine =
        again.locator(".drafts li").filter(new Locator.FilterOptions().setHasText("Brouillonne"));
    mine.locator("input[type=submit]").click();
    assertThat(again.locator(".notice.good")).containsText("supprimée");
    assertThat(mine).hasCount(0);
    again.context().close();
  }

  @Test
  void aLostSessionAReloadAndTheWayBackKeepWhatWasTyped() {
    Page page = browser.signedIn(DESK);
    page.navigate(Browser.address("/register.xhtml"));
    DemandSteps.applicant(page, "Rechargée", "Nora");
    DemandSteps.next(page, "CO_APPLICANTS");
    page.goBack();
    DemandSteps.at(page, "APPLICANT");
    assertThat(page.locator("#applicant_surname")).hasValue("Rechargée");
    assertThat(page.locator("#contact_city_input")).hasValue("Nantes");
    page.fill("#applicant_phone", "0612345678");
    page.locator("#applicant_phone").blur();
    page.waitForResponse(
        answer -> answer.request().method().equals("POST"),
        () -> page.fill("#contact_hostedBy", "Mme Roux"));
    page.reload();
    assertThat(page.locator("#applicant_phone")).hasValue("0612345678");
    assertThat(page.locator("#contact_hostedBy")).hasValue("Mme Roux");

    page.context().clearCookies();
    page.click("#next");
    page.locator("input[name=j_username]").fill(DESK);
    page.locator("input[name=j_password]").fill(AsAgent.PASSWORD);
    page.locator("input[name=j_password]").press("Enter");
    page.locator("#step_APPLICANT").waitFor();
    assertThat(page.locator("#applicant_surname")).hasValue("Rechargée");
    assertThat(page.locator("#contact_hostedBy")).hasValue("Mme Roux");
    page.context().close();
  }

  @Test
  void twoWindowsOnOneEntryLoseNothing() {
    Page first = browser.signedIn(DESK);
    first.navigate(Browser.address("/register.xhtml"));
    DemandSteps.applicant(first, "Dédoublée", "Inès");
    DemandSteps.next(first, "CO_APPLICANTS");
    Page second = first.context().newPage();
    second.navigate(first.url());
    second.click("#back");
    DemandSteps.at(second, "APPLICANT");
    first.click("#co_add");
    first.fill("#coApplicants_0_surname", "Gardée-À-Part");
    first.click("#back");
    DemandSteps.at(first, "APPLICANT");
    assertThat(first.locator(".notice.good")).containsText("autre fenêtre");
    assertThat(first.url()).isNotEqualTo(second.url());
    first.context().close();
  }

  @Test
  void theStepsTellWhatIsWrongAndLeadThere() {
    Page page = browser.signedIn(DESK);
    page.navigate(Browser.address("/register.xhtml"));
    Accessibility.everywhere(page);
    page.fill("#applicant_surname", "Fautive");
    page.click("#next");
    // Said once at the fields; who goes on all the same may.
    assertThat(page.locator("#identityChecked")).isFocused();
    assertThat(page.locator("#applicant_givenName")).hasAttribute("aria-invalid", "true");
    Accessibility.everywhere(page);
    DemandSteps.next(page, "CO_APPLICANTS");
    assertThat(page.locator(".steps li").first()).containsText("à corriger");
    page.click("#co_add");
    assertThat(page.locator("#coApplicants_0_civility")).isFocused();
    Accessibility.everywhere(page);
    page.click("#go_SOUGHT");
    DemandSteps.at(page, "SOUGHT");
    Accessibility.everywhere(page);
    for (String step : List.of("HOUSEHOLD", "RESOURCES", "HOUSING", "MOTIVES")) {
      page.click("#go_" + step);
      DemandSteps.at(page, step);
      Accessibility.everywhere(page);
    }
    page.click("#go_RECAP");
    DemandSteps.at(page, "RECAP");
    page.click("#save");
    assertThat(page.locator("#recap_faults")).containsText("Motif principal");
    Accessibility.everywhere(page);
    page.locator("#recap_faults a", new Page.LocatorOptions().setHasText("Motif principal"))
        .click();
    DemandSteps.at(page, "MOTIVES");
    assertThat(page.locator("#motives_main")).isFocused();
    assertThat(page.locator("#motives_main")).hasAttribute("aria-invalid", "true");
    page.context().close();
  }

  /** A practised agent: looks at the paper, and at the field that has the keyboard. */
  private record Keys(Page page) {
    /** Waits until this field has the keyboard. */
    Keys at(String id) {
      page.waitForFunction(
          "id => document.readyState === 'complete' && document.activeElement.id === id", id);
      return this;
    }

    Keys type(String text) {
      page.keyboard().type(text);
      return this;
    }

    Keys press(String key) {
      page.keyboard().press(key);
      return this;
    }

    /** Types into the field, which has the keyboard, and goes on. */
    void field(String id, String text) {
      at(id).type(text).press("Enter");
    }

    /** Ticks the box, which has the keyboard, and goes on. */
    void box(String id) {
      at(id).press("Space").press("Enter");
    }

    /** Passes fields by that stay empty. */
    void step(String id) {
      for (int i = 0; i < 12 && !here(id); i++) {
        press("Enter");
      }
      at(id);
    }

    Keys tabTo(String id) {
      for (int i = 0; i < 12 && !here(id); i++) {
        press("Tab");
      }
      return at(id);
    }

    /** Takes the first offered, once it is what was meant. */
    void choose(String meant) {
      page.waitForFunction(
          "meant =>"
              + " [...document.querySelectorAll('.ui-autocomplete-item.ui-state-highlight')].some(one"
              + " => one.getClientRects().length && one.textContent.includes(meant))",
          meant);
      press("Enter");
      page.waitForFunction("() => PrimeFaces.ajax.Queue.isEmpty()");
    }

    private boolean here(String id) {
      return id.equals(page.evaluate("document.activeElement.id"));
    }
  }
}
