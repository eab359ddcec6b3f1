package fr.toitcommun.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page, as those see it who may open it: WCAG 2.1 AA by axe, on a desk's screen and on a
 * phone, in both languages.
 */
class AccessibilityIT extends BrowserTest {
  private static final Letting THERE = new Letting("44010", "Batz-sur-Mer");
  private static final String DESCRIBED =
      "/candidates.xhtml?municipality=44109&type=T2&scheme=PLUS";

  /** Who opens what; names in braces stand for what {@link #prepare} stored. */
  private static final String YESTERDAY =
      LettingPages.typed(Calls.today().minusDays(1)).replace("/", "%2F");

  private static final List<Visit> VISITS =
      List.of(
          visit(
              null,
              "/error-403.xhtml /error-404.xhtml /error-500.xhtml /error-expired.xhtml",
              "/login.xhtml /login.xhtml?error=1"),
          visit(
              "guichet.nantes",
              "/home.xhtml /register.xhtml /find.xhtml?q=martin",
              "/work.xhtml?list=TO_COMPLETE /work.xhtml?list=RENEWALS /certificates.xhtml",
              "/demand.xhtml?number={demand} /modify.xhtml?number={demand}",
              "/complement.xhtml?number={demand}",
              "/duplicates.xhtml /duplicate.xhtml?set={set}",
              "/documents.xhtml?number={demand} /documents-to-check.xhtml"),
          visit(
              Letting.LANDLORD,
              "/home.xhtml /register.xhtml /find.xhtml?q=martin /demand.xhtml?number={demand}",
              "/modify.xhtml?number={demand} /fits.xhtml?number={demand}",
              "/complement.xhtml?number={demand}",
              "/household.xhtml?number={demand} /past.xhtml?number={demand}&on=" + YESTERDAY,
              "/priorities.xhtml?number={demand} /labels.xhtml",
              "/eligibility.xhtml?number={demand}&vacancy={home}",
              "/vacancies.xhtml /declare.xhtml /vacancy.xhtml?id={home}",
              "/candidates.xhtml /candidates.xhtml?vacancy={home}",
              DESCRIBED,
              "/stock.xhtml /stock.xhtml?q=rue&state=VACANT /import-stock.xhtml",
              "/declare-known.xhtml?vacancy={home} /agreements.xhtml /agreement.xhtml?id=1",
              "/edit-agreement.xhtml /edit-agreement.xhtml?id=1",
              "/proposals.xhtml /proposals.xhtml?filter=TO_SIGN /proposals.xhtml?filter=ENDED",
              "/proposal.xhtml?id={proposal} /lease.xhtml?proposal={proposal}",
              "/sessions.xhtml /session.xhtml?id={session} /convene.xhtml?id={session}",
              "/decide.xhtml?session={session}&id={candidate}",
              "/proposals.xhtml?filter=TO_NOTIFY /proposals.xhtml?filter=CONDITIONS",
              "/commitments.xhtml /efforts.xhtml /compare.xhtml?vacancy={home}&numbers={demand}",
              "/duplicates.xhtml?reason=SAME_NAMES /duplicate.xhtml?set={set}"),
          visit(
              Letting.LANDLORD,
              "/live.xhtml?id={session} /live.xhtml?id={session}&candidate={candidate}",
              "/live.xhtml?id={session}&screen=true /seats.xhtml /session-month.xhtml"
                  + " /commission-report.xhtml",
              "/commission.xhtml /commission.xhtml?id={commission}",
              "/session.xhtml?id={signed} /vote.xhtml?session={vote}",
              "/dwelling.xhtml?id={dwelling} /modify-dwelling.xhtml?id={dwelling}"),
          visit(
              Letting.OTHER_LANDLORD,
              "/home.xhtml /demand.xhtml?number={demand} /fits.xhtml?number={demand}"),
          visit(
              "prefecture.44",
              "/home.xhtml /find.xhtml /demand.xhtml?number={demand}",
              "/modify.xhtml?number={demand} /fits.xhtml?number={demand}",
              "/priorities.xhtml?number={demand} /labels.xhtml",
              "/designations.xhtml /designations.xhtml?state=LAPSED /agreements.xhtml",
              "/designate.xhtml?vacancy={offered}",
              DESCRIBED),
          visit(
              "departement.44",
              "/home.xhtml /find.xhtml /demand.xhtml?number={demand} /fits.xhtml?number={demand}",
              "/history.xhtml?number={demand} /history.xhtml?number={demand}&kind=REGISTERED"),
          visit("commune.saint-nazaire", "/home.xhtml /register.xhtml /find.xhtml?q=durand"),
          visit("action.logement", "/home.xhtml /find.xhtml?q=durand", DESCRIBED),
          visit(
              "adil.44",
              "/home.xhtml /commitments.xhtml /efforts.xhtml /query.xhtml /questions.xhtml",
              "/query.xhtml?indicator=ACTIVE&rows=AGE&columns=TRANSFER",
              "/observatory.xhtml /tables.xhtml /tables.xhtml?table=YEARS /indicators.xhtml",
              "/map.xhtml /map.xhtml?rows=DEPARTEMENT&kind=CIRCLES /quality.xhtml",
              "/extracts.xhtml /ask-extract.xhtml /reports.xhtml"),
          visit(
              Letting.LANDLORD,
              "/observatory.xhtml /tables.xhtml?table=STOCK_BY_EPCI&compared=2026-01-01",
              "/behind.xhtml?indicator=ACTIVE&f.AGE=A20_24 /quality.xhtml",
              "/quality-list.xhtml?indicator=FORM_INCOMPLETE"),
          visit("commune.sans-guichet", "/home.xhtml /seats.xhtml"),
          visit(
              "gestionnaire",
              "/home.xhtml /find.xhtml?q=le+goff /demand.xhtml?number={demand}",
              "/commitments.xhtml /efforts.xhtml /leases.xhtml /lease-undo.xhtml?lease={lease}",
              "/duplicates.xhtml /duplicate.xhtml?set={set}",
              "/documents.xhtml?number={demand} /documents-to-check.xhtml",
              "/letters.xhtml /batch.xhtml?id={batch} /templates.xhtml",
              "/template.xhtml?kind=RENEWAL_NOTICE /template.xhtml?kind=UNREACHABLE_NOTICE",
              "/districts.xhtml /districts.xhtml?municipality=44109",
              "/grids.xhtml /grid.xhtml?id=2 /grid.xhtml?id=3 /searches.xhtml",
              "/thresholds.xhtml /size-grid.xhtml /size-grid.xhtml?territory=44 /collective.xhtml",
              "/jobs.xhtml /job-list.xhtml?job=RENEWAL_NOTICES /job-list.xhtml?delayed=true",
              "/agreements.xhtml?departement=44 /edit-agreement.xhtml",
              "/shapes.xhtml /report-template.xhtml?kind=YEARLY",
              DESCRIBED));

