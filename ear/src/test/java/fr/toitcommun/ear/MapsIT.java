package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Maps of the observatory in a real browser, and the shapes the manager brings in. */
class MapsIT extends BrowserTest {
  private static final String MANAGER = "gestionnaire";

  /** Two invented squares at places of the file, and one of another département. */
  private static final String SQUARES =
      """
      {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"insee":"44109","nom":"A"},"geometry":{"type":"Polygon","coordinates":
          [[[-1.62,47.18],[-1.50,47.18],[-1.50,47.28],[-1.62,47.28],[-1.62,47.18]]]}},
        {"type":"Feature","properties":{"insee":"44162","nom":"B"},"geometry":{"type":"Polygon","coordinates":
          [[[-1.72,47.18],[-1.62,47.18],[-1.62,47.28],[-1.72,47.28],[-1.72,47.18]]]}},
        {"type":"Feature","properties":{"insee":"75056","nom":"C"},"geometry":{"type":"Polygon","coordinates":
          [[[2.3,48.8],[2.4,48.8],[2.4,48.9],[2.3,48.9],[2.3,48.8]]]}}]}
      """;

  @Test
  void aMapIsReadByPointerKeyboardAndTable() {
    Page page = browser.signedIn("adil.44");
    LettingPages pages = new LettingPages(page);
    pages.open("/map.xhtml");
    Locator shapes = page.locator(".mp-map [data-code]");
    assertThat(shapes.count()).isGreaterThan(10);
    shapes.first().hover();
    assertThat(page.locator(".mp-tip")).isVisible();
    assertThat(page.locator(".mp-tip").innerText()).contains("\u00a0: ");
    shapes.first().focus();
    String first = page.locator("#map_live").innerText();
    assertThat(first).contains("\u00a0: ");
    for (String key : new String[] {"ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"}) {
      page.keyboard().press(key);
    }
    assertThat(page.locator(".mp-map [data-code][tabindex='0']")).hasCount(1);
    assertThat(page.locator(".mp-map [data-code]:focus")).hasCount(1);
    String whole = page.locator(".mp-map svg").first().getAttribute("viewBox");
    page.locator("[data-do=in]").first().click();
    assertThat(page.locator(".mp-map svg").first().getAttribute("viewBox")).isNotEqualTo(whole);
    page.locator("[data-do=whole]").first().click();
    assertThat(page.locator(".mp-map svg").first().getAttribute("viewBox")).isEqualTo(whole);
    page.locator(".mp-sort").nth(1).click();
    assertThat(page.locator("th[aria-sort=descending]")).hasCount(1);
    Accessibility.everywhere(page);
    page.selectOption("#rows", "MUNICIPALITY");
    page.selectOption("#kind", "CIRCLES");
    page.locator(".mp-filter button").click();
    page.waitForURL(url -> url.contains("kind=CIRCLES") && url.contains("rows=MUNICIPALITY"));
    assertThat(page.locator("#map_table tbody tr").nth(200)).isAttached();
    page.selectOption("#kind", "FLOWS");
    page.locator(".mp-filter button").click();
    page.waitForURL(url -> url.contains("kind=FLOWS"));
    assertThat(page.locator("main")).containsText("flux montrés");
    Accessibility.check(page);
    page.fill("#flows", "1");
    page.locator(".mp-filter button").click();
    page.waitForURL(url -> url.contains("flows=1"));
    assertThat(page.locator("main")).containsText("1 flux montrés sur");
    assertThat(page.locator("#map_table tbody tr")).hasCount(1);
    pages.open("/map.xhtml?classes=9&rows=REGION");
    assertThat(page.locator("#faults li")).hasCount(2);
    assertThat(page.locator(".mp-map svg")).hasCount(1);
    page.context().close();
  }

