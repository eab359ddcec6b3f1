package fr.toitcommun.persistence.observatory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * The monthly files: demands as they stood on the days of snapshots, and the facts of closed
 * months. Rows have the values that their axes had then; nothing in them leads to a demand.
 */
public final class FrozenStore implements ObservedStore {
  private final Jdbi engine;
  private final ObservatoryFiles folder;
  private final List<ObservatoryFile> files;

  /**
   * Counts in these files.
   *
   * @param engine what reads them
   * @param files those that stand
   */
  public FrozenStore(Jdbi engine, ObservatoryFiles folder, List<ObservatoryFile> files) {
    this.engine = engine;
    this.folder = folder;
    this.files = List.copyOf(files);
  }

  /**
   * {@inheritDoc} Of demands that stood, every snapshot taken within the period is counted; tell
   * them apart by month, or ask for one day.
   */
  @Override
  public List<Group> count(Tally tally) {
    if (tally.fact() != null) {
      return rows(
          tally,
          concerned(FileKind.FACTS, tally),
          List.of(
              "o.fact = '" + tally.fact().name() + "'",
              "o.day between date '" + tally.from() + "' and date '" + tally.to() + "'"));
    }
    List<ObservatoryFile> crossed = concerned(FileKind.CROSSED, tally);
    List<Group> groups = new ArrayList<>();
    Set<LocalDate> counted = new HashSet<>();
    if (!crossed.isEmpty()) {
      boolean whole = isWhole(crossed, tally.departements());
      CrossCounts.of(tally, whole)
          .ifPresent(
              pair -> {
                counted.addAll(daysOf(crossed, pair));
                groups.addAll(groups(pair.sql(tally), tally, crossed, List.of(pair.condition())));
              });
    }
    List<ObservatoryFile> others =
        concerned(FileKind.STOCK, tally).stream()
            .filter(file -> !counted.contains(file.day()))
            .toList();
    groups.addAll(rows(tally, others, List.of()));
    return Group.merged(groups);
  }

  private List<ObservatoryFile> concerned(FileKind kind, Tally tally) {
    return files.stream().filter(file -> file.kind() == kind && concerns(file, tally)).toList();
  }

  private List<Group> rows(Tally tally, List<ObservatoryFile> of, List<String> conditions) {
    TallySql sql =
        new TallySql(
            axis -> "o." + axis.column(),
            tally.fact() == null ? "o.taken_on" : "o.month",
            "o.days",
            "o.months");
    return of.isEmpty() ? List.of() : groups(sql, tally, of, conditions);
  }

  private List<Group> groups(
      TallySql sql, Tally tally, List<ObservatoryFile> of, List<String> conditions) {
    String statement = sql.write(tally, source(of), conditions);
    int keys = tally.by().size() + (tally.waits() ? 1 : 0);
    return engine.withHandle(
        handle ->
            handle.createQuery(statement).map((row, context) -> LiveStore.group(row, keys)).list());
  }

  /** Whether these files know no other département. */
  private boolean isWhole(List<ObservatoryFile> crossed, List<String> departements) {
    return departements.containsAll(
        engine.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select distinct o.a from "
                            + source(crossed)
                            + " where "
                            + CrossCounts.Pair.of(List.of(Axis.DEPARTEMENT.name())).condition())
                    .mapTo(String.class)
                    .list()));
  }

  private List<LocalDate> daysOf(List<ObservatoryFile> crossed, CrossCounts.Pair pair) {
    return engine.withHandle(
        handle ->
            handle
                .createQuery(
                    "select distinct o.taken_on from "
                        + source(crossed)
                        + " where "
                        + pair.condition())
                .mapTo(LocalDate.class)
                .list());
  }

  private String source(List<ObservatoryFile> of) {
    return of.stream()
        .map(file -> folder.path(file.kind(), file.day()))
        .map(path -> "'" + path.toAbsolutePath().toString().replace("'", "''") + "'")
        .collect(Collectors.joining(",", "read_parquet([", "]) o"));
  }

  private static boolean concerns(ObservatoryFile file, Tally tally) {
    if (file.kind() != FileKind.FACTS && !tally.days().isEmpty()) {
      return tally.days().contains(file.day());
    }
    LocalDate last =
        file.kind() == FileKind.FACTS ? file.day().plusMonths(1).minusDays(1) : file.day();
    return !file.day().isAfter(tally.to()) && !last.isBefore(tally.from());
  }
}
