package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The manager's letters in a browser: a text rewritten, tried and put in force; a batch made,
 * printed and posted; its e-mails over a real mail server that first is not there.
 */
class LettersJourneyIT extends BrowserTest {
  private static final String MANAGER = "gestionnaire";

  @Test
  void R_441_2_7_fromTheTextToThePostAndTheEmails() throws Exception {
    List<String> numbers = owe("RENEWAL_CERTIFICATE", "49", 4);
    Page page = browser.signedIn(MANAGER);
    page.navigate(Browser.address("/templates.xhtml"));
    page.locator("a[href*='kind=RENEWAL_CERTIFICATE']").click();
    String body = page.locator("#body").inputValue();
    page.fill("#body", body.replace("{numéro}", "{numero}"));
    page.click("#save");
    assertThat(page.locator("#body")).hasAttribute("aria-invalid", "true");
    assertThat(page.locator("#body_said")).containsText("Champ inconnu ici");
    assertThat(page.locator("#faults")).containsText("Il manque ce que la loi demande");
    page.fill("#body", "Texte du voyage.\n\n" + body);
    page.click("#save");
    assertThat(page.locator(".notice.good")).containsText("La version est enregistrée");
    assertThat(page.locator("#compare-title")).isVisible();

    String action = page.locator("#try_form").getAttribute("action");
    APIResponse preview =
        page.context().request().get(Browser.address("/" + action + "?number=" + numbers.get(0)));
    assertThat(preview.status()).isEqualTo(200);
    assertThat(start(preview)).isEqualTo("%PDF-");
    page.click("#decide");
    assertThat(page.locator(".under-title")).containsText("En vigueur");

    page.navigate(Browser.address("/letters.xhtml"));
    page.click("#make");
    assertThat(page.locator("#batch_kind")).hasAttribute("aria-invalid", "true");
    long batch = LetterPages.batch(page, "RENEWAL_CERTIFICATE", "49");
    APIResponse file =
        page.context()
            .request()
            .get(Browser.address("/documents/letters/batch/" + batch + "/1.pdf"));
    assertThat(start(file)).isEqualTo("%PDF-");
    APIResponse zip =
        page.context().request().get(Browser.address("/documents/letters/batch/" + batch + ".zip"));
    assertThat(zip.headers().get("content-type")).isEqualTo("application/zip");
    String csv =
        new String(
            page.context()
                .request()
                .get(Browser.address("/documents/letters/batch/" + batch + "/addresses.csv"))
                .body(),
            StandardCharsets.UTF_8);
    // Two of four go by post: one alone, one both ways.
    assertThat(csv.lines()).hasSize(3);
    page.click("#posted");
    assertThat(page.locator(".notice.good")).containsText("marqué comme posté");
    Accessibility.everywhere(page);

    mails(page, numbers);
    page.context().close();
  }

