package fr.toitcommun.ear;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The application as the run command starts it, with a data folder and ports of its own. */
final class RunningApplication implements AutoCloseable {
  private final Process launcher;
  private final int port;

  private RunningApplication(Process launcher, int port) {
    this.launcher = launcher;
    this.port = port;
  }

  /**
   * Starts it and waits for its line {@code READY}.
   *
   * @throws IllegalStateException with what it said, when it ends without that line
   */
  static RunningApplication start(Path data) throws IOException {
    int port = freePort();
    Process launcher =
        launcher(
                data,
                "--port",
                String.valueOf(port),
                "--management-port",
                String.valueOf(freePort()),
                "--database-port",
                String.valueOf(freePort()),
                "--demands",
                "500")
            .start();
    StringBuilder said = new StringBuilder();
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(launcher.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith("READY")) {
        return new RunningApplication(launcher, port);
      }
    }
    throw new IllegalStateException("It never was ready:\n" + said);
  }

  /** The launcher with these options; the environment of the tests' own server is kept from it. */
  static ProcessBuilder launcher(Path data, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of(System.getProperty("test.home"), "wildfly-config/target/launcher.jar")
                    .toString(),
                "--data",
                data.toString()));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("TOITCOMMUN_"));
    return builder;
  }

  /** The address of a path. */
  URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** kill -9 of server, database and launcher at once. */
  void killEverything() {
    List<ProcessHandle> family = new ArrayList<>(launcher.descendants().toList());
    family.add(launcher.toHandle());
    family.forEach(ProcessHandle::destroyForcibly);
    family.forEach(process -> process.onExit().join());
  }

  /** Asks it to stop as Ctrl-C does; true when all of it ended. */
  boolean stop() throws InterruptedException {
    List<ProcessHandle> family = launcher.descendants().toList();
    launcher.destroy();
    return launcher.waitFor(1, TimeUnit.MINUTES)
        && family.stream().noneMatch(ProcessHandle::isAlive);
  }

  @Override
  public void close() {
    if (launcher.isAlive()) {
      killEverything();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}
