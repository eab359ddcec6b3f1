package fr.toitcommun.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * WildFly with the application in it, on a base folder of its own that is laid anew at every start.
 */
final class ApplicationServer implements AutoCloseable {

  /** Lines of the server that are for the terminal begin so. */
  static final String FOR_THE_TERMINAL = "[toit-commun]";

  private static final String DEPLOYMENT = "toit-commun.ear";
  private static final Duration PATIENCE_TO_START = Duration.ofMinutes(30);
  private static final Duration PATIENCE_TO_STOP = Duration.ofSeconds(45);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final Path base;
  private final Options options;
  private final Process process;
  private final Thread reader;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private ApplicationServer(Path base, Options options, Process process) {
    this.base = base;
    this.options = options;
    this.process = process;
    this.reader = new Thread(this::passOutputOn, "server-output");
    this.reader.setDaemon(true);
  }

  /**
   * Lays the base folder and starts the server on it; returns at once.
   *
   * @param installation the unpacked and configured WildFly
   * @param application the EAR
   * @param folder keeps the base folder
   * @param options ports and address
   * @param environment what the application is told
   */
  static ApplicationServer start(
      Path installation,
      Path application,
      DataFolder folder,
      Options options,
      ConsoleAccounts accounts,
      Map<String, String> environment) {
    Path base = folder.path().resolve("server");
    Leftovers.stopServers(base);
    Ports.requireFree(options.bindAddress(), options.port(), "--port");
    Ports.requireFree("127.0.0.1", options.managementPort(), "--management-port");
    try {
      Path configuration = base.resolve("configuration");
      ConsoleAccounts.Added added = ConsoleAccounts.Added.in(configuration);
      layBase(installation, application, base);
      accounts.writeInto(configuration, added);
      ProcessBuilder builder =
          new ProcessBuilder(
              installation.resolve("bin/standalone.sh").toString(),
              "-Djboss.server.base.dir=" + base,
              "-Djboss.http.port=" + options.port(),
              "-Djboss.management.http.port=" + options.managementPort(),
              "-Djboss.bind.address=" + options.bindAddress(),
              // Preparing an empty database takes its time, within the deployment.
              "-Djboss.as.management.blocking.timeout=" + PATIENCE_TO_START.toSeconds());
      builder.redirectErrorStream(true);
      Map<String, String> variables = builder.environment();
      variables.put("JAVA_HOME", System.getProperty("java.home"));
      variables.put("JBOSS_HOME", installation.toString());
      // The script's place for the JVM's memory serves for what else the JVM must know from its
      // first moment.
      variables.put(
          "JBOSS_JAVA_SIZING",
          "-Xms512m -Xmx1g -XX:MetaspaceSize=128m -Duser.timezone=Europe/Paris"
              + " -Dfile.encoding=UTF-8");
      // So that the script passes on the request to stop.
      variables.put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
      variables.remove("JAVA_OPTS");
      variables.putAll(environment);
      ApplicationServer server = new ApplicationServer(base, options, builder.start());
      server.reader.start();
      return server;
    } catch (IOException e) {
      throw new StartRefused("The server cannot be started: " + e, e);
    }
  }

  /**
   * Configuration and application come from the build each time; logs and the transactions' store
   * stay.
   */
  private static void layBase(Path installation, Path application, Path base) throws IOException {
    for (String folder : List.of("configuration", "deployments", "tmp")) {
      DataFolder.delete(base.resolve(folder));
    }
    DataFolder.copy(
        installation.resolve("standalone/configuration"), base.resolve("configuration"));
    Files.createDirectories(base.resolve("log"));
    Path deployments = Files.createDirectories(base.resolve("deployments"));
    Files.copy(application, deployments.resolve(DEPLOYMENT));
  }

  private void passOutputOn() {
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter log =
            new PrintWriter(Files.newBufferedWriter(consoleLog(), StandardCharsets.UTF_8), true)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.println(line);
        if (line.startsWith(FOR_THE_TERMINAL)) {
          System.out.println(line);
        }
      }
    } catch (IOException e) {
      // The stream ends with the server: nothing more is to be passed on.
    }
  }

  private Path consoleLog() {
    return base.resolve("log/console.log");
  }

  /**
   * Waits until the application is deployed, its pages answer and the server says it is ready.
   *
   * @throws StartRefused with the last lines of the log if it will not be
   */
  void awaitReady() throws InterruptedException {
    Instant giveUp = Instant.now().plus(PATIENCE_TO_START);
    Path deployments = base.resolve("deployments");
    while (true) {
      if (Files.exists(deployments.resolve(DEPLOYMENT + ".failed"))) {
        throw refused("The application could not be deployed.");
      }
      if (Files.exists(deployments.resolve(DEPLOYMENT + ".deployed"))
          && answers(options.managementPort(), "/health/ready", 200)
          && answers(options.port(), "/", 499)) {
        return;
      }
      if (Instant.now().isAfter(giveUp)) {
        throw refused("The server is not ready after " + PATIENCE_TO_START.toMinutes() + " min.");
      }
      if (process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
        reader.join(2000);
        throw refused("The server stopped while it started.");
      }
    }
  }

  /** Whether the server answers there, with a status no higher than this one. */
  private boolean answers(int port, String path, int highestStatus) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .timeout(Duration.ofSeconds(20))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()
          <= highestStatus;
    } catch (IOException e) {
      return false;
    }
  }

  private StartRefused refused(String what) {
    StringBuilder message = new StringBuilder(what);
    try {
      List<String> lines = Files.readAllLines(consoleLog());
      message.append(" Its last lines:\n");
      lines
          .subList(Math.max(0, lines.size() - 40), lines.size())
          .forEach(line -> message.append("  ").append(line).append('\n'));
    } catch (IOException e) {
      message.append('\n');
    }
    return new StartRefused(message + "The whole log: " + base.resolve("log/server.json"));
  }

  /** Waits until the server has ended by itself. */
  void awaitEnd() throws InterruptedException {
    process.waitFor();
    reader.join(2000);
  }

  /** Asks the server to stop, and waits until it has. */
  @Override
  public void close() {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (ProcessHandle one : all) {
      if (!Leftovers.awaitEnd(one, Duration.ofSeconds(5))) {
        one.destroyForcibly();
      }
    }
  }
}
