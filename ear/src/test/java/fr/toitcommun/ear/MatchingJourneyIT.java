package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A landlord narrows a search down, compares, keeps it; the manager writes a grid. */
class MatchingJourneyIT extends BrowserTest {
  private static final String SEARCH = "/candidates.xhtml?municipality=44109&type=T2&scheme=PLUS";

  @Test
  void aSearchIsNarrowedDownByChipsComparedKeptAndExtracted() {
    Page page = browser.signedIn(Letting.LANDLORD);
    page.navigate(Browser.address(SEARCH));
    String all = page.locator("p.total").innerText();
    page.selectOption("#add", "household:PARENT");
    page.click("#narrow");
    page.selectOption("#add", "transfer:NO");
    page.click("#narrow");
    assertThat(page.locator(".mt-chip")).hasCount(2);
    assertThat(page.locator("p.total")).not().hasText(all);
    page.locator(".al-why summary").first().click();
    assertThat(page.locator(".mt-score").first()).containsText("Ancienneté");
    look(page, "candidates");
    Accessibility.everywhere(page);
    // A chip is a link: the keyboard takes it away.
    page.locator(".mt-chip").last().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".mt-chip")).hasCount(1);

    APIResponse extract =
        page.request()
            .get(
                Browser.address(
                    "/candidates-extract?municipality=44109&type=T2&scheme=PLUS&filter=household:PARENT&format=csv"));
    assertThat(extract.status()).isEqualTo(200);
    assertThat(new String(extract.body(), StandardCharsets.UTF_8))
        .startsWith("\uFEFFRang;Numéro unique");
    APIResponse workbook =
        page.request()
            .get(
                Browser.address(
                    "/candidates-extract?municipality=44109&type=T2&scheme=PLUS&filter=household:PARENT"));
    assertThat(new String(workbook.body(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");

    page.locator(".mt-keep summary").click();
    page.fill("#name", "Familles monoparentales");
    page.click("#keep_go");
    assertThat(page.locator("main table")).containsText("Familles monoparentales");
    Accessibility.everywhere(page);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Familles monoparentales"))
        .click();
    assertThat(page.locator(".mt-chip")).hasCount(1);

    Locator picks = page.locator(".al-pick");
    picks.nth(0).check();
    picks.nth(1).check();
    picks.nth(2).check();
    page.click("#compare");
    assertThat(page.locator(".mt-compare thead th")).hasCount(3);
    assertThat(page.locator(".mt-differs").first()).isVisible();
    look(page, "compare");
    Accessibility.everywhere(page);
    page.context().close();
  }

  @Test
  void theManagerSeesWhatAGridWouldChangeBeforeItIsInForce() {
    Page page = browser.signedIn("gestionnaire");
    page.navigate(Browser.address("/grids.xhtml"));
    look(page, "grids");
    Accessibility.everywhere(page);
    page.selectOption("#territory", "247200132");
    page.click("#draft");
    page.click("#criteria_add");
    page.selectOption("#criteria_0_fact", "SINGLE_PARENT");
    page.fill("#criteria_0_points", "50");
    page.locator("#place_input").pressSequentially("Le Mans");
    page.locator(".ui-autocomplete-item").first().click();
    page.click("#simulate");
    assertThat(page.locator("#simulated")).containsText("Famille monoparentale");
    look(page, "grid");
    Accessibility.everywhere(page);
    // Points too many are said at their field, and nothing is stored.
    page.fill("#criteria_0_points", "9000");
    page.click("#save");
    assertThat(page.locator("#criteria_0_points_error")).containsText("500");
    page.fill("#criteria_0_points", "60");
    page.fill("#inForceFrom", LettingPages.typed(Calls.today().plusDays(40)));
    page.click("#force");
    assertThat(page.locator("h1")).containsText("À venir");
    Accessibility.everywhere(page);
    page.navigate(Browser.address("/grid.xhtml?id=2"));
    assertThat(page.locator("main table")).containsText("Reconnu DALO");
    look(page, "grid-read");
    page.context().close();
  }

  @Test
  void aDemandIsToldWhatFitsAndWhyOthersDoNot() {
    Page page = browser.signedIn(Letting.LANDLORD);
    page.navigate(Browser.address(SEARCH));
    String number =
        page.locator(".al-name").first().getAttribute("href").replaceAll(".*number=", "");
    page.navigate(Browser.address("/fits.xhtml?number=" + number));
    assertThat(page.locator("main table").last()).isVisible();
    look(page, "fits");
    Accessibility.everywhere(page);
    page.context().close();
  }

  /** A picture for whoever reviews the screens, where a folder for them is given. */
  private static void look(Page page, String name) {
    String folder = System.getenv("TOITCOMMUN_PICTURES");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
    }
  }
}