  private static Prepared prepared;

  /**
   * Pages that one account opens.
   *
   * @param login null: nobody is signed in
   */
  private record Visit(String login, List<String> paths) {}

  /** What the pages show: a dwelling before the commission and one of those it is proposed to. */
  private record Prepared(
      String demand,
      long home,
      long proposal,
      long session,
      String candidate,
      String set,
      long batch,
      long lease,
      Council council) {
    String in(String path) {
      return path.replace("{demand}", demand)
          .replace("{home}", String.valueOf(home))
          .replace("{proposal}", String.valueOf(proposal))
          .replace("{session}", String.valueOf(session))
          .replace("{candidate}", candidate)
          .replace("{set}", set)
          .replace("{batch}", String.valueOf(batch))
          .replace("{lease}", String.valueOf(lease))
          .replace("{commission}", council.commission())
          .replace("{signed}", council.signed())
          .replace("{vote}", council.vote())
          .replace("{dwelling}", council.dwelling())
          .replace("{offered}", council.offered());
    }
  }

  /**
   * Of the demonstration: a commission, a session whose minutes are signed, one that is voted on, a
   * dwelling of the stock, a vacancy at the State's disposal.
   */
  private record Council(
      String commission, String signed, String vote, String dwelling, String offered) {
    static Council find() {
      Page page = browser.signedIn(Letting.LANDLORD);
      page.navigate(Browser.address("/sessions.xhtml"));
      String commission = id(page.locator("a[href*='commission.xhtml?id=']").first());
      String signed = signed(page);
      page.navigate(Browser.address("/seats.xhtml"));
      String vote = id(page.locator("a[href*='vote.xhtml?session=']").first());
      page.navigate(Browser.address("/stock.xhtml"));
      String dwelling = id(page.locator("a[href*='dwelling.xhtml?id=']").first());
      page.context().close();
      Page state = browser.signedIn("prefecture.44");
      state.navigate(Browser.address("/designations.xhtml"));
      String offered = id(state.locator("a[href*='designate.xhtml?vacancy=']").first());
      state.context().close();
      return new Council(commission, signed, vote, dwelling, offered);
    }

    /** Those planned come first, and those left to be signed. */
    private static String signed(Page page) {
      Locator rows =
          page.locator("#h-closed + .table-scroll tbody tr")
              .filter(new Locator.FilterOptions().setHasNot(page.locator(".tag.warn")));
      for (int at = 2; rows.count() == 0; at++) {
        page.navigate(Browser.address("/sessions.xhtml?page=" + at));
        assertThat(at).as("pages of sessions without one that is signed").isLessThan(50);
      }
      return id(rows.first().locator("th a"));
    }

    private static String id(Locator link) {
      return link.getAttribute("href").replaceAll(".*=", "");
    }
  }

