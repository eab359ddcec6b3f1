package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Reports in a real browser: asked for by everyone who observes, written by the manager. */
class ReportsIT extends BrowserTest {
  @Test
  void aReportIsChosenAndDownloaded() throws Exception {
    Page page = browser.signedIn("adil.44");
    LettingPages pages = new LettingPages(page);
    pages.open("/reports.xhtml");
    Accessibility.everywhere(page);
    assertThat(page.locator("a[href^='report-template']")).hasCount(0);
    page.click(".al-tabs a[href$='kind=THEME']");
    assertThat(page.locator("h2").first()).hasText("Fiche thématique");
    page.selectOption("#axis", "SENIORITY");
    page.selectOption("#territory", "44");
    Accessibility.check(page);
    String text = text(page.waitForDownload(() -> page.click("#make")));
    assertThat(text).contains("Fiche thématique").contains("Loire-Atlantique");
    // The form is there for the next one.
    page.selectOption("#format", "odt");
    Download odt = page.waitForDownload(() -> page.click("#make"));
    assertThat(odt.suggestedFilename()).startsWith("theme-seniority-").endsWith(".odt");
    assertThat(Files.size(odt.path())).isGreaterThan(10_000);
    page.context().close();
  }

  private static String text(Download pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf.path()))) {
      return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00a0]+", " ");
    }
  }

  @Test
  void theWholeCollectionIsAskedForFollowedAndDownloaded() throws Exception {
    Page page = browser.signedIn("adil.44");
    LettingPages pages = new LettingPages(page);
    pages.open("/reports.xhtml?kind=PARTNER");
    assertThat(page.locator("#collect")).hasCount(0);
    pages.open("/reports.xhtml?kind=TERRITORY");
    page.selectOption("#reports_level", "DEPARTEMENT");
    page.selectOption("#collection_language", "en");
    page.click("#collect");
    assertThat(page.locator(".notice.good")).isVisible();
    Locator card = page.locator(".ex-files li").first();
    assertThat(card.locator(".tag"))
        .hasText("Prêt", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
    assertThat(card).containsText("1 rapport");
    Accessibility.everywhere(page);
    Download zip = page.waitForDownload(() -> card.locator("a[href^='extract?id=']").click());
    assertThat(zip.suggestedFilename()).endsWith("-pdf.zip");
    try (ZipFile files = new ZipFile(zip.path().toFile())) {
      assertThat(files.stream().map(ZipEntry::getName))
          .hasSize(2)
          .contains("sommaire.csv")
          .anyMatch(name -> name.endsWith("-loire-atlantique-44.pdf"));
    }
    card.locator("input.danger").click();
    page.locator("#sure input.danger").click();
    assertThat(page.locator(".notice.good")).isVisible();
    page.context().close();
  }

  @Test
  void aCollectionOfTooManyIsRefusedAtItsFieldAndNothingChosenIsLost() {
    Page page = browser.signedIn("gestionnaire");
    LettingPages pages = new LettingPages(page);
    pages.open("/reports.xhtml?kind=THEME");
    page.selectOption("#reports_axis", "TYPE");
    page.selectOption("#reports_level", "MUNICIPALITY");
    page.click("#collect");
    assertThat(page.locator("#reports_level ~ .fault")).containsText("400");
    assertThat(page.locator("#reports_axis")).hasValue("TYPE");
    assertThat(page.locator("#reports_level")).hasValue("MUNICIPALITY");
    Accessibility.check(page);
    page.context().close();
  }

  @Test
  void whatCannotBeIsSaidOnThePage() {
    Page page = browser.signedIn("adil.44");
    LettingPages pages = new LettingPages(page);
    pages.open("/documents/observatory-report?kind=YEARLY&year=1990&territory=999&format=pdf");
    assertThat(page.locator("#faults li")).hasCount(2);
    assertThat(page.locator("#make")).isVisible();
    assertThat(page.navigate(Browser.address("/report-template.xhtml")).status()).isEqualTo(403);
    page.context().close();
  }

  @Test
  void theManagerWritesATextLooksAtItAndGoesBack() throws Exception {
    Page page = browser.signedIn("gestionnaire");
    LettingPages pages = new LettingPages(page);
    pages.open("/report-template.xhtml?kind=COLLECTIVE&language=fr");
    Accessibility.everywhere(page);
    String delivered = page.inputValue("#body");
    page.fill("#body", "{tableau:ACTIVE:NOWHERE}");
    page.click("#save");
    // What the page needs for the first time may take its time.
    assertThat(page.locator("#faults"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
    pages.isTold("body");
    assertThat(page.locator("#body_error")).containsText("NOWHERE");
    Accessibility.check(page);
    page.fill("#title", "Essai {année}");
    page.fill("#body", "## Carte\n\n{carte:ACTIVE:EPCI}\n\n{tableau:ACTIVE:LABEL}");
    Page preview = page.context().waitForPage(() -> page.click("#preview"));
    preview.close();
    page.click("#save");
    assertThat(page.locator(".notice.good")).isVisible();
    assertThat(page.locator("table tbody tr")).hasCount(2);
    pages.open("/reports.xhtml?kind=COLLECTIVE");
    String text = text(page.waitForDownload(() -> page.click("#make")));
    assertThat(text).contains("Essai 20").contains("Carte");
    pages.open("/report-template.xhtml?kind=COLLECTIVE&language=fr");
    page.click("#standard");
    assertThat(page.locator("#body")).hasValue(delivered);
    assertThat(page.locator("table tbody tr")).hasCount(3);
    page.context().close();
  }
}
