package fr.toitcommun.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the server itself sees to, whatever the page: seen from outside. */
@ExtendWith(ArquillianExtension.class)
class ServerIT {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

  @Deployment(testable = false)
  static EnterpriseArchive application() {
    return ApplicationEar.alone();
  }

  @Test
  void readinessCountsTheDatabaseIn() throws Exception {
    HttpResponse<String> ready = send(HttpRequest.newBuilder(managementAddress("/health/ready")));
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).contains("\"database\"");
    assertThat(send(HttpRequest.newBuilder(managementAddress("/health/live"))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void answersTellNoServerAndMayNotBeFramedOrGuessedAt() throws Exception {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(address("/login.xhtml")));
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
    assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void signingInGivesANewSessionWhoseCookieScriptsAndOtherSitesDoNotGet() throws Exception {
    HttpResponse<String> asked = send(HttpRequest.newBuilder(address("/home.xhtml")));
    assertThat(asked.headers().firstValue("Set-Cookie").orElse(""))
        .contains("HttpOnly", "SameSite=Lax");
    String before = session();
    HttpResponse<String> signedIn =
        send(
            HttpRequest.newBuilder(address("/j_security_check"))
                .header("Content-Type", FORM)
                .POST(
                    BodyPublishers.ofString(
                        "j_username=guichet.nantes&j_password=Toit-commun-2006%21")));
    assertThat(signedIn.statusCode()).isEqualTo(302);
    assertThat(session()).isNotEqualTo(before);
    HttpResponse<String> home = send(HttpRequest.newBuilder(address("/home.xhtml")));
    assertThat(home.statusCode()).isEqualTo(200);
    assertThat(home.body()).doesNotContain("j_password");
  }

  @Test
  void aWrongPasswordOpensNothingAndSystemsGetAProblemForIt() throws Exception {
    for (String login : new String[] {"guichet.nantes", "nobody", "o'brien\u00e9"}) {
      HttpResponse<String> refused = asSystem(login, "wrong");
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
    }
    assertThat(asSystem("guichet.nantes", AsAgent.PASSWORD).statusCode()).isNotEqualTo(401);
    assertThat(asSystem("guichet.nantes", "wrong").statusCode()).isEqualTo(401);
  }

  @Test
  void aFormTooBigIsNotRead() throws Exception {
    HttpResponse<String> refused =
        send(
            HttpRequest.newBuilder(address("/j_security_check"))
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString("j_username=" + "x".repeat(3_000_000))));
    assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(refused.body()).doesNotContain("\tat ", "Exception");
  }

  private HttpResponse<String> asSystem(String login, String password) throws Exception {
    String credentials =
        Base64.getEncoder()
            .encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    // Without the cookies of the others: a system sends its password alone.
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address("/api/v1/demands"))
                .header("Authorization", "Basic " + credentials)
                .build(),
            BodyHandlers.ofString());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private String session() {
    return cookies.getCookieStore().getCookies().stream()
        .map(HttpCookie::getValue)
        .findFirst()
        .orElseThrow();
  }

  private static URI address(String path) {
    return URI.create(Browser.address(path));
  }

  private static URI managementAddress(String path) {
    return URI.create("http://localhost:" + Integer.getInteger("test.management.port") + path);
  }
}
