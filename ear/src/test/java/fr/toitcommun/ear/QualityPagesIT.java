package fr.toitcommun.ear;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.toitcommun.ear.Calls.as;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The pages of the quality of the file in a real browser, and the same for systems. */
class QualityPagesIT extends BrowserTest {
  private static final String LANDLORD = "bailleur.nantes";

  @Test
  void fromTheIndicatorToTheListToTheDemand() {
    Page page = browser.signedIn(LANDLORD);
    page.navigate(Browser.address("/quality.xhtml"));
    assertThat(page.locator("h1")).hasText("Qualité du fichier");
    assertThat(page.locator(".ql-all .ql-what")).hasCount(18);
    assertThat(page.locator(".ql-all")).containsText("R.441-2-2 e");
    Accessibility.everywhere(page);
    assertThat(page.locator(".ql-desks tbody tr").first()).hasClass("ql-own");
    page.locator(".ql-chip", named("Ce qui est en retard")).click();
    assertThat(page.locator(".ql-desks thead")).containsText("Saisie");
    page.locator(".ql-desks thead a").nth(1).click();
    assertThat(page.locator(".ql-desks th[aria-sort='descending']")).hasText("Saisie");
    Locator number = page.locator(".ql-all a[href*='indicator=FORM_INCOMPLETE'][href*='desk=']");
    String count = number.innerText();
    number.click();
    assertThat(page.locator("h1 .count")).hasText(count);
    Accessibility.everywhere(page);
    page.locator("tbody th a").first().click();
    assertThat(page).hasURL(Pattern.compile(".*demand\\.xhtml\\?number=.*"));
    page.context().close();
  }

  @Test
  void R_441_2_6_whoSeesStatisticsOnlyReadsNumbersThatLeadNowhere() {
    Page page = browser.signedIn("adil.44");
    page.navigate(Browser.address("/quality.xhtml"));
    assertThat(page.locator(".ql-all .ql-what")).hasCount(18);
    assertThat(page.locator("a[href*='quality-list']")).hasCount(0);
    // Its territory is one département: there is nothing to set side by side.
    assertThat(page.locator("#desks")).hasCount(0);
    Accessibility.everywhere(page);
    Assertions.assertThat(
            page.navigate(Browser.address("/quality-list.xhtml?indicator=INCOME_MISSING")).status())
        .isEqualTo(403);
    Assertions.assertThat(page.navigate(Browser.address("/quality.xhtml?desk=1")).status())
        .isEqualTo(404);
    page.context().close();
  }

  @Test
  void anAddressThatNamesNoIndicatorIsSaidAndNotAFault() {
    Page page = browser.signedIn(LANDLORD);
    Assertions.assertThat(
            page.navigate(Browser.address("/quality-list.xhtml?indicator=NONSENSE&after=x"))
                .status())
        .isEqualTo(200);
    assertThat(page.locator("#messages")).containsText("Cet indicateur n’existe pas");
    page.navigate(Browser.address("/quality.xhtml?family=NONSENSE&sort=x&departement=%27"));
    assertThat(page.locator(".ql-all")).isVisible();
    page.context().close();
  }

  @Test
  void systemsReadTheSameCountsAndLists() {
    as(LANDLORD)
        .get("/observatory/quality")
        .then()
        .statusCode(200)
        .body("indicators", hasSize(18))
        .body("indicators.name", hasItem("Revenu fiscal manquant"))
        .body("linesAre", is("DESKS"))
        .body("here.counts", hasSize(18))
        .body("here.active", notNullValue());
    int total =
        as(LANDLORD)
            .queryParam("limit", "3")
            .get("/observatory/quality/FORM_INCOMPLETE/demands")
            .then()
            .statusCode(200)
            .body("demands", hasSize(3))
            .body("demands.uniqueNumber", everyItem(notNullValue()))
            .body("next", notNullValue())
            .extract()
            .path("total");
    String next =
        as(LANDLORD)
            .queryParam("limit", "100")
            .get("/observatory/quality/FORM_INCOMPLETE/demands")
            .then()
            .statusCode(200)
            .extract()
            .path("next");
    Assertions.assertThat(next != null).isEqualTo(total >= 100);
    as(LANDLORD).get("/observatory/quality/NONSENSE/demands").then().statusCode(404);
    as(LANDLORD)
        .queryParam("after", "nowhere")
        .get("/observatory/quality/FORM_INCOMPLETE/demands")
        .then()
        .statusCode(422)
        .body("faults.field", is(List.of("after")));
    as("adil.44")
        .get("/observatory/quality")
        .then()
        .statusCode(200)
        .body("linesAre", is("DEPARTEMENTS"))
        .body("lines.partner", everyItem(nullValue()));
    as("adil.44").get("/observatory/quality/FORM_INCOMPLETE/demands").then().statusCode(403);
    as("adil.44").queryParam("desk", "1").get("/observatory/quality").then().statusCode(404);
  }

  private static Page.LocatorOptions named(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
