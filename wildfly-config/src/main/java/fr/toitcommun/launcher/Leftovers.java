package fr.toitcommun.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a launcher that was killed left running on its data folder. Whoever holds the folder may
 * stop it: its owner is gone.
 */
final class Leftovers {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Leftovers() {}

  /**
   * The processes of PostgreSQL that run from these binaries, which are this folder's own; the dead
   * do not count.
   */
  static List<ProcessHandle> database(Path binaries) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().command().orElse("").startsWith(binaries.toString()))
        .toList();
  }

  /**
   * Stops the PostgreSQL that runs on these files, cleanly, even with clients connected, and takes
   * away the mark of one that was killed: PostgreSQL itself would believe it for as long as its
   * process number is in use, be it by another program.
   */
  static void stopDatabase(Path files, Path binaries) {
    List<ProcessHandle> processes = database(binaries);
    Path mark = files.resolve("postmaster.pid");
    try {
      if (!processes.isEmpty()) {
        System.out.println("A PostgreSQL left from before is stopped first.");
        // PostgreSQL's fast shutdown; Java itself only sends TERM, which waits for the clients.
        String main = Files.exists(mark) ? Files.readAllLines(mark).get(0).strip() : "";
        for (ProcessHandle process : processes) {
          if (Long.toString(process.pid()).equals(main)) {
            new ProcessBuilder("kill", "-INT", main).start();
          }
        }
        processes.forEach(process -> requireEnd(process, "PostgreSQL"));
      }
      Files.deleteIfExists(mark);
    } catch (IOException e) {
      throw new StartRefused(
          "What a start before left in " + files + " cannot be cleared: " + e, e);
    }
  }

  /** Stops the servers that run on this base folder. */
  static void stopServers(Path base) {
    String mark = "-Djboss.server.base.dir=" + base;
    ProcessHandle.allProcesses()
        .filter(process -> commandLine(process).contains(mark))
        .forEach(
            process -> {
              System.out.println("A server left from before is stopped first.");
              process.destroy();
              requireEnd(process, "server");
            });
  }

  private static String commandLine(ProcessHandle process) {
    return process.info().commandLine().orElse("");
  }

  private static void requireEnd(ProcessHandle process, String what) {
    if (!awaitEnd(process, PATIENCE)) {
      throw new StartRefused(
          "The " + what + " left from before (process " + process.pid() + ") does not stop.");
    }
  }

  /** Waits until a process has ended; tells whether it has. */
  static boolean awaitEnd(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
