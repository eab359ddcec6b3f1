package fr.toitcommun.ear;

import static fr.toitcommun.ear.Calls.anonymous;
import static fr.toitcommun.ear.Calls.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The protections of the pages and of the interface for systems, seen from outside. */
class SecurityIT extends BrowserTest {
  private static final String DESK = "guichet.nantes";

  @Test
  void pagesStayOutOfFramesAndSayNothingOfTheServer() {
    Page page = browser.signedIn(DESK);
    Response answer = page.navigate(Browser.address("/home.xhtml"));
    Map<String, String> headers = answer.allHeaders();
    assertThat(headers.get("content-security-policy")).contains("frame-ancestors 'none'");
    assertThat(headers).containsEntry("x-content-type-options", "nosniff");
    assertThat(headers).doesNotContainKeys("server", "x-powered-by");
  }

  @Test
  void theSessionChangesAtSigningIn() {
    Page page = browser.page();
    page.navigate(Browser.address("/home.xhtml"));
    String before = session(page);
    Browser.signIn(page, DESK);
    assertThat(session(page)).isNotEqualTo(before);
  }

  @Test
  void aPostWithoutViewStateRegistersNothingAndShowsNoTrace() {
    Page page = browser.signedIn(DESK);
    APIResponse answer =
        page.request()
            .post(
                Browser.address("/home.xhtml"),
                RequestOptions.create()
                    .setForm(
                        FormData.create()
                            .set("signout", "signout")
                            .set("signout_go", "signout_go")));
    assertThat(answer.text()).doesNotContain("at fr.", "at jakarta.", "Exception:");
    page.navigate(Browser.address("/home.xhtml"));
    assertThat(page.locator("#signout").count()).as("still signed in").isEqualTo(1);
  }

  @Test
  void anUnknownPageShowsNoTrace() {
    Page page = browser.signedIn(DESK);
    Response answer = page.navigate(Browser.address("/no-such-page.xhtml"));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).doesNotContain("at fr.", "at jakarta.", "Exception:");
  }

  @Test
  void aScriptTypedInTheSearchComesBackAsText() {
    Page page = browser.signedIn(DESK);
    String typed = "<script>document.title='taken'</script>";
    page.navigate(Browser.address("/find.xhtml"));
    page.locator("#q").fill(typed);
    page.locator("#q").press("Enter");
    page.waitForURL("**/find.xhtml?q=*");
    assertThat(page.locator("#q").inputValue()).isEqualTo(typed);
    assertThat(page.content()).doesNotContain(typed);
    assertThat(page.title()).isNotEqualTo("taken");
  }

  @Test
  void nobodyComesInWithoutBeingKnown() {
    anonymous()
        .get("/counters")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", startsWith("Basic"));
    anonymous()
        .auth()
        .preemptive()
        .basic(DESK, "wrong")
        .get("/counters")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
    anonymous().contentType(ContentType.JSON).body("{}").post("/demands").then().statusCode(401);
  }

  @Test
  void aSessionSparesThePasswordAndIsNotUsableFromAnotherSite() {
    String cookie = as(DESK).post("/session").then().statusCode(204).extract().cookie("toitcommun");
    anonymous()
        .cookie("toitcommun", cookie)
        .get("/session")
        .then()
        .statusCode(200)
        .body("login", equalTo(DESK))
        .body("rights", hasItems("CONSULT", "REGISTER"));
    String body = "{\"applicant\": {\"surname\": \"A\", \"givenName\": \"B\"}}";
    for (Map<String, String> header :
        List.of(
            Map.<String, String>of(),
            Map.of("Origin", "https://evil.example", "X-Requested-With", "x"),
            Map.of("Origin", "null"))) {
      anonymous()
          .cookie("toitcommun", cookie)
          .headers(header)
          .contentType(ContentType.JSON)
          .body(body)
          .post("/demands/duplicates")
          .then()
          .statusCode(403)
          .body("type", equalTo("https://toit-commun.example/problems/cross-site"));
    }
    anonymous()
        .cookie("toitcommun", cookie)
        .header("X-Requested-With", "a system")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/demands/duplicates")
        .then()
        .statusCode(200);
    anonymous()
        .cookie("toitcommun", cookie)
        .header("X-Requested-With", "a system")
        .delete("/session")
        .then()
        .statusCode(204);
    anonymous().cookie("toitcommun", cookie).get("/session").then().statusCode(401);
    Map<String, String> wrong = Map.of("login", DESK, "password", "wrong");
    anonymous().contentType(ContentType.JSON).body(wrong).post("/session").then().statusCode(401);
  }

  private static String session(Page page) {
    return page.context().cookies().stream()
        .filter(cookie -> "toitcommun".equals(cookie.name))
        .map((Cookie cookie) -> cookie.value)
        .findFirst()
        .orElse("");
  }
}
