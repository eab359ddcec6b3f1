package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.toitcommun.ear.Calls.today;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What a landlord does from the vacant dwelling to the signed lease, in a real browser. */
class LettingJourneyIT extends BrowserTest {
  private static final Letting THERE = new Letting("44069", "Guérande");

  @Test
  void fromTheVacantDwellingToTheSignedLease() {
    int before = THERE.applicants();
    Applicants applicants = Applicants.register();
    Page page = browser.signedIn(Letting.LANDLORD);
    LettingPages pages = new LettingPages(page);
    int satisfied = pages.countedThisMonth("Demandes satisfaites");
    Accessibility.check(page);

    Letting.Home home = declared(page, pages);
    proposed(page, pages, home, applicants, before + 4);
    sessionHeld(page, home, applicants);
    firstRankRefuses(page, pages, applicants);
    secondRankSigns(page, pages, applicants);
    onlyTheTenantLeft(page, pages, applicants, before + 3);

    assertThat(pages.countedThisMonth("Demandes satisfaites")).isEqualTo(satisfied + 1);
    page.context().close();
    Letting.leave(applicants.first(), applicants.third(), applicants.last());
  }

  /** Four who wait for a dwelling, the longest first. */
  private record Applicants(String first, String second, String third, String last) {
    static Applicants register() {
      return new Applicants(
          THERE.waiting("Abgrall", 300),
          THERE.waiting("Bothorel", 250),
          THERE.waiting("Cadiou", 200),
          THERE.waiting("Derrien", 150));
    }
  }

  private static Letting.Home declared(Page page, LettingPages pages) {
    pages.open("/declare.xhtml");
    Accessibility.check(page);
    Letting.Home home = pages.declare(THERE.name());
    Accessibility.check(page);
    pages.open("/vacancies.xhtml?municipality=" + THERE.code());
    Accessibility.check(page);
    page.locator("tbody tr")
        .filter(new Locator.FilterOptions().setHasText(home.address()))
        .locator("a[href*='candidates.xhtml']")
        .click();
    page.waitForURL(url -> url.endsWith("/candidates.xhtml?vacancy=" + home.vacancy()));
    return home;
  }

  private static void proposed(
      Page page, LettingPages pages, Letting.Home home, Applicants applicants, int total) {
    assertThat(page.locator("p.total")).hasText(total + " candidats");
    assertThat(page.locator(".al-candidate")).hasCount(total);
    Locator why = pages.candidate(applicants.second()).locator(".al-why");
    why.locator("summary").click();
    assertThat(why).containsText("Commune : Guérande (44350) est son choix n° 1.");
    assertThat(why).containsText("Type : le logement est un T2 ; demandé : T2.");
    assertThat(why).containsText("Revenu : 14");
    assertThat(why).containsText(LettingPages.typed(today().minusDays(250)));
    assertThat(why).containsText("sur " + total + ".");
    Accessibility.everywhere(page);

    page.click("#confirm");
    assertThat(page.locator("#faults")).containsText("Cochez d’abord");
    pages.choose(applicants.first(), applicants.second(), applicants.third(), applicants.last());
    Accessibility.everywhere(page);
    pages.propose();
    assertThat(pages.id()).isEqualTo(home.vacancy());
    assertThat(page.locator(".notice.good")).containsText("proposé à 4 personnes");
    Accessibility.check(page);
    pages.open("/proposals.xhtml");
    Accessibility.check(page);
  }

  private static void sessionHeld(Page page, Letting.Home home, Applicants applicants) {
    SessionPages sessions = new SessionPages(page);
    long session = agenda(page, sessions, home);
    sessions.convene(session);
    Accessibility.everywhere(page);
    sessions.keepConvened();
    assertThat(page.locator(".al-people")).containsText("Maire – Guérande");
    decisions(page, sessions, applicants);
    sessions.close();
    assertThat(page.locator("h1")).containsText("Close");
    assertThat(page.locator("a[href*='decide.xhtml']")).hasCount(0);
    sessions.isPdf("/session/" + session + "/minutes.pdf");
    Accessibility.everywhere(page);
  }

  private static long agenda(Page page, SessionPages sessions, Letting.Home home) {
    new LettingPages(page).open("/sessions.xhtml");
    page.click("#go");
    new LettingPages(page).isTold("place");
    Accessibility.check(page);
    long session = sessions.plan("Salle des mariages");
    assertThat(page.locator("main")).containsText("Salle des mariages");
    assertThat(page.locator("main")).containsText(LettingPages.typed(today()));
    sessions.putOnAgenda(home);
    assertThat(sessions.examined())
        .containsText(new String[] {"Abgrall", "Bothorel", "Cadiou", "Derrien"});
    sessions.down("Cadiou");
    assertThat(sessions.examined())
        .containsText(new String[] {"Abgrall", "Bothorel", "Derrien", "Cadiou"});
    sessions.isPdf("/session/" + session + "/dossier.pdf");
    Accessibility.everywhere(page);
    return session;
  }

  /** First and third by rank, the second under condition, the last not (R.441-3). */
  private static void decisions(Page page, SessionPages sessions, Applicants applicants) {
    sessions.decideOn(applicants.first());
    sessions.choose("RANKED_ALLOCATION");
    // What the rank does to the commitments is reckoned at once.
    page.waitForResponse(
        answer -> answer.request().method().equals("POST"),
        () -> {
          page.fill("#rank", "1");
          page.locator("#rank").blur();
        });
    sessions.recordAndGoOnTo("Bothorel");
    underCondition(page, sessions);
    notAllocated(page, sessions);
    sessions.choose("RANKED_ALLOCATION");
    page.fill("#rank", "3");
    page.click("#save");
    page.waitForURL(url -> url.contains("/session.xhtml?id="));
    assertThat(page.locator("article.al-item")).containsText("Attribution sous condition");
    assertThat(page.locator("article.al-item")).containsText("Attestation de séparation");
    assertThat(page.locator("article.al-item")).containsText("Dossier incomplet");
    assertThat(page.locator("article.al-item")).not().containsText("à décider");
  }

