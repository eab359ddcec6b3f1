package fr.toitcommun.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Depositing and checking documents, as an agent does it in the browser. */
class DocumentPagesIT extends BrowserTest {
  private static final String DESK = "guichet.nantes";

  private static Page dossier(String login, String number) {
    Page page = browser.signedIn(login);
    page.navigate(Browser.address("/documents.xhtml?number=" + number));
    return page;
  }

  private static FilePayload file(String name, byte[] content) {
    return new FilePayload(name, "application/octet-stream", content);
  }

  private static String text(Page page, String selector) {
    return page.locator(selector).innerText().replace('\u00a0', ' ');
  }

  @Test
  void aDeskDepositsSeveralFilesAndAnotherPartnerChecksOne() {
    String number = Calls.register(DESK, Calls.form("Raguénès", "44109"));
    Page desk = browser.signedIn(DESK);
    desk.navigate(Browser.address("/demand.xhtml?number=" + number));
    assertThat(text(desk, "#documents")).contains("aucune pièce, 0 à vérifier");
    desk.locator("#documents a").click();
    assertThat(text(desk, "#missing")).contains("Pièce d’identité").contains("R.441-2-3");
    desk.locator("#missing tr", new Page.LocatorOptions().setHasText("Pièce d’identité"))
        .locator("a")
        .click();
    PlaywrightAssertions.assertThat(desk.locator("#kind")).hasValue("IDENTITY");
    desk.locator("#file")
        .setInputFiles(
            new FilePayload[] {
              file("recto.png", Papers.photo(11, 200)), file("verso.png", Papers.photo(12, 200))
            });
    desk.locator("#deposit").press("Enter");
    desk.waitForURL(Pattern.compile(".*deposited=2.*"));
    assertThat(desk.locator("#there .documents li").count()).isEqualTo(2);
    assertThat(text(desk, "#missing")).doesNotContain("Pièce d’identité");

    Page landlord = dossier("bailleur.nantes", number);
    landlord.locator("#there .document-name").first().click();
    assertThat(
            landlord
                .locator("#one-document img")
                .evaluate("image => image.decode().then(() => image.naturalWidth)"))
        .isEqualTo(200);
    landlord.locator("#check").click();
    assertThat(text(landlord, "#messages")).contains("Le document est vérifié.");
    assertThat(text(landlord, "#there")).contains("Vérifié").contains("À vérifier");
  }

  @Test
  void aPaperSeenAtTheDeskIsNotedAndItsFifteenDaysAreShown() {
    String number = Calls.register(DESK, Calls.form("Tanguy", "44109"));
    Page desk = dossier(DESK, number);
    desk.locator("#missing tr", new Page.LocatorOptions().setHasText("Avis d’imposition"))
        .locator("input[type=submit]")
        .press("Enter");
    assertThat(text(desk, "#messages")).contains("La réception est notée");
    assertThat(text(desk, "#missing"))
        .contains("Reçu au guichet, à téléverser")
        .contains(LettingPages.typed(Calls.today().plusDays(15)));
    Accessibility.everywhere(desk);
  }

  @Test
  void aFileThatIsRefusedIsToldByItsNameAndTheOthersAreKept() {
    String number = Calls.register(DESK, Calls.form("Salaün", "44109"));
    Page desk = dossier(DESK, number);
    desk.locator("#kind").selectOption("OTHER");
    desk.locator("#file")
        .setInputFiles(
            new FilePayload[] {
              file("programme.pdf", new byte[] {'M', 'Z', 0, 3, 0, 0}),
              file("bon.pdf", Papers.pdf("bon"))
            });
    desk.locator("#deposit").click();
    desk.locator("#uploads a").waitFor();
    assertThat(desk.locator("#uploads > div").first().innerText())
        .contains("programme.pdf")
        .contains("Seuls les PDF");
    desk.locator("#uploads a").click();
    desk.waitForURL(Pattern.compile(".*deposited=1.*"));
    assertThat(desk.locator("#there .documents li").count()).isEqualTo(1);
  }

  @Test
  void theListIsWorkedDownWithoutGoingBack() {
    Page desk = browser.signedIn(DESK);
    desk.navigate(Browser.address("/documents-to-check.xhtml"));
    String first = text(desk, "#one-title");
    long waiting = Long.parseLong(text(desk, "h1 .count").replaceAll("\\D", ""));
    assertThat(waiting).isGreaterThan(2);
    desk.locator("#check").press("Enter");
    assertThat(text(desk, "#messages")).contains("Le document est vérifié.");
    assertThat(text(desk, "h1 .count")).isEqualTo(String.valueOf(waiting - 1));
    desk.locator("#refusal").selectOption("UNREADABLE");
    desk.locator("#refuse").press("Enter");
    assertThat(text(desk, "#messages")).contains("Le document est refusé.");
    assertThat(text(desk, "h1 .count")).isEqualTo(String.valueOf(waiting - 2));
    assertThat(first).isNotBlank();
  }

  @Test
  void aSensitiveDocumentIsOnlySaidToBeThere() {
    String number = Calls.register(DESK, Calls.form("Tanguy", "44109"));
    Page desk = dossier(DESK, number);
    desk.locator("#kind").selectOption("HEALTH");
    desk.locator("#file").setInputFiles(file("x.pdf", Papers.pdf("certificat")));
    desk.locator("#deposit").click();
    desk.waitForURL(Pattern.compile(".*deposited=1.*"));
    assertThat(text(desk, "#there")).contains("Document sensible").doesNotContain("médical");
    assertThat(text(dossier("bailleur.nantes", number), "#there")).contains("Certificat médical");
  }

  @Test
  void onAPhoneTheFormFitsAndTheContentOpens() throws IOException {
    String number = Calls.register(DESK, Calls.form("Urvoas", "44109"));
    Page phone = Browser.signIn(browser.phone(), DESK);
    phone.navigate(Browser.address("/documents.xhtml?number=" + number));
    assertThat(phone.evaluate("document.documentElement.scrollWidth"))
        .isEqualTo(Browser.PHONE_WIDTH);
    assertThat(phone.locator("#file").getAttribute("accept")).contains("image/*");
    phone.locator("#kind").selectOption("OTHER");
    byte[] paper = Papers.pdf("telephone");
    phone.locator("#file").setInputFiles(file("photo.pdf", paper));
    phone.locator("#deposit").click();
    phone.waitForURL(Pattern.compile(".*deposited=1.*"));
    phone.locator("#there .document-name").click();
    String address = phone.locator("#one-document a").first().getAttribute("href");
    Download download =
        phone.waitForDownload(
            () ->
                phone.evaluate(
                    "href => { const a = document.createElement('a'); a.href = href; a.download ="
                        + " ''; a.click(); }",
                    address));
    assertThat(Files.readAllBytes(download.path())).isEqualTo(paper);
  }
}
