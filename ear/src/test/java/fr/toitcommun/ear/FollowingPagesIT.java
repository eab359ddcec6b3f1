package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.toitcommun.ear.Calls.today;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Order, notification, commitments and the undoing of a lease, in a real browser. */
class FollowingPagesIT extends BrowserTest {
  private static final Letting THERE = new Letting("44097", "Mesquer");

  @Test
  void candidatesAreOrderedAndToldFromTheDayTheLetterIsPresented() {
    Letting.Home home = THERE.vacant();
    String first = THERE.waiting("Kerbrat", 200);
    String second = THERE.waiting("Lagadec", 100);
    Letting.propose(home, first, second);
    Page page = browser.signedIn(Letting.LANDLORD);
    LettingPages pages = new LettingPages(page);
    pages.open("/vacancy.xhtml?id=" + home.vacancy());
    assertThat(page.locator("#order tbody tr").first()).containsText("Kerbrat");
    Accessibility.everywhere(page);
    page.locator("#order tbody tr").first().locator("[title^='Descendre']").click();
    assertThat(page.locator("#order tbody tr").first()).containsText("Lagadec");
    shot(page, "order");
    pages.open("/proposal.xhtml?id=" + Letting.proposalTo(second));
    page.selectOption("#channel", "POST");
    page.fill("#notifiedOn", LettingPages.typed(today().plusDays(1)));
    page.click("#told");
    pages.isTold("notifiedOn");
    page.fill("#notifiedOn", LettingPages.typed(today()));
    page.click("#told");
    assertThat(page.locator(".notice.good")).containsText("Notification enregistrée");
    assertThat(page.locator("main")).containsText("lettre recommandée");
    Accessibility.everywhere(page);
    shot(page, "notification");
    page.context().close();
    Letting.leave(first, second);
  }

  @Test
  void L_441_1_commitmentsAreReadWithTheirDefinitionAndWhatIsLacking() {
    Page page = browser.signedIn("prefecture.44");
    page.navigate(Browser.address("/commitments.xhtml"));
    assertThat(page.locator("#h-FIRST_QUARTILE")).isVisible();
    assertThat(page.locator("main")).containsText("(L.441-1)");
    assertThat(page.locator(".fw-table tbody tr").first()).isVisible();
    Accessibility.everywhere(page);
    shot(page, "commitments");
    page.selectOption("#landlord", page.locator("#landlord option").nth(1).getAttribute("value"));
    page.locator("form.fw-filter button").click();
    page.waitForURL(url -> url.contains("landlord="));
    assertThat(page.locator("h1")).containsText("·");
    page.navigate(Browser.address("/efforts.xhtml"));
    assertThat(page.locator("#h-whole")).containsText("propositions pour loger une demande");
    Accessibility.everywhere(page);
    shot(page, "efforts");
    page.context().close();
  }

  @Test
  void R_441_2_5_theManagerReadsWhatIsPutBackBeforeUndoingALease() {
    Page page = browser.signedIn("gestionnaire");
    page.navigate(Browser.address("/leases.xhtml"));
    Accessibility.everywhere(page);
    shot(page, "leases");
    Locator undo = page.locator("a[href*='lease-undo.xhtml']").first();
    undo.click();
    page.waitForURL(url -> url.contains("/lease-undo.xhtml"));
    assertThat(page.locator("#h-effect")).isVisible();
    assertThat(page.locator("main")).containsText("La demande redevient active");
    page.click("#undo");
    new LettingPages(page).isTold("words");
    Accessibility.everywhere(page);
    page.fill("#words", "Bail saisi pour un autre candidat");
    shot(page, "undo");
    page.click("#undo");
    page.waitForURL(url -> url.contains("/leases.xhtml?cancelled=true"));
    assertThat(page.locator(".notice.good")).containsText("Signature annulée");
    assertThat(page.locator("tbody tr").first()).containsText("Annulé");
    page.context().close();
  }

  private static void shot(Page page, String name) {
    if (System.getProperty("shots") != null) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of(System.getProperty("shots"), name + ".png")));
    }
  }
}