  /** Three e-mails: the server is not there, then it is; each arrives once. */
  private static void mails(Page page, List<String> numbers) throws Exception {
    page.click("#send");
    assertThat(page.locator("main")).containsText("Envoyés : 0");
    GreenMail server =
        new GreenMail(
            new ServerSetup(
                Integer.getInteger("test.mail.port"), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      assertThat(page.locator("main")).containsText("Serveur de messagerie injoignable");
      page.click("#retry");
      page.click("#send");
      assertThat(page.locator("main")).containsText("Envoyés : 3");
      page.click("#send");
      List<String> to = new ArrayList<>();
      for (MimeMessage message : server.getReceivedMessages()) {
        to.add(message.getRecipients(Message.RecipientType.TO)[0].toString());
        assertThat(message.getFrom()[0].toString())
            .isEqualTo("ne-pas-repondre@toit-commun.example");
        assertThat(message.getSubject()).startsWith("Votre demande de logement social n°");
        assertThat(message.getContent()).isInstanceOf(MimeMultipart.class);
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat((String) parts.getBodyPart(0).getContent()).contains("est renouvelée");
        assertThat(parts.getBodyPart(1).getFileName()).startsWith("attestation-049");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      }
      assertThat(to)
          .containsExactlyInAnyOrderElementsOf(
              numbers.subList(0, 3).stream().map(number -> number + "@example.org").toList());
    } finally {
      server.stop();
    }
  }

  @Test
  void R_441_2_8_aDeskWritesMakesPrintsAndTracks() throws Exception {
    String number = new Letting("44109", "Nantes").waiting("Le Bihan", 150);
    Page page = browser.signedIn("bailleur.nantes");
    page.navigate(Browser.address("/demand.xhtml?number=" + number));
    page.locator("[data-opens=letter-dialog]").click();
    page.selectOption("#letter_kind", "INADMISSIBILITY_NOTICE");
    page.click("#letter_ask");
    assertThat(page.locator("#letter_subReason")).hasAttribute("aria-invalid", "true");
    page.selectOption("#letter_subReason", "IRRRES");
    page.fill("#letter_grounds", "Revenus du couple.");
    page.click("#letter_ask");
    assertThat(page.locator("#letters")).containsText("Notification d’irrecevabilité");
    assertThat(page.locator("#history")).containsText("Lettre recommandée demandée");
    page.locator("#letters tr:has-text('irrecevabilité') input[type=submit]").click();
    String pdf = page.locator("#letters a[href*='documents/letters/']").getAttribute("href");
    assertThat(start(page.context().request().get(Browser.address("/" + pdf)))).isEqualTo("%PDF-");

    Page manager = browser.signedIn(MANAGER);
    manager.navigate(Browser.address("/letters.xhtml"));
    upload(manager, number + ";!;32/01/2026\nx;y;z\n");
    assertThat(manager.locator("#faults")).containsText("Ligne 1");
    assertThat(manager.locator("#faults")).containsText("Ligne 2");
    upload(
        manager,
        "numéro;suivi;présentée le\n"
            + number
            + ";1A12345678901;"
            + LettingPages.typed(Calls.today())
            + "\n");
    assertThat(manager.locator(".notice.good")).containsText("Le suivi est enregistré");
    manager.context().close();

    page.navigate(Browser.address("/demand.xhtml?number=" + number));
    assertThat(page.locator("#letters")).containsText("1A12345678901");
    page.locator("[data-opens=cancel-dialog]").click();
    assertThat(page.locator("#cancel-dialog")).containsText("lettre recommandée a été présentée");
    assertThat(page.locator("#noticeDate")).hasValue(LettingPages.typed(Calls.today()));
    Accessibility.everywhere(page);
    page.context().close();
  }

  private static void upload(Page page, String csv) {
    page.setInputFiles(
        "#tracking_file",
        new FilePayload("suivi.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    page.click("#track");
  }

  private static String start(APIResponse answer) {
    return new String(answer.body(), 0, 5, StandardCharsets.US_ASCII);
  }

  /** Letters owed as acts and jobs will ask for them: two by e-mail, one both ways, one by post. */
  private static List<String> owe(String kind, String departement, int count) throws SQLException {
    try (Connection database = database();
        PreparedStatement chosen =
            database.prepareStatement(
                """
                with chosen as (
                  select d.id, d.unique_number, row_number() over (order by d.id) as rank from demand d
                  where d.departement_code = ? and d.status = 'ACTIVE' and d.address_line is not null and d.city is not null
                  order by d.id limit ?),
                mailed as (
                  update household_member m set email = c.unique_number || '@example.org' from chosen c
                  where m.demand_id = c.id and m.role = 'APPLICANT' returning m.demand_id),
                owed as (
                  insert into letter (demand_id, departement_code, kind, about, channel, asked_at)
                  select id, ?, ?, date '2026-01-02', case when rank <= 2 then 'EMAIL' when rank = 3 then 'BOTH' else 'POST' end, now()
                  from chosen)
                select unique_number from chosen order by rank
                """)) {
      chosen.setString(1, departement);
      chosen.setInt(2, count);
      chosen.setString(3, departement);
      chosen.setString(4, kind);
      List<String> numbers = new ArrayList<>();
      try (var rows = chosen.executeQuery()) {
        while (rows.next()) {
          numbers.add(rows.getString(1));
        }
      }
      return numbers;
    }
  }

  private static Connection database() throws SQLException {
    return DriverManager.getConnection(
        System.getenv("TOITCOMMUN_DB_URL"),
        System.getenv("TOITCOMMUN_DB_USER"),
        System.getenv("TOITCOMMUN_DB_PASSWORD"));
  }
}
