package fr.toitcommun.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A signed-in client of the application, with a session of its own. */
final class Agent {
  private static final String PASSWORD = "Toit-commun-2006!";
  private static final String CHALLENGE = "j_security_check";

  private final URI address;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private Agent(URI address) {
    this.address = address;
  }

  /** Signs in as systems do: the password is checked here, and not again with each request. */
  static Agent ofInterface(URI address, String login) {
    Agent agent = new Agent(address);
    agent.mustBe(
        204,
        agent.send(
            agent.post(
                "/api/v1/session",
                "{\"login\":\"" + login + "\",\"password\":\"" + PASSWORD + "\"}")));
    return agent;
  }

  /** Several of the same login, each with a session of its own. */
  static List<Agent> several(URI address, String login, int count) {
    return Stream.generate(() -> ofInterface(address, login)).limit(count).toList();
  }

  /** Signs in as people do, by the form. */
  static Agent ofPages(URI address, String login) {
    Agent agent = new Agent(address);
    agent.mustBe(200, agent.send(agent.get("/home.xhtml")));
    HttpRequest form =
        agent
            .to("/" + CHALLENGE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "j_username=" + encoded(login) + "&j_password=" + encoded(PASSWORD)))
            .build();
    HttpResponse<String> home = agent.send(form);
    agent.mustBe(200, home);
    if (home.body().contains(CHALLENGE)) {
      throw new IllegalStateException("The page refuses to sign in " + login);
    }
    return agent;
  }

  /** A request that reads. */
  HttpRequest get(String path) {
    return to(path).GET().build();
  }

  /** A request that sends JSON. */
  HttpRequest post(String path, String json) {
    return to(path)
        .header("Content-Type", "application/json")
        // Without it a request by cookie could come from another site, and is refused.
        .header("X-Requested-With", "benchmark")
        .POST(HttpRequest.BodyPublishers.ofString(json))
        .build();
  }

  /** A request that sends a document. */
  HttpRequest upload(String path, byte[] content) {
    return to(path)
        .header("Content-Type", "application/octet-stream")
        .header("X-Requested-With", "benchmark")
        .POST(HttpRequest.BodyPublishers.ofByteArray(content))
        .build();
  }

  /** A request that sends what a form holds. */
  HttpRequest form(String path, String fields) {
    return to(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(fields))
        .build();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofMinutes(5));
  }

  /** The text that a successful reading gives. */
  String read(String path) {
    HttpResponse<String> answer = send(get(path));
    mustBe(200, answer);
    return answer.body();
  }

  /** A file that a successful reading gives. */
  byte[] file(String path) {
    try {
      HttpResponse<byte[]> answer = http.send(get(path), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + " answers " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends and waits for the whole answer. */
  HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The answer, if it has this status.
   *
   * @throws IllegalStateException when it has another
   */
  HttpResponse<String> mustBe(int status, HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      throw new IllegalStateException(
          answer.request().uri() + " answers " + answer.statusCode() + ": " + answer.body());
    }
    return answer;
  }

  /** A text as it stands in an address. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
