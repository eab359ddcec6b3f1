package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Questions to the observatory: put together by keyboard, shared, kept, and the same for all. */
class QueryJourneyIT extends BrowserTest {
  private static final int MOST_KEYS = 400;

  @Test
  void aQuestionIsPutTogetherByKeyboardSharedKeptAndOpenedAgain() {
    Page page = browser.signedIn("prefecture.44");
    page.navigate(Browser.address("/query.xhtml"));
    assertThat(page.locator("#h-examples")).isVisible();
    Accessibility.everywhere(page);
    choose(page, "rows", "AGE");
    choose(page, "columns", "TRANSFER");
    press(page, "ask", "Enter");
    page.waitForURL(url -> url.contains("rows=AGE&columns=TRANSFER"));
    assertThat(page.locator("#figures thead th")).hasCount(4);
    Locator total = page.locator("#figures tfoot td").last();
    String all = total.innerText();
    Accessibility.everywhere(page);

    choose(page, "filter", "TYPE");
    press(page, "add", "Enter");
    page.waitForURL(url -> url.contains("add=TYPE"));
    assertThat(page.locator("#f_TYPE summary")).isFocused();
    // The commonest types: a rare one leaves nothing but secret cells in so small a file.
    tick(page, "T2");
    tick(page, "T3");
    press(page, "ask", "Enter");
    page.waitForURL(url -> url.contains("f.TYPE="));
    assertThat(page.locator(".qy-facts")).containsText("Type de logement");
    assertThat(total).not().hasText(all);
    Accessibility.everywhere(page);
    String link = page.url();

    // Who observes without seeing names gets the same figures, and no way to the demands.
    Page observer = browser.signedIn("adil.44");
    observer.navigate(link);
    assertThat(figures(observer)).isEqualTo(figures(page));
    assertThat(observer.locator("#figures a")).hasCount(0);
    assertThat(page.locator("#figures a").first())
        .hasAttribute("href", Pattern.compile("behind\\.xhtml\\?indicator=.*f\\.AGE=.*"));
    observer.context().close();

    page.goBack();
    assertThat(page.locator("#f_TYPE summary")).isVisible();
    page.goForward();
    page.locator("a.language").click();
    assertThat(page.locator("#h-answer")).containsText("by");
    assertThat(page.locator(".qy-facts")).containsText("Dwelling type");
    page.locator("a.language").click();

    page.locator(".qy-keep summary").press("Enter");
    page.locator("#keep_go").press("Enter");
    assertThat(page.locator("#name_error")).containsText("obligatoire");
    assertThat(page.locator("#figures")).isVisible();
    assertThat(page.locator("#name_error")).isVisible();
    page.locator("#name").fill("Âge des demandeurs de petits logements");
    page.locator("#shared").press("Space");
    page.locator("#keep_go").press("Enter");
    page.waitForURL(url -> url.contains("questions.xhtml"));
    Locator kept =
        page.locator("tbody tr", new Page.LocatorOptions().setHasText("Âge des demandeurs"));
    assertThat(kept).containsText("partagée");
    Accessibility.everywhere(page);
    kept.locator("a[href*='rename=']").press("Enter");
    page.fill("#name", "Petits logements");
    page.locator("#rename_go").press("Enter");
    assertThat(page.locator("tbody")).containsText("Petits logements");
    Page landlord = browser.signedIn(Letting.LANDLORD);
    landlord.navigate(Browser.address("/questions.xhtml"));
    assertThat(landlord.locator("main")).not().containsText("Petits logements");
    landlord.context().close();
    page.locator("tbody th a", new Page.LocatorOptions().setHasText("Petits logements"))
        .press("Enter");
    assertThat(page.locator(".qy-facts")).containsText("Type de logement");
    page.navigate(Browser.address("/questions.xhtml"));
    page.locator("[aria-label='Supprimer la question Petits logements']").press("Enter");
    assertThat(page.locator(".notice.good")).containsText("supprimée");
    assertThat(page.locator("main")).not().containsText("Petits logements");
    page.context().close();
  }

  @Test
  void theFiguresAreThoseOfTheInterfaceAndSecretOnesAreSaid() {
    Page page = browser.signedIn("adil.44");
    String question = "indicator=ACTIVE&rows=MUNICIPALITY&columns=AGE";
    page.navigate(Browser.address("/query.xhtml?" + question));
    JsonPath answer = Calls.as("adil.44").get("/observatory/figures?" + question).jsonPath();
    int hidden = answer.getInt("hidden");
    assertThat(hidden).isPositive();
    assertThat(page.locator("#figures tbody td.secret").count()).isPositive();
    assertThat(digits(page.locator("#secrecy").innerText())).startsWith(String.valueOf(hidden));
    assertThat(digits(page.locator("p.total").innerText()))
        .startsWith(String.valueOf(answer.getList("rows").size()));
    assertThat(digits(page.locator("#figures tfoot td").last().innerText()))
        .isEqualTo(String.valueOf((long) answer.getDouble("total.value")));
    Accessibility.everywhere(page);
    page.context().close();
  }