  @Test
  void aQuestionIsShownAsMapAndLeadsToItsPageAndBack() {
    Page page = browser.signedIn("adil.44");
    LettingPages pages = new LettingPages(page);
    String question = "indicator=ACTIVE&rows=EPCI&f.TYPE=T2,T3&counting=ANY&compare=2026-01-01";
    pages.open("/query.xhtml?" + question);
    page.locator("#map_here").scrollIntoViewIfNeeded();
    assertThat(page.locator("#map_here .mp-map svg")).hasCount(3);
    Locator shapes = page.locator("#map_here .mp-map [data-code]");
    shapes.first().focus();
    assertThat(page.locator("#map_live")).containsText("\u00a0: ");
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("#map_here [data-code]:focus")).hasCount(1);
    Accessibility.everywhere(page);
    page.locator("#map").click();
    page.waitForURL(url -> url.contains("map.xhtml?") && says(url, question));
    assertThat(page.locator(".mp-facts"))
        .containsText("Type de logement\u00a0: T2 (deux pièces), T3");
    assertThat(page.locator(".mp-facts")).containsText("chaque commune souhaitée");
    page.selectOption("#kind", "CIRCLES");
    page.locator(".mp-filter button").click();
    page.waitForURL(url -> url.contains("kind=CIRCLES") && url.contains("f.TYPE=T2,T3"));
    Accessibility.check(page);
    page.locator("#query").click();
    page.waitForURL(url -> url.contains("query.xhtml?") && says(url, question));
    assertThat(page.locator("#f_TYPE summary")).containsText("T2 (deux pièces), T3");
    assertThat(page.locator("#compare")).hasValue("2026-01-01");
    page.context().close();
  }

  @Test
  void aRefusedMapKeepsWhatWasTypedAndTheCorrectedFormShowsIt() {
    Page page = browser.signedIn("adil.44");
    LettingPages pages = new LettingPages(page);
    pages.open(
        "/map.xhtml?indicator=REGISTERED&rows=DEPARTEMENT&kind=FLOWS&flows=7&f.DEPARTEMENT=44"
            + "&from=2025-01-01&to=2025-12-31&f.AGE=X&counting=NONE");
    assertThat(page.locator("#faults li")).not().hasCount(0);
    for (String[] typed :
        new String[][] {
          {"indicator", "REGISTERED"},
          {"rows", "DEPARTEMENT"},
          {"kind", "FLOWS"},
          {"flows", "7"},
          {"f_DEPARTEMENT", "44"},
          {"period", "2025-01-01/2025-12-31"}
        }) {
      assertThat(page.locator("#" + typed[0])).hasValue(typed[1]);
    }
    page.locator(".mp-filter button").click();
    assertThat(page.locator("#rows_error")).not().isEmpty();
    page.selectOption("#rows", "EPCI");
    page.locator(".mp-filter button").click();
    page.waitForURL(url -> url.contains("rows=EPCI") && !url.contains("f.AGE"));
    assertThat(page.locator("#faults")).hasCount(0);
    assertThat(page.locator("main")).containsText("flux montrés");
    Accessibility.check(page);
    pages.open("/map.xhtml?classes=9&compare=hier");
    assertThat(page.locator("#classes")).hasValue("9");
    assertThat(page.locator("#compare_error")).containsText("date");
    Accessibility.everywhere(page);
    page.context().close();
  }

  @Test
  void ofSeveralPlacesOnlyTheOneNobodyKnowsIsLetGo() {
    Page page = browser.signedIn("adil.44");
    for (String codes : new String[] {"44109,99999", "99999,%2044109"}) {
      page.navigate(Browser.address("/map.xhtml?rows=MUNICIPALITY&f.MUNICIPALITY=" + codes));
      assertThat(page.locator("#faults li")).hasCount(1);
      assertThat(page.locator("#faults li")).containsText("99999");
      assertThat(page.locator("#faults li")).not().containsText("44109");
      page.locator(".mp-filter button").click();
      page.waitForURL(url -> url.contains("f.MUNICIPALITY=44109") && !url.contains("99999"));
      assertThat(page.locator("#faults")).hasCount(0);
      assertThat(page.locator("#map_table tbody tr")).hasCount(1);
      assertThat(page.locator("#map_table tbody th")).hasText("Nantes");
    }
    page.context().close();
  }

  @Test
  void aMapIsAskedForByItsFormWhateverItsLinkWasWrittenLike() {
    Page page = browser.signedIn("adil.44");
    LettingPages pages = new LettingPages(page);
    pages.open("/map.xhtml?rows=MUNICIPALITY&f.epci=244400404&columns=AGE&compare=2026-01-01");
    assertThat(page.locator("#faults")).hasCount(0);
    assertThat(page.locator("#f_EPCI")).hasValue("244400404");
    page.selectOption("#f_EPCI", "");
    page.locator(".mp-filter button").click();
    page.waitForURL(url -> !url.toLowerCase().contains("f.epci"));
    assertThat(page.locator(".mp-facts")).not().containsText("EPCI");
    assertThat(page.locator("#query")).not().hasAttribute("href", Pattern.compile("columns"));
    page.context().close();
  }

  @Test
  void valuesAreSortedAndWhatHasNoneComesLast() {
    Page page = browser.signedIn("adil.44");
    page.navigate(Browser.address("/map.xhtml?indicator=ACTIVE&rows=MUNICIPALITY&kind=CHOROPLETH"));
    for (String order : new String[] {"descending", "ascending"}) {
      page.locator("#map_table .mp-sort").nth(1).click();
      assertThat(page.locator("#map_table th[aria-sort=" + order + "]")).hasCount(1);
      @SuppressWarnings("unchecked")
      List<Object> shown =
          (List<Object>)
              page.evaluate(
                  "[...document.querySelectorAll('#map_table tbody tr')].map(row =>"
                      + " row.children[1].dataset.sort ? Number(row.children[1].dataset.sort) :"
                      + " -1)");
      List<Double> values =
          shown.stream().map(value -> ((Number) value).doubleValue()).collect(Collectors.toList());
      int told = (int) values.stream().filter(value -> value >= 0).count();
      assertThat(told).isBetween(1, values.size() - 1);
      assertThat(values.subList(told, values.size())).containsOnly(-1.0);
      Comparator<Double> by = Comparator.naturalOrder();
      assertThat(values.subList(0, told))
          .isSortedAccordingTo(order.equals("ascending") ? by : by.reversed());
    }
    page.context().close();
  }

  /** Whether an address says all of a question, in whatever order. */
  private static boolean says(String url, String question) {
    return List.of(url.replaceAll("^[^?]*\\?|#.*", "").split("&"))
        .containsAll(List.of(question.split("&")));
  }

  @Test
  void theManagerImportsShapesAndGoesBack() {
    Page page = browser.signedIn(MANAGER);
    LettingPages pages = new LettingPages(page);
    pages.open("/shapes.xhtml");
    Accessibility.everywhere(page);
    assertThat(page.locator("main")).containsText("déduits des points");
    page.click("#check");
    pages.isTold("file");
    give(page, "{\"type\":\"Feature\"}", false);
    assertThat(page.locator("#file_error")).containsText("GeoJSON");
    give(page, SQUARES, false);
    assertThat(page.locator("#file_error li")).hasCount(21);
    give(page, SQUARES, true);
    page.waitForURL(url -> url.contains("id="));
    assertThat(page.locator("section[aria-labelledby=h-checked]")).containsText("insee");
    Accessibility.check(page);
    page.click("#apply");
    assertThat(page.locator("section[aria-labelledby=h-use]")).containsText("carrés.json");
    pages.open("/map.xhtml?rows=MUNICIPALITY&f.EPCI=244400404");
    assertThat(page.locator(".mp-map [data-code]")).hasCount(2);
    assertThat(page.locator("main")).containsText("Sans contour");
    pages.open("/shapes.xhtml");
    page.click("#derive");
    assertThat(page.locator("section[aria-labelledby=h-use]")).containsText("déduits des points");
    assertThat(page.locator("section[aria-labelledby=h-latest]")).containsText("carrés.json");
    page.context().close();
  }

  private static void give(Page page, String file, boolean incomplete) {
    page.setInputFiles(
        "#file",
        new FilePayload("carrés.json", "application/json", file.getBytes(StandardCharsets.UTF_8)));
    page.fill("#source", "Invention");
    page.fill("#year", "2026");
    page.setChecked("#incomplete", incomplete);
    page.click("#check");
  }

  @Test
  void aDeskMayNotChangeShapes() {
    Page page = browser.signedIn("guichet.nantes");
    assertThat(page.navigate(Browser.address("/shapes.xhtml")).status()).isEqualTo(403);
    page.context().close();
  }
}
