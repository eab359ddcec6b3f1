package fr.toitcommun.benchmark;

import fr.toitcommun.persistence.registration.duplicate.DuplicateSweep;
import fr.toitcommun.persistence.registration.duplicate.FoundSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Searches the whole file for duplicates, beside the application, and keeps nothing. */
final class DuplicateSearch {
  private static final double LIMIT = 10;
  private static final double RECALL = 0.98;
  private static final double PRECISION = 0.95;
  private static final String PLANTED =
      "select string_agg(unique_number, ' ' order by unique_number) from planted_duplicate where"
          + " kind not in ('TWINS', 'HOMONYM') group by set_number";

  private final Jdbi jdbi;

  DuplicateSearch(Jdbi database) {
    jdbi = database;
  }

  private List<String> departements() {
    return jdbi.withHandle(
        handle -> handle.createQuery("select code from departement").mapTo(String.class).list());
  }

  /** Times it, and counts what it finds of the duplicates that the generator planted. */
  void time(Report report) {
    long start = System.nanoTime();
    List<FoundSet> found =
        jdbi.inTransaction(
            handle ->
                departements().stream()
                    .flatMap(one -> DuplicateSweep.plan(handle, one).stream())
                    .toList());
    double seconds = (System.nanoTime() - start) / 1e9;
    report.judge(
        "Search for duplicates over the whole file",
        String.format(Locale.ROOT, "≤ %.0f s", LIMIT),
        String.format(Locale.ROOT, "%.1f s, %d sets", seconds, found.size()),
        seconds <= LIMIT);
    List<String> texts =
        jdbi.withHandle(handle -> handle.createQuery(PLANTED).mapTo(String.class).list());
    Set<String> planted = new TreeSet<>(texts);
    long right =
        found.stream()
            .map(set -> set.uniqueNumbers().stream().sorted().collect(Collectors.joining(" ")))
            .filter(planted::contains)
            .count();
    double recall = right / (double) planted.size();
    double precision = right / (double) Math.max(1, found.size());
    report.judge(
        "Planted duplicates found",
        String.format(Locale.ROOT, "recall ≥ %.2f, precision ≥ %.2f", RECALL, PRECISION),
        String.format(
            Locale.ROOT, "%d of %d, %.3f and %.3f", right, planted.size(), recall, precision),
        recall >= RECALL && precision >= PRECISION);
  }
}