  /** Paths apart from each other by spaces, on as many lines as are readable. */
  private static Visit visit(String login, String... paths) {
    return new Visit(login, List.of(String.join(" ", paths).split(" ")));
  }

  @BeforeAll
  static void prepare() {
    Letting.Home home = THERE.vacant();
    String demand = THERE.waiting("Hascoët", 300);
    Letting.propose(home, demand, THERE.waiting("Inizan", 200), THERE.waiting("Jaouen", 100));
    Page page = browser.signedIn(Letting.LANDLORD);
    SessionPages sessions = new SessionPages(page);
    long session = sessions.plan("Salle du conseil");
    sessions.putOnAgenda(home);
    Locator decide = page.locator("a[href*='decide.xhtml']").first();
    String candidate = decide.getAttribute("href").replaceAll(".*[?&]id=", "");
    LetterPages.askForNotice(page, demand);
    page.context().close();
    Page manager = browser.signedIn("gestionnaire");
    long batch = LetterPages.batch(manager, "UNREACHABLE_NOTICE", "44");
    manager.context().close();
    prepared =
        new Prepared(
            demand,
            home.vacancy(),
            Letting.proposalTo(demand),
            session,
            candidate,
            duplicates(),
            batch,
            lease(),
            Council.find());
  }

  /** The first set of likely duplicates that the manager finds, of two demands of one person. */
  private static String duplicates() {
    String surname = InventedName.next();
    THERE.waiting(surname, 20);
    THERE.waiting(surname, 10);
    Page page = browser.signedIn("gestionnaire");
    DuplicatesJourneyIT.search(page);
    page.navigate(Browser.address("/duplicates.xhtml?reason=SAME_NAMES"));
    Locator compare = page.locator("tr", new Page.LocatorOptions().setHasText(surname));
    while (compare.count() == 0) {
      page.locator(".paging a[rel=next]").click();
    }
    String set = compare.locator("a.btn").getAttribute("href").replaceAll(".*=", "");
    page.context().close();
    return set;
  }

  /** The latest lease that stands. */
  private static long lease() {
    return Calls.as("gestionnaire")
        .get("/leases?limit=20")
        .jsonPath()
        .getLong("leases.find { it.cancelledAt == null }.leaseId");
  }

