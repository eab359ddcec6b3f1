package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.toitcommun.ear.Calls.today;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Proposals and fitting dwellings as applicants and landlords stand to them, in a real browser. */
class ProposalPagesIT extends BrowserTest {
  private static final Letting THERE = new Letting("44097", "Mesquer");

  @Test
  void R_441_2_6_anotherLandlordSeesThatAProposalIsUnderWayAndNoMore() {
    Letting.Home home = THERE.vacant();
    String number = THERE.waiting("Evenou", 100);
    Letting.propose(home, number);
    Page page = browser.signedIn(Letting.OTHER_LANDLORD);
    LettingPages pages = new LettingPages(page);
    pages.openDemand(number);
    assertThat(page.locator("#proposals tbody tr")).hasCount(1);
    assertThat(page.locator("#proposals")).containsText("en cours");
    assertThat(page.locator("#proposals")).containsText("T2 Mesquer");
    assertThat(page.locator("main")).not().containsText(home.address());
    assertThat(page.locator("main a[href*='vacancy'], main a[href*='proposal.xhtml']")).hasCount(0);
    Accessibility.check(page);
    pages.open(THERE.described());
    assertThat(pages.candidate(number)).containsText("Proposition en cours ailleurs");
    for (String path :
        new String[] {
          "/vacancy.xhtml?id=" + home.vacancy(),
          "/candidates.xhtml?vacancy=" + home.vacancy(),
          "/proposal.xhtml?id=" + Letting.proposalTo(number)
        }) {
      assertThat(page.navigate(Browser.address(path)).status()).as(path).isEqualTo(404);
      assertThat(page.content()).doesNotContain(home.address());
    }
    page.context().close();
    Letting.leave(number);
  }

  @Test
  void R_441_10_aRefusalSaysItsMotive() {
    Letting.Home home = THERE.vacant();
    String number = THERE.waiting("Floch", 100);
    Letting.propose(home, number);
    Page page = browser.signedIn(Letting.LANDLORD);
    LettingPages pages = new LettingPages(page);
    pages.open("/proposal.xhtml?id=" + Letting.proposalTo(number));
    pages.answer("REFUSE");
    page.fill("#on", LettingPages.typed(today()));
    page.click("#record");
    pages.isTold("motive");
    assertThat(page.locator("#on")).hasValue(LettingPages.typed(today()));
    page.selectOption("#motive", "OTHER");
    page.click("#record");
    pages.isTold("detail");
    assertThat(page.locator("#motive")).hasValue("OTHER");
    Accessibility.everywhere(page);
    page.fill("#detail", "Attend un logement avec jardin");
    pages.record();
    assertThat(page.locator(".notice.good")).containsText("Refus enregistré");
    assertThat(pages.line(number)).containsText("Autre motif");
    pages.openDemand(number);
    assertThat(page.locator("#proposals")).containsText("Autre motif");
    assertThat(page.locator("#history")).containsText("Proposition refusée");
    page.context().close();
    // Refusal and motive are events that every landlord shares (R.441-2-15), the words are not.
    Page other = browser.signedIn(Letting.OTHER_LANDLORD);
    new LettingPages(other).openDemand(number);
    assertThat(other.locator("#proposals")).containsText("Autre motif");
    assertThat(other.locator("main")).not().containsText("jardin");
    other.context().close();
    Letting.leave(number);
  }

  @Test
  void fromADemandTheDwellingThatFitsAndWhyOthersDoNot() {
    Letting.Home fitting = THERE.vacant();
    Letting.Home elsewhere = new Letting("44125", "Piriac-sur-Mer").vacant();
    Letting.Home tooBig = THERE.vacant("T5", "PLUS");
    Letting.Home tooCheap = THERE.vacant("T2", "PLAI");
    String number = THERE.waiting("Guivarch", 100);
    Page page = browser.signedIn(Letting.LANDLORD);
    LettingPages pages = new LettingPages(page);
    pages.openDemand(number);
    page.locator("a[href*='fits.xhtml']").click();
    page.waitForURL(url -> url.contains("/fits.xhtml"));
    Locator fits = page.locator("[role=region][aria-label='Logements qui conviennent']");
    assertThat(fits).containsText(fitting.address());
    assertThat(fits).not().containsText(tooBig.address());
    // Not a municipality they chose, but they accept others (form, "demande élargie").
    assertThat(
            fits.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(elsewhere.address())))
        .containsText("Hors des choix, à 7");
    failing(page, tooBig, "Le logement est un T5 ; demandé : T2.");
    failing(page, tooCheap, "au-dessus du plafond PLAI");
    Accessibility.everywhere(page);
    fits.locator("a[href='candidates.xhtml?vacancy=" + fitting.vacancy() + "']").click();
    assertThat(pages.candidate(number)).isVisible();
    page.context().close();
    Letting.leave(number);
  }

  private static void failing(Page page, Letting.Home home, String why) {
    assertThat(
            page.locator("[role=region][aria-label='Autres logements vacants'] tbody tr")
                .filter(new Locator.FilterOptions().setHasText(home.address())))
        .containsText(why);
  }
}
