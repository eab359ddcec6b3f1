package fr.toitcommun.ear;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The protections of the pages, seen from a browser. */
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

  private static String session(Page page) {
    return page.context().cookies().stream()
        .filter(cookie -> "toitcommun".equals(cookie.name))
        .map((Cookie cookie) -> cookie.value)
        .findFirst()
        .orElse("");
  }
}
