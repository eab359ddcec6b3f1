package fr.toitcommun.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, beside what was asked for. */
final class Report {
  private record Line(String what, String target, String measured, String verdict) {}

  /** What may be measured or fail. */
  interface Part {
    void measure() throws SQLException, IOException;
  }

  private static final String MET = "ok";
  private static final String NOT_MET = "NOT MET";

  private final List<Line> lines = new ArrayList<>();

  /** A figure for which nothing was asked. */
  void note(String what, String measured) {
    add(new Line(what, "", measured, ""));
  }

  /** A figure that was to fulfil a target. */
  void judge(String what, String target, String measured, boolean met) {
    add(new Line(what, target, measured, met ? MET : NOT_MET));
  }

  /** Times whose 95th percentile was to be within this limit, in milliseconds. */
  void judge(String what, Timings timings, double limit) {
    judge(
        what,
        String.format(Locale.ROOT, "p95 ≤ %.0f ms", limit),
        timings + " (" + timings.count() + " requests)",
        timings.percentile(0.95) <= limit);
  }

  /** A part of the measurement; where it fails, that is said and the others go on. */
  void attempt(String what, Part part) {
    try {
      part.measure();
    } catch (RuntimeException | SQLException | IOException e) {
      String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      judge(what, "to be measured", "failed: " + said, false);
    }
  }

  private void add(Line line) {
    lines.add(line);
    System.out.println("  " + line.what() + ": " + line.measured() + " " + line.verdict());
  }

  /** Prints all as one table, then each target that was missed. */
  void print() {
    System.out.println();
    System.out.println("| what | target | measured | |");
    System.out.println("|---|---|---|---|");
    for (Line line : lines) {
      System.out.printf(
          "| %s | %s | %s | %s |%n", line.what(), line.target(), line.measured(), line.verdict());
    }
    System.out.println();
    List<Line> missed = lines.stream().filter(line -> NOT_MET.equals(line.verdict())).toList();
    if (missed.isEmpty()) {
      System.out.println("Every target is met.");
    }
    for (Line line : missed) {
      System.out.printf(
          "NOT MET: %s: %s asked, %s measured%n", line.what(), line.target(), line.measured());
    }
  }
}
