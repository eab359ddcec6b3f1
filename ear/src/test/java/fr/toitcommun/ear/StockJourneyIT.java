package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From the file of a stock to the candidates that a holder designates, in a real browser. */
class StockJourneyIT extends BrowserTest {
  private static final String HEADERS =
      "reference;commune;adresse;type;surface;loyer;charges;plafonds;dpe;escalier\n";
  private static final Pattern ID = Pattern.compile(".*[?&]id=(\\d+).*");

  @Test
  void aStockIsImportedADwellingDeclaredVacantAndAHolderDesignates() {
    Page page = browser.signedIn(Letting.LANDLORD);
    LettingPages pages = new LettingPages(page);
    String street = "rue " + InventedName.next();
    imported(page, pages, street);
    long vacancy = offered(page, pages, street);
    Locator offer = page.locator("section[aria-labelledby=h-offer]");
    assertThat(offer).containsText("% du flux pour");
    String holder = offer.locator("strong").innerText();
    shot(page, "vacancy");
    Accessibility.everywhere(page);
    pages.open("/agreements.xhtml");
    shot(page, "agreements");
    Accessibility.everywhere(page);
    page.locator("tbody th a").first().click();
    assertThat(page.locator("main")).containsText("Bilan de");
    shot(page, "agreement");
    Accessibility.everywhere(page);
    pages.open("/edit-agreement.xhtml");
    Accessibility.check(page);
    page.click("#save");
    pages.isTold("holderId");
    pages.isTold("signedOn");
    shot(page, "edit-agreement");
    page.context().close();

    designated(vacancy, login(holder));

    Page again = browser.signedIn(Letting.LANDLORD);
    new LettingPages(again).open("/vacancy.xhtml?id=" + vacancy);
    assertThat(again.locator("section[aria-labelledby=h-offer]"))
        .containsText("Candidats désignés");
    assertThat(again.locator("section[aria-labelledby=h-offer] ol li")).hasCount(2);
    shot(again, "designated");
    again.context().close();
  }

  private static void imported(Page page, LettingPages pages, String street) {
    pages.open("/import-stock.xhtml");
    Accessibility.everywhere(page);
    page.click("#check");
    pages.isTold("file");
    String faulty = HEADERS + "X-1;44109;1 rue Haute;T2;quarante;300;40;PLUS;C;\n";
    check(page, faulty);
    assertThat(page.locator("main")).containsText("« quarante »");
    assertThat(page.locator("#confirm")).hasCount(0);
    shot(page, "import-faulty");
    Accessibility.everywhere(page);
    StringBuilder file = new StringBuilder(HEADERS);
    for (int i = 0; i < 12; i++) {
      file.append(street).append('-').append(i).append(";44109;").append(i + 1).append(' ');
      file.append(street).append(";T2;44;298;52;PLUS;C;Esc. B\n");
    }
    check(page, file.toString());
    page.click("#confirm");
    assertThat(page.locator(".notice.good").first()).containsText("12");
    shot(page, "import-written");
  }

  private static void check(Page page, String file) {
    page.setInputFiles(
        "#file", new FilePayload("parc.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
    page.click("#check");
    page.waitForURL(ID);
  }

  /** Dwellings are declared vacant one after the other, until the rule offers one. */
  private static long offered(Page page, LettingPages pages, String street) {
    for (int i = 0; i < 12; i++) {
      pages.open("/stock.xhtml?state=NOT_VACANT&q=" + street.replace(" ", "+"));
      if (i == 0) {
        assertThat(page.locator("p.total")).hasText("12 logements");
        shot(page, "stock");
        Accessibility.everywhere(page);
      }
      page.locator("tbody th a").first().click();
      if (i == 0) {
        shot(page, "dwelling");
        Accessibility.everywhere(page);
        page.locator("a[href*='modify-dwelling']").click();
        page.fill("#energyContribution", "9");
        Accessibility.check(page);
        page.click("#save");
        assertThat(page.locator(".notice.good").first()).containsText("modifié");
      }
      page.locator("a[href*='declare-known']").click();
      page.fill("#noticeOn", LettingPages.typed(LocalDate.now().minusDays(5)));
      page.fill("#availableFrom", LettingPages.typed(LocalDate.now().plusDays(25)));
      page.selectOption("#reason", "NOTICE");
      if (i == 0) {
        Accessibility.everywhere(page);
      }
      page.click("#declare");
      page.waitForURL(url -> url.contains("/vacancy.xhtml?id="));
      if (page.locator("section[aria-labelledby=h-offer] strong").count() > 0) {
        return pages.id();
      }
    }
    throw new AssertionError("The rule offers nothing");
  }

  private static void designated(long vacancy, String login) {
    Page page = browser.signedIn(login);
    new LettingPages(page).open("/designations.xhtml?state=AWAITED");
    shot(page, "designations");
    Accessibility.everywhere(page);
    new LettingPages(page).open("/designate.xhtml?vacancy=" + vacancy);
    page.locator("tbody tr input[id*=add], tbody tr button[id*=add]").nth(0).click();
    assertThat(page.locator("section[aria-labelledby=h-chosen] ol li")).hasCount(1);
    page.locator("tbody tr input[id*=add], tbody tr button[id*=add]").nth(1).click();
    assertThat(page.locator("section[aria-labelledby=h-chosen] ol li")).hasCount(2);
    page.locator("section[aria-labelledby=h-chosen] [id*=up]").click();
    shot(page, "designate");
    Accessibility.everywhere(page);
    page.click("#designate");
    assertThat(page.locator(".notice.good").first()).containsText("2");
    assertThat(page.locator("section[aria-labelledby=h-done] ol li")).hasCount(2);
    page.context().close();
  }

  private static String login(String holder) {
    if (holder.startsWith("Préfecture")) {
      return "prefecture.44";
    }
    if (holder.startsWith("Conseil")) {
      return "departement.44";
    }
    return holder.startsWith("Action") ? "action.logement" : "guichet.nantes";
  }

  /** A picture for those who look at pages, where they ask for it. */
  private static void shot(Page page, String name) {
    String folder = System.getProperty("test.pictures", System.getenv("TOIT_PICTURES"));
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")).setFullPage(true));
    }
  }
}
