package fr.toitcommun.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page an agent may open: WCAG 2.1 AA by axe, on a desk's screen and on a phone, in both
 * languages.
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AccessibilityIT {
  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
  private static final String DESCRIBED =
      "/candidates.xhtml?municipality=44109&type=T2&scheme=PLUS";

  private static Browser browser;

  @Deployment(testable = false)
  static EnterpriseArchive application() {
    return ApplicationEar.alone();
  }

  @BeforeAll
  static void open() {
    browser = Browser.start();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @ParameterizedTest
  @CsvSource({
    "guichet.nantes, /home.xhtml /register.xhtml /find.xhtml?q=martin",
    "bailleur.nantes, /home.xhtml /vacancies.xhtml /proposals.xhtml /sessions.xhtml /declare.xhtml",
    "bailleur.nantes, " + DESCRIBED,
    "prefecture.44, /home.xhtml /find.xhtml " + DESCRIBED,
    "departement.44, /home.xhtml /find.xhtml",
    "commune.saint-nazaire, /home.xhtml /register.xhtml",
    "action.logement, /home.xhtml /find.xhtml?q=durand",
    "adil.44, /home.xhtml",
    "commune.sans-guichet, /home.xhtml",
    "gestionnaire, /home.xhtml /find.xhtml?q=le+goff"
  })
  void pagesHaveNoBarrierAndSayThatThisIsADemonstration(String login, String paths) {
    Page page = browser.signedIn(login);
    for (String path : paths.split(" ")) {
      visit(page, path);
      check(page, path);
      assertThat(page.locator("body").innerText()).contains("Démonstration").doesNotContain("???");
    }
    page.context().close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/home.xhtml",
        "/register.xhtml",
        "/find.xhtml?q=martin",
        "/vacancies.xhtml",
        DESCRIBED
      })
  void onAPhoneNothingRunsOutOfThePage(String path) {
    Page page = Browser.signIn(browser.phone(), "bailleur.nantes");
    visit(page, path);
    check(page, path);
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) overflow).intValue()).as(path).isLessThanOrEqualTo(0);
    page.context().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/home.xhtml", "/register.xhtml", "/proposals.xhtml"})
  void inEnglishByChoice(String path) {
    Page page = browser.signedIn("bailleur.nantes");
    visit(page, "/home.xhtml?lang=en");
    visit(page, path);
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    assertThat(page.locator("body").innerText()).doesNotContain("???").contains("Vacant dwellings");
    check(page, path);
    page.context().close();
  }

  @ParameterizedTest
  @CsvSource({
    "adil.44, /find.xhtml?q=martin",
    "adil.44, /register.xhtml",
    "commune.sans-guichet, /find.xhtml?q=martin",
    "guichet.nantes, /vacancies.xhtml",
    "prefecture.44, /sessions.xhtml"
  })
  void R_441_2_6_aPageBeyondOnesRightsIsRefusedWithoutAnyName(String login, String path) {
    Page page = browser.signedIn(login);
    Response response = page.navigate(Browser.address(path));
    assertThat(response.status()).isEqualTo(403);
    assertThat(page.content()).doesNotContain("demand.xhtml?number").doesNotContain("\tat ");
    check(page, path);
    page.context().close();
  }

  private static void visit(Page page, String path) {
    Response response = page.navigate(Browser.address(path));
    assertThat(response.status()).as(path).isEqualTo(200);
  }

  private static void check(Page page, String path) {
    assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
        .as(path)
        .extracting(violation -> violation.getId() + " " + violation.getNodes().get(0).getHtml())
        .isEmpty();
  }
}
