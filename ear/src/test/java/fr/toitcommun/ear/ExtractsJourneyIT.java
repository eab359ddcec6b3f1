package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** An agent asks for an extract, sees it become ready, downloads it; and sets a delivery up. */
class ExtractsJourneyIT extends BrowserTest {
  private static final LocatorAssertions.HasTextOptions PREPARED =
      new LocatorAssertions.HasTextOptions().setTimeout(60_000);

  @Test
  void anExtractIsAskedForFollowedDownloadedAndDeleted() throws IOException {
    String name = "Demandes " + InventedName.next();
    Page page = browser.signedIn(Letting.LANDLORD);
    page.navigate(Browser.address("/extracts.xhtml"));
    page.locator("a[href='ask-extract.xhtml']").click();
    Accessibility.everywhere(page);
    // Without a name it is refused at its field, and nothing chosen is lost.
    page.locator("#format input[value=ODS]").check();
    page.click("#ask");
    assertThat(page.locator("#name_error")).isVisible();
    assertThat(page.locator("#format input[value=ODS]")).isChecked();
    page.fill("#name", name);
    page.click("#ask");
    assertThat(page.locator(".notice.good")).isVisible();
    Locator card =
        page.locator(".ex-files li").filter(new Locator.FilterOptions().setHasText(name));
    // The page follows it by itself.
    assertThat(card.locator(".tag")).hasText("Prêt", PREPARED);
    Accessibility.everywhere(page);
    Download file = page.waitForDownload(() -> card.locator("a[href^='extract?id=']").click());
    assertThat(file.suggestedFilename()).endsWith(".ods");
    assertThat(Files.readAllBytes(file.path())).startsWith('P', 'K');
    Download dictionary =
        page.waitForDownload(() -> card.locator("a[href^='extract-dictionary']").click());
    assertThat(Files.readString(dictionary.path())).contains(name).contains("motif_libelle");
    card.locator("input.danger").click();
    assertThat(page.locator("#sure")).containsText("Supprimer");
    Accessibility.everywhere(page);
    page.locator("#sure input.danger").click();
    assertThat(page.locator(".notice.good")).isVisible();
    assertThat(card).hasCount(0);
    page.context().close();
  }

  @Test
  void aDeliveryIsSetUpSeenAndEnded() {
    String name = "Livraison " + InventedName.next();
    Page page = browser.signedIn(Letting.LANDLORD);
    page.navigate(Browser.address("/extracts.xhtml?list=FOLDER"));
    Accessibility.everywhere(page);
    page.navigate(Browser.address("/ask-extract.xhtml"));
    page.fill("#name", name);
    page.selectOption("#rhythm", "MONTH");
    page.click("#ask");
    Locator row =
        page.locator("main tbody tr").filter(new Locator.FilterOptions().setHasText(name));
    assertThat(row).containsText("1er du mois");
    Accessibility.everywhere(page);
    row.locator("input[type=submit]").click();
    assertThat(page.locator("#sure")).containsText("Plus rien ne sera livré");
    row.locator("input[id$=':end']").click();
    assertThat(page.locator(".notice.good")).isVisible();
    assertThat(row).hasCount(0);
    page.context().close();
  }

  @Test
  void R_441_2_6_whoSeesStatisticsOnlyExtractsTables() {
    String name = "Tableau " + InventedName.next();
    Page page = browser.signedIn("adil.44");
    page.navigate(Browser.address("/ask-extract.xhtml"));
    assertThat(page.locator("#ask")).hasCount(0);
    assertThat(page.locator("main")).containsText("affichez un tableau");
    Accessibility.everywhere(page);
    page.navigate(Browser.address("/ask-extract.xhtml?question=indicator%3DACTIVE%26rows%3DAGE"));
    page.fill("#name", name);
    page.click("#ask");
    Locator card =
        page.locator(".ex-files li").filter(new Locator.FilterOptions().setHasText(name));
    assertThat(card.locator(".tag")).hasText("Prêt", PREPARED);
    page.context().close();
  }
}
