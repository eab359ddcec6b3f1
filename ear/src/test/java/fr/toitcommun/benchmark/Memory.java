package fr.toitcommun.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/**
 * Main memory that processes hold, as Linux counts it, in MiB.
 *
 * @param server the application server
 * @param database all processes of PostgreSQL, what they share counted once
 */
record Memory(long server, long database) {

  /**
   * Looks at running processes.
   *
   * @param server those of the application server
   * @param database those of PostgreSQL
   */
  static Memory of(Collection<ProcessHandle> server, Collection<ProcessHandle> database) {
    return new Memory(
        server.stream().mapToLong(one -> kilobytes(one, "status", "VmRSS:")).sum() / 1024,
        database.stream().mapToLong(one -> kilobytes(one, "smaps_rollup", "Pss:")).sum() / 1024);
  }

  /** A line of a process's own report; 0 when the process has just ended. */
  private static long kilobytes(ProcessHandle process, String report, String line) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), report)).stream()
          .filter(said -> said.startsWith(line))
          .mapToLong(said -> Long.parseLong(said.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public String toString() {
    return "server " + server + " MiB, PostgreSQL " + database + " MiB";
  }
}