  @Test
  void aBadLinkIsSaidAtItsFieldsAndKeepsWhatWasRight() {
    Page page = browser.signedIn("adil.44");
    page.navigate(
        Browser.address(
            "/query.xhtml?indicator=TENSION&rows=NOTHING&f.EPCI=244400404,1&from=hier"));
    assertThat(page.locator("#faults-of-question li")).hasCount(2);
    assertThat(page.locator("#rows_error")).containsText("axe");
    assertThat(page.locator("#from_error")).containsText("date");
    assertThat(page.locator("#indicator")).hasValue("TENSION");
    assertThat(page.locator("#f_EPCI summary")).containsText("Nantes");
    Accessibility.everywhere(page);
    page.navigate(Browser.address("/query.xhtml?indicator=ACTIVE&rows=EPCI&f.EPCI=123456789"));
    assertThat(page.locator("#f_EPCI .fault")).containsText("123456789");
    page.context().close();
  }

  @Test
  void aLeaseCountsWhereItsDwellingIsAndWholeYearsAreCompared() {
    Page page = browser.signedIn("adil.44");
    page.navigate(
        Browser.address(
            "/query.xhtml?indicator=SATISFIED&rows=EPCI&from=2025-01-01&to=2025-12-31&compare=2025-01-01"));
    assertThat(page.locator(".qy-facts")).containsText("la commune du logement");
    assertThat(page.locator(".qy-facts")).not().containsText("souhaitée");
    assertThat(page.locator(".qy-facts")).containsText("01/01/2024");
    assertThat(page.locator(".qy-facts")).containsText("31/12/2024");
    page.navigate(Browser.address("/query.xhtml?indicator=TENSION&rows=EPCI"));
    assertThat(page.locator(".qy-facts")).containsText("la commune du logement");
    assertThat(page.locator(".qy-facts")).containsText("première commune souhaitée");
    page.context().close();
  }

  @Test
  void seriesComparisonsAndSharesAreShownAsTableAndChart() {
    Page page = browser.signedIn("adil.44");
    for (String question :
        List.of(
            "indicator=REGISTERED&rows=MONTH",
            "indicator=DELAY_MEDIAN&rows=TYPE&bases=true",
            "indicator=ACTIVE&rows=EPCI&compare=2026-01-01",
            "indicator=TENSION&rows=EPCI",
            "indicator=ACTIVE")) {
      page.navigate(Browser.address("/query.xhtml?" + question));
      assertThat(page.locator("#figures")).isVisible();
      assertThat(page.locator(".qy-wide svg")).hasCount(question.contains("rows") ? 1 : 0);
      Accessibility.everywhere(page);
    }
    page.navigate(Browser.address("/query.xhtml?indicator=DELAY_MEDIAN&rows=TYPE"));
    int columns = page.locator("#figures thead th").count();
    page.click("#bases");
    assertThat(page.locator("#figures thead th")).hasCount(columns + 1);
    page.context().close();
  }

  /** Goes through the page by the tabulator until a field has the focus. */
  private static void press(Page page, String id, String key) {
    for (int keys = 0; !focused(page).equals(id); keys++) {
      assertThat(keys).as("keys to " + id).isLessThan(MOST_KEYS);
      page.keyboard().press("Tab");
    }
    page.keyboard().press(key);
  }

  private static void choose(Page page, String id, String value) {
    press(page, id, "Home");
    for (int keys = 0; !page.inputValue("#" + id).equals(value); keys++) {
      assertThat(keys).as("options to " + value).isLessThan(MOST_KEYS);
      page.keyboard().press("ArrowDown");
    }
  }

  /** Goes on by the tabulator to a value of a filter and ticks it. */
  private static void tick(Page page, String value) {
    for (int keys = 0; !value.equals(page.evaluate("document.activeElement.value")); keys++) {
      assertThat(keys).as("keys to " + value).isLessThan(MOST_KEYS);
      page.keyboard().press("Tab");
    }
    page.keyboard().press("Space");
  }

  private static String focused(Page page) {
    return String.valueOf(page.evaluate("document.activeElement.id"));
  }

  private static String figures(Page page) {
    return page.locator("#figures").innerText();
  }

  private static String digits(String text) {
    return text.replaceAll("(?<=\\d)[\\s\\h](?=\\d)", "")
        .replaceAll("^\\D+", "")
        .replaceAll("\\D.*", "");
  }
}