  private static void underCondition(Page page, SessionPages sessions) {
    LettingPages pages = new LettingPages(page);
    sessions.choose("CONDITIONAL_ALLOCATION");
    page.fill("#rank", "2");
    page.click("#next");
    pages.isTold("conditionText");
    pages.isTold("conditionDeadline");
    assertThat(page.locator("#rank")).hasValue("2");
    page.fill("#conditionText", "Attestation de séparation");
    page.fill("#conditionDeadline", LettingPages.typed(today().plusDays(15)));
    Accessibility.everywhere(page);
    sessions.recordAndGoOnTo("Derrien");
  }

  /** L.441-2-2: without written motive it is refused, and what was typed stays. */
  private static void notAllocated(Page page, SessionPages sessions) {
    sessions.choose("NON_ALLOCATION");
    page.fill("#motiveDetail", "Pièces demandées deux fois");
    page.click("#next");
    new LettingPages(page).isTold("motive");
    assertThat(page.locator("#motiveDetail")).hasValue("Pièces demandées deux fois");
    assertThat(page.locator("input[value=NON_ALLOCATION]")).isChecked();
    Accessibility.everywhere(page);
    page.selectOption("#motive", "INCOMPLETE_FILE");
    sessions.recordAndGoOnTo("Cadiou");
  }

  private static void firstRankRefuses(Page page, LettingPages pages, Applicants applicants) {
    pages.line(applicants.first()).locator("a[href*='proposal.xhtml']").click();
    page.waitForURL(url -> url.contains("/proposal.xhtml?id="));
    pages.answer("REFUSE");
    page.selectOption("#motive", "RENT_TOO_HIGH");
    pages.record();
    assertThat(pages.line(applicants.first())).containsText("Refusé");
    assertThat(pages.line(applicants.first())).containsText("Loyer ou charges trop élevés");
  }

  private static void secondRankSigns(Page page, LettingPages pages, Applicants applicants) {
    pages.open("/lease.xhtml?proposal=" + Letting.proposalTo(applicants.second()));
    assertThat(page.locator(".notice.warn")).containsText("ne peut pas être signé");
    pages.open("/proposal.xhtml?id=" + Letting.proposalTo(applicants.second()));
    assertThat(page.locator("#condition")).containsText("Attestation de séparation");
    assertThat(page.locator("input[value=WITHDRAW]")).isDisabled();
    assertThat(page.locator("#withdraw_hint")).containsText("La commission a attribué ce logement");
    Accessibility.everywhere(page);
    page.click("#met");
    assertThat(page.locator(".notice.good")).containsText("La condition est levée");
    pages.answer("ACCEPT");
    pages.record();
    assertThat(pages.line(applicants.second())).containsText("Accepté le");

    pages.line(applicants.second()).locator("a[href*='lease.xhtml']").click();
    page.waitForURL(url -> url.contains("/lease.xhtml?proposal="));
    lackingData(page, pages);
    page.fill("#signedOn", LettingPages.typed(today()));
    page.selectOption("#collectiveAgreement", "AUCUN");
    page.check("#situationConfirmed");
    page.click("#sign");
    page.waitForURL(url -> url.contains("/vacancy.xhtml?id="));
    assertThat(page.locator("h1")).containsText("Loué");
    assertThat(page.locator(".notice.good")).containsText("Bail signé");
    assertThat(pages.line(applicants.third())).containsText("Libéré");
    Accessibility.check(page);
  }

  /** All that the arrêté of 17 September 2012 asks for and that is not there is told at once. */
  private static void lackingData(Page page, LettingPages pages) {
    page.click("#sign");
    pages.isTold("signedOn");
    pages.isTold("collectiveAgreement");
    pages.isTold("situationConfirmed");
    assertThat(page.locator("#wasTenantOfLandlord_error")).isVisible();
    Accessibility.everywhere(page);
    page.check("input[name=wasTenantOfLandlord][value=false]");
    page.click("#sign");
    pages.isTold("signedOn");
    assertThat(page.locator("input[name=wasTenantOfLandlord][value=false]")).isChecked();
  }

  private static void onlyTheTenantLeft(
      Page page, LettingPages pages, Applicants applicants, int total) {
    pages.openDemand(applicants.second());
    assertThat(page.locator(".under-title")).containsText("Satisfaite");
    assertThat(page.locator("#history")).containsText("Bail signé");
    assertThat(page.locator("#proposals")).containsText("bail signé");
    Accessibility.everywhere(page);
    pages.openDemand(applicants.third());
    assertThat(page.locator(".under-title")).containsText("Active");
    assertThat(page.locator("#proposals")).containsText("libéré");
    assertThat(page.locator("#history")).containsText("Attribution en rang");
    Accessibility.check(page);

    pages.open(THERE.described());
    assertThat(page.locator("p.total")).hasText(total + " candidats");
    assertThat(pages.candidate(applicants.second())).hasCount(0);
    for (String number : new String[] {applicants.first(), applicants.third(), applicants.last()}) {
      assertThat(pages.candidate(number)).hasCount(1);
      assertThat(pages.candidate(number)).not().containsText("en cours ailleurs");
    }
    assertThat(pages.candidate(applicants.first())).containsText("1 refus");
  }
}
