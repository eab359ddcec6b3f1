package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.toitcommun.ear.Calls.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import fr.toitcommun.persistence.observatory.Indicator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Activity, standard tables, definitions, and the list behind a figure. */
class ObservatoryPagesIT extends BrowserTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void anAgentReadsTheActivityOfTheDeskAndOfTheFile() {
    Page page = browser.signedIn("bailleur.nantes");
    page.navigate(Browser.address("/observatory.xhtml"));
    assertThat(page.locator(".ob-levels a")).hasCount(4);
    Accessibility.everywhere(page);
    String desk = page.locator(".ob-activity tfoot td").innerText();
    page.locator(".ob-levels a").last().click();
    assertThat(page.locator(".ob-activity tfoot td")).not().hasText(desk);
    // What is shown is what was counted now, not what stood on the page.
    page.evaluate(
        "document.querySelector('#activity .hint').textContent = 'autrefois';"
            + "document.querySelector('.ob-activity tfoot td').textContent = 'rien';"
            + "countAgain()");
    assertThat(page.locator("#activity .hint").first()).containsText("Compté");
    assertThat(page.locator(".ob-activity tfoot td")).hasText(Pattern.compile("\\d+|secret"));
    assertThat(page.locator(".ob-activity tbody tr")).hasCount(6);
  }

  @Test
  void theHomePageTellsTheWholeUnderItsLinesAndNoMoreThanTheActivityPage() {
    Page page = browser.signedIn("adil.44");
    page.navigate(Browser.address("/home.xhtml"));
    List<String> tiles = page.locator(".tiles dd b").allInnerTexts();
    assertThat(page.locator("#by_epci tfoot td").first()).hasText(tiles.get(0));
    assertThat(page.locator("#by_epci tbody tr").count()).isLessThanOrEqualTo(13);
    page.navigate(Browser.address("/observatory.xhtml?level=TERRITORY"));
    assertThat(page.locator(".ob-activity tfoot td")).hasText(tiles.get(0));
    for (int row = 0; row < 4; row++) {
      assertThat(page.locator(".ob-activity tbody tr").nth(row).locator("td").last())
          .hasText(tiles.get(row + 1));
    }
    page.context().close();
  }

  @Test
  void theHomePageOfADepartementOfFewEpciHasThemAllAndTheirWhole() throws Exception {
    Page page = browser.signedIn(observerOfMayenneAlone());
    page.navigate(Browser.address("/home.xhtml"));
    Locator rows = page.locator("#by_epci tbody tr");
    assertThat(rows.count()).isBetween(1, 11);
    assertThat(page.locator("#by_epci tbody td")).hasCount(2 * rows.count());
    assertThat(page.locator("#by_epci tfoot td")).hasCount(2);
    assertThat(page.locator("#by_epci tfoot td").first())
        .hasText(page.locator(".tiles dd b").first().innerText());
    assertThat(page.locator("#epci-title ~ p a")).hasCount(0);
    for (Locator kept : page.locator("#by_epci td.secret").all()) {
      assertThat(kept).hasAttribute("title", Pattern.compile("^Non publié"));
    }
    assertThat(page.locator("#by_epci td:not(.secret)[title]")).hasCount(0);
    Accessibility.everywhere(page);
    page.context().close();
  }

  /** An agent of the demonstration who sees one département, given the password of the others. */
  private static String observerOfMayenneAlone() throws SQLException {
    try (Connection database =
            DriverManager.getConnection(
                System.getenv("TOITCOMMUN_DB_URL"),
                System.getenv("TOITCOMMUN_DB_USER"),
                System.getenv("TOITCOMMUN_DB_PASSWORD"));
        PreparedStatement opened =
            database.prepareStatement(
                """
                update agent set password_hash = (select password_hash from agent where login = 'adil.44')
                where id = (
                  select min(a.id) from agent a join partner p on p.id = a.partner_id
                  where a.demonstration and a.active and p.kind = 'INFORMATION_AGENCY'
                    and (select array_agg(t.level || t.code) from partner_territory t where t.partner_id = p.id)
                      = array['DEPARTEMENT53'])
                returning login
                """);
        ResultSet login = opened.executeQuery()) {
      assertThat(login.next()).isTrue();
      return login.getString(1);
    }
  }

  @Test
  void R_441_2_6_aFigureLeadsToItsDemandsForThoseWhoMaySeeNamesAlone() {
    Page page = browser.signedIn("bailleur.nantes");
    page.navigate(Browser.address("/tables.xhtml?table=DEMANDS_BY_COMPOSITION"));
    Accessibility.everywhere(page);
    Locator figure = page.locator(".ob-table tbody tr").first().locator("td a").first();
    String number = figure.innerText();
    String link = figure.getAttribute("href");
    figure.click();
    assertThat(page.locator("h1 .count")).hasText(number);
    assertThat(page.locator("tbody tr")).not().hasCount(0);
    Accessibility.everywhere(page);

    page.navigate(Browser.address("/tables.xhtml?table=DEMANDS_BY_COMPOSITION"));
    Locator total = page.locator(".ob-table tfoot td a").first();
    String all = total.innerText();
    total.click();
    assertThat(page.locator("h1 .count")).hasText(all);

    Page observer = browser.signedIn("adil.44");
    observer.navigate(Browser.address("/tables.xhtml?table=DEMANDS_BY_COMPOSITION"));
    assertThat(observer.locator(".ob-table tbody tr").first()).containsText(number);
    assertThat(observer.locator(".ob-table td a")).hasCount(0);
    Response refused = observer.navigate(Browser.address("/" + link));
    assertThat(refused.status()).isEqualTo(403);
  }

  @Test
  void theQueryPageHasTheFiguresOfTheInterface() {
    Page page = browser.signedIn("gestionnaire");
    awaitHistory(page);
    int compared = 0;
    for (Indicator indicator : Indicator.values()) {
      String question = ObservatoryIT.onOneDate(indicator);
      page.navigate(Browser.address("/query.xhtml?" + question));
      List<String> shown = page.locator("#figures tbody td").allInnerTexts();
      List<List<Map<String, Object>>> told =
          as("gestionnaire").get("/observatory/figures?" + question).path("cells");
      assertThat(shown).as("%s", indicator).hasSameSizeAs(told);
      for (int row = 0; row < shown.size(); row++) {
        Number value = (Number) told.get(row).get(0).get("value");
        if (value == null) {
          assertThat(shown.get(row)).as("%s", indicator).isIn("secret", "–");
        } else {
          assertThat(
                  Double.parseDouble(
                      shown.get(row).replaceAll("[ \u00a0\u202f]", "").replace(',', '.')))
              .as("%s, row %s", indicator, row)
              .isCloseTo(value.doubleValue(), within(0.051));
          compared++;
        }
      }
    }
    assertThat(compared).isPositive();
  }

  @Test
  void aDayThatNobodyTellsIsNotSaidToBeToday() {
    Page page = browser.signedIn("adil.44");
    String day = "&rows=EPCI&from=2010-01-01&to=2010-01-01";
    page.navigate(Browser.address("/query.xhtml?indicator=ACTIVE" + day));
    assertThat(page.locator(".qy-facts li").first()).hasText("Le 01/01/2010\u00a0: non connu.");
    assertThat(page.locator(".qy-result .empty")).containsText("Non connu");
    page.navigate(
        Browser.address("/query.xhtml?indicator=ACTIVE&f.EPCI=244900015&rows=MUNICIPALITY"));
    assertThat(page.locator("input[name='f.EPCI'][value='244900015']")).isChecked();
  }

  @Test
  void aDayThatIsNoneIsToldAtItsField() {
    Page page = browser.signedIn("adil.44");
    for (String day : new String[] {"foo", "0001-01-01", "-999999999-01-01"}) {
      Response told =
          page.navigate(Browser.address("/tables.xhtml?day=" + day + "&compared=" + day));
      assertThat(told.status()).isEqualTo(200);
      assertThat(page.locator("#day_error")).containsText("date");
      assertThat(page.locator("#compared_error")).containsText("date");
      assertThat(page.locator(".ob-table")).hasCount(0);
    }
    Accessibility.everywhere(page);
    awaitHistory(page);
    page.navigate(Browser.address("/tables.xhtml?day=2026-01-17"));
    assertThat(page.locator("#day")).hasValue("2026-01-17");
    assertThat(page.locator(".ob-when")).containsText("01/01/2026");
  }

  @Test
  void aTableIsOfATerritoryAtADateAndBesideAnother() {
    Page page = browser.signedIn("adil.44");
    awaitHistory(page);
    page.navigate(Browser.address("/tables.xhtml?table=STOCK_BY_MUNICIPALITY"));
    page.selectOption("#territory", "244400404");
    page.selectOption("#counting", "ANY");
    page.locator(".ob-filter button").click();
    assertThat(page.locator("h2").first()).containsText("Nantes Métropole");
    assertThat(page.locator("#municipality option")).not().hasCount(1);
    assertThat(page.locator(".ob-table .ob-share")).hasCount(0);
    Accessibility.everywhere(page);
    page.selectOption("#counting", "FIRST");
    page.selectOption("#day", "2026-01-01");
    page.selectOption("#compared", "2025-01-01");
    page.locator(".ob-filter button").click();
    assertThat(page.locator(".ob-when")).containsText("01/01/2026");
    assertThat(page.locator(".ob-when")).not().containsText("en direct");
    assertThat(page.locator(".ob-table thead")).containsText("Au 01/01/2025");
    assertThat(page.locator(".ob-table tfoot .ob-share")).hasText("100,0");
    assertThat(page.locator(".ob-table tfoot .ob-change")).not().isEmpty();
    Accessibility.everywhere(page);
    page.navigate(Browser.address("/tables.xhtml?table=SATISFIED_BY_AGE&compared=2026-01-01"));
    assertThat(page.locator(".ob-table thead")).containsText("Du 01/01/2025 au 31/12/2025");
    page.navigate(
        Browser.address(
            "/tables.xhtml?table=TENSION_BY_EPCI&territory=244400404&municipality=44109"));
    assertThat(page.locator("#left")).containsText("Pression");
    page.navigate(Browser.address("/tables.xhtml?table=YEARS"));
    assertThat(page.locator(".ob-table tbody .under")).hasCount(0);
    page.click("#bases");
    assertThat(page.locator(".ob-table tbody .under").first()).containsText("Compté sur");
    page.navigate(Browser.address("/indicators.xhtml"));
    assertThat(page.locator(".ob-indicator")).not().hasCount(0);
    Accessibility.everywhere(page);
  }

  /** A demonstration writes its past beside its first minutes. */
  private static void awaitHistory(Page page) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    do {
      assertThat(System.nanoTime()).as("patience").isLessThan(until);
      // While it does, a page may take its time.
      page.waitForTimeout(2000);
      page.navigate(
          Browser.address("/tables.xhtml"),
          new Page.NavigateOptions().setTimeout(PATIENCE.toMillis()));
    } while (page.locator("#day option[value='2026-01-01']").count() == 0
        || page.locator("#day option[value='2025-01-01']").count() == 0);
  }
}
