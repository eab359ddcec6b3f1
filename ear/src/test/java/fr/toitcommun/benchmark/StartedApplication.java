package fr.toitcommun.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The application as the command {@code run} starts it, on ports and data of the benchmark's own.
 */
final class StartedApplication implements AutoCloseable {
  private static final Pattern LOADED =
      Pattern.compile("loaded: (\\d+) active demands in (\\d+) s");
  private static final String READY = "READY";
  private static final Duration TO_STOP = Duration.ofMinutes(2);

  private final Options options;
  private final Process launcher;
  private final Thread stopAtTheEnd = new Thread(this::stop, "stop");
  private final Duration toReady;
  private String loading;

  private StartedApplication(Options options) {
    this.options = options;
    long start = System.nanoTime();
    try {
      this.launcher =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin/java").toString(),
                  "-jar",
                  options.home().resolve("wildfly-config/target/launcher.jar").toString(),
                  "--data",
                  options.data().toString(),
                  "--demands",
                  Integer.toString(options.demands()),
                  "--port",
                  Integer.toString(options.port()),
                  "--management-port",
                  Integer.toString(options.managementPort()),
                  "--database-port",
                  Integer.toString(options.databasePort()))
              .redirectErrorStream(true)
              .start();
      Runtime.getRuntime().addShutdownHook(stopAtTheEnd);
      awaitReady();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.toReady = Duration.ofNanos(System.nanoTime() - start);
  }

  /** Starts it and waits until it is ready. */
  static StartedApplication on(Options options) {
    return new StartedApplication(options);
  }

  private void awaitReady() throws IOException {
    StringBuilder said = new StringBuilder();
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(launcher.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      Matcher loaded = LOADED.matcher(line);
      if (loaded.find()) {
        loading = loaded.group(1) + " active demands in " + loaded.group(2) + " s";
      }
      if (line.startsWith(READY)) {
        Thread rest = new Thread(() -> lines.lines().forEach(ignored -> {}), "launcher-output");
        rest.setDaemon(true);
        rest.start();
        return;
      }
    }
    throw new IllegalStateException("The application does not start:\n" + said);
  }

  /** From the command to its line READY. */
  Duration toReady() {
    return toReady;
  }

  /** What was loaded in which time; null when the data was there. */
  String loading() {
    return loading;
  }

  URI address() {
    return URI.create("http://localhost:" + options.port());
  }

  /** Its database, seen as the database's own administrator. */
  Database database() throws SQLException, IOException {
    return new Database(
        "jdbc:postgresql://localhost:" + options.databasePort() + "/toitcommun",
        "postgres",
        Files.readString(options.data().resolve("database-password")).strip());
  }

  Memory memory() {
    String binaries = options.data().resolve("postgresql-binaries").toString();
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses();
        Stream<ProcessHandle> started = launcher.descendants()) {
      List<ProcessHandle> database =
          all.filter(one -> one.info().command().orElse("").startsWith(binaries)).toList();
      List<ProcessHandle> server =
          started.filter(one -> one.info().command().orElse("").endsWith("java")).toList();
      return Memory.of(server, database);
    }
  }

  private void stop() {
    // By its handle: its output is still read to the end.
    launcher.toHandle().destroy();
    try {
      launcher.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops server and database and waits until they have. */
  @Override
  public void close() {
    stop();
    Runtime.getRuntime().removeShutdownHook(stopAtTheEnd);
  }
}
