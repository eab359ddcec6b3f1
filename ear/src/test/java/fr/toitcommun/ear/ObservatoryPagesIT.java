package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.Test;

/** Activity, standard tables, definitions, and the list behind a figure. */
class ObservatoryPagesIT extends BrowserTest {
  @Test
  void anAgentReadsTheActivityOfTheDeskAndOfTheFile() {
    Page page = browser.signedIn("bailleur.nantes");
    page.navigate(Browser.address("/observatory.xhtml"));
    assertThat(page.locator(".ob-levels a")).hasCount(4);
    Accessibility.everywhere(page);
    String desk = page.locator(".ob-activity tfoot td").innerText();
    page.locator(".ob-levels a").last().click();
    assertThat(page.locator(".ob-activity tfoot td")).not().hasText(desk);
    String before = page.locator("#activity .hint").innerText();
    page.evaluate("countAgain()");
    assertThat(page.locator(".ob-activity tbody tr")).hasCount(6);
    assertThat(before).contains("Compté");
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

    Page observer = browser.signedIn("adil.44");
    observer.navigate(Browser.address("/tables.xhtml?table=DEMANDS_BY_COMPOSITION"));
    assertThat(observer.locator(".ob-table tbody tr").first()).containsText(number);
    assertThat(observer.locator(".ob-table td a")).hasCount(0);
    Response refused = observer.navigate(Browser.address("/" + link));
    assertThat(refused.status()).isEqualTo(403);
  }

  @Test
  void aTableIsOfATerritoryAtADateAndBesideAnother() {
    Page page = browser.signedIn("adil.44");
    page.navigate(Browser.address("/tables.xhtml?table=STOCK_BY_MUNICIPALITY"));
    page.selectOption("#territory", "244400404");
    page.selectOption("#counting", "ANY");
    page.locator(".ob-filter button").click();
    assertThat(page.locator("h2").first()).containsText("Nantes Métropole");
    assertThat(page.locator("#municipality option")).not().hasCount(1);
    Accessibility.everywhere(page);
    page.navigate(Browser.address("/indicators.xhtml"));
    assertThat(page.locator(".ob-indicator")).not().hasCount(0);
    Accessibility.everywhere(page);
  }
}
