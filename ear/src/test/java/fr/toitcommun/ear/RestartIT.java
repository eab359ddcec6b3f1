package fr.toitcommun.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run command's own launcher, killed in the middle of the work and started again. */
class RestartIT {
  private static final byte[] PAPER = Papers.pdf("tenace");
  private static final int THREADS = 8;
  private static final int BEFORE_THE_KILL = 150;
  private static final Pattern TOTAL = Pattern.compile("\"total\"\\s*:\\s*(\\d+)");
  private static final Pattern NUMBER = Pattern.compile("\"uniqueNumber\"\\s*:\\s*\"([^\"]{18})\"");

  @TempDir private Path folder;

  @Test
  void everyNumberAnsweredBeforeAKillIsThereWholeAfterTheRestart() throws Exception {
    Queue<String> answered = new ConcurrentLinkedQueue<>();
    String documents;
    String content;
    try (RunningApplication killed = RunningApplication.start(folder)) {
      HttpClient client = signedIn(killed);
      documents = documentsOf(client.send(registration(killed), body()));
      HttpResponse<String> deposited = client.send(deposit(killed, documents), body());
      assertThat(deposited.statusCode()).isEqualTo(201);
      content = documents + "/" + deposited.body().replaceAll("\\D", "") + "/content";
      CountDownLatch enough = new CountDownLatch(BEFORE_THE_KILL);
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      for (int thread = 0; thread < THREADS; thread++) {
        threads.submit(() -> registerUntilItBreaks(client, killed, answered, enough));
      }
      assertThat(enough.await(3, TimeUnit.MINUTES)).isTrue();
      killed.killEverything();
      threads.shutdown();
      assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(answered).hasSizeGreaterThanOrEqualTo(BEFORE_THE_KILL);
    try (RunningApplication again = RunningApplication.start(folder)) {
      HttpClient client = signedIn(again);
      List<String> wanting = new ArrayList<>();
      for (String number : answered) {
        HttpResponse<String> read = client.send(get(again, "/api/v1/demands/" + number), body());
        if (read.statusCode() != 200
            || !read.body().contains("\"Tenace\"")
            || !read.body().contains("44109")
            || !read.body().contains("REGISTERED")) {
          wanting.add(number + ": " + read.statusCode());
        }
      }
      assertThat(wanting).isEmpty();
      assertThat(client.send(get(again, content), HttpResponse.BodyHandlers.ofByteArray()).body())
          .isEqualTo(PAPER);
      HttpResponse<String> found =
          client.send(get(again, "/api/v1/demands?q=tenace&limit=1"), body());
      // What was not answered may be there or not; what was is found by its name too.
      Matcher total = TOTAL.matcher(found.body());
      assertThat(total.find()).isTrue();
      assertThat(Integer.parseInt(total.group(1))).isGreaterThanOrEqualTo(answered.size());
      assertThat(again.stop()).isTrue();
    }
  }

  private static String documentsOf(HttpResponse<String> registered) {
    Matcher number = NUMBER.matcher(registered.body());
    assertThat(number.find()).isTrue();
    return "/api/v1/demands/" + number.group(1) + "/documents";
  }

  private static HttpRequest deposit(RunningApplication application, String documents) {
    return HttpRequest.newBuilder(application.uri(documents + "?kind=OTHER"))
        .header("Content-Type", "application/pdf")
        .header("X-Requested-With", "RestartIT")
        .POST(HttpRequest.BodyPublishers.ofByteArray(PAPER))
        .build();
  }

  private static void registerUntilItBreaks(
      HttpClient client,
      RunningApplication application,
      Queue<String> answered,
      CountDownLatch enough) {
    try {
      while (true) {
        HttpResponse<String> response = client.send(registration(application), body());
        Matcher number = NUMBER.matcher(response.body());
        if (response.statusCode() == 201 && number.find()) {
          answered.add(number.group(1));
          enough.countDown();
        }
      }
    } catch (IOException killed) {
      // The server is gone: what it answered until now is what counts.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpClient signedIn(RunningApplication application) throws Exception {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    String basic =
        Base64.getEncoder()
            .encodeToString(
                ("guichet.nantes:" + AsAgent.PASSWORD).getBytes(StandardCharsets.UTF_8));
    HttpRequest session =
        HttpRequest.newBuilder(application.uri("/api/v1/session"))
            .header("Authorization", "Basic " + basic)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    assertThat(client.send(session, body()).statusCode()).isEqualTo(204);
    return client;
  }

  private static HttpRequest registration(RunningApplication application) {
    String form =
        """
        {"identityChecked": true,
         "applicant": {"civility": "1", "surname": "Tenace", "givenName": "Gaël",
                       "birthDate": "1979-08-14", "nationality": "1"},
         "contact": {"addressLine": "3 rue des Lilas", "postalCode": "44000", "city": "Nantes"},
         "currentHousing": {"tenure": "LP"}, "motives": {"main": "09"},
         "sought": {"category": "I", "types": ["T2"], "acceptsOtherLocations": false,
                    "locations": [{"municipalityCode": "44109"}]}}
        """;
    return HttpRequest.newBuilder(application.uri("/api/v1/demands"))
        .header("Content-Type", "application/json")
        .header("X-Requested-With", "RestartIT")
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
  }

  private static HttpRequest get(RunningApplication application, String path) {
    return HttpRequest.newBuilder(application.uri(path)).build();
  }

  private static HttpResponse.BodyHandler<String> body() {
    return HttpResponse.BodyHandlers.ofString();
  }

  @Test
  void aPortThatIsTakenIsNamedWithTheOptionThatTakesAnother() throws Exception {
    try (java.net.ServerSocket taken = new java.net.ServerSocket(0)) {
      Process refused =
          RunningApplication.launcher(folder, "--port", String.valueOf(taken.getLocalPort()))
              .start();
      String said = new String(refused.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(refused.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(refused.exitValue()).isNotZero();
      assertThat(said).contains(String.valueOf(taken.getLocalPort())).contains("--port");
    }
    assertThat(Files.exists(folder.resolve("postgresql/PG_VERSION"))).isFalse();
  }
}