  static Stream<Visit> visits() {
    return VISITS.stream();
  }

  /** All of a visit with one signing in, and on each page all that can be seen of it. */
  @ParameterizedTest
  @MethodSource("visits")
  void pagesHaveNoBarrierInFrenchNorOnAPhoneNorInEnglishByChoice(Visit visit) {
    Page page = visit.login() == null ? browser.page() : browser.signedIn(visit.login());
    for (String path : visit.paths()) {
      open(page, path);
      Accessibility.check(page);
      assertThat(page.locator("html").getAttribute("lang")).as(path).isEqualTo("fr");
      assertThat(page.locator("body").innerText()).as(path).contains("Démonstration");
      if (Letting.LANDLORD.equals(visit.login())) {
        Accessibility.onAPhone(page);
      }
    }
    // The session keeps the choice: French comes first.
    for (String path : visit.paths()) {
      open(page, path + (path.contains("?") ? "&" : "?") + "lang=en");
      Accessibility.check(page);
      assertThat(page.locator("html").getAttribute("lang")).as(path).isEqualTo("en");
      assertThat(page.locator("body").innerText())
          .as(path)
          .contains("Demonstration")
          .doesNotContain("Démonstration");
    }
    page.context().close();
  }

  @Test
  void whatIsWrongIsFound() {
    Page page = browser.page();
    page.setContent(
        "<html lang='fr'><head><title>Essai</title></head><body><main><h1>Essai</h1><img"
            + " src='data:,'><p style='color:#ccc;background:#fff'>Pâle</p></main></body></html>");
    assertThatThrownBy(() -> Accessibility.check(page))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("image-alt")
        .hasMessageContaining("color-contrast");
    page.setContent(
        "<html lang='fr'><head><title>Essai</title></head><body><main><h1>Essai</h1>"
            + "<p style='width:600px'>Large</p></main></body></html>");
    Accessibility.check(page);
    assertThatThrownBy(() -> Accessibility.onAPhone(page)).isInstanceOf(AssertionError.class);
    page.context().close();
  }

  @ParameterizedTest
  @CsvSource({
    "adil.44, /find.xhtml?q=martin",
    "adil.44, /register.xhtml",
    "adil.44, /duplicates.xhtml",
    "commune.sans-guichet, /find.xhtml?q=martin",
    "guichet.nantes, /vacancies.xhtml",
    "prefecture.44, /sessions.xhtml",
    "bailleur.nantes, /letters.xhtml",
    "bailleur.nantes, /leases.xhtml",
    "guichet.nantes, /template.xhtml?kind=CANCELLED",
    "prefecture.44, /jobs.xhtml",
    "guichet.nantes, /grids.xhtml",
    "guichet.nantes, /searches.xhtml"
  })
  void R_441_2_6_aPageBeyondOnesRightsIsRefusedWithoutAnyName(String login, String path) {
    Page page = browser.signedIn(login);
    Response response = page.navigate(Browser.address(path));
    assertThat(response.status()).isEqualTo(403);
    assertThat(page.content()).doesNotContain("demand.xhtml?number").doesNotContain("\tat ");
    Accessibility.check(page);
    page.context().close();
  }

  @Test
  void noPageOfTheApplicationIsLeftOut() throws IOException {
    Path pages = Path.of(System.getProperty("test.home"), "web", "src", "main", "webapp");
    try (Stream<Path> files = Files.list(pages)) {
      List<String> visited =
          VISITS.stream()
              .flatMap(visit -> visit.paths().stream())
              .map(path -> path.substring(1).replaceFirst("\\?.*", ""))
              .toList();
      assertThat(visited)
          .containsAll(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".xhtml"))
                  .toList());
    }
  }

  private static void open(Page page, String path) {
    Response response = page.navigate(Browser.address(prepared.in(path)));
    assertThat(response.status()).as(path).isEqualTo(200);
  }
}
