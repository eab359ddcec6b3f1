package fr.toitcommun.persistence.observatory;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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
    boolean stock = tally.fact() == null;
    List<Path> paths =
        files.stream()
            .filter(file -> file.kind() == (stock ? FileKind.STOCK : FileKind.FACTS))
            .filter(file -> concerns(file, tally))
            .map(file -> folder.path(file.kind(), file.day()))
            .toList();
    if (paths.isEmpty()) {
      return List.of();
    }
    TallySql sql =
        new TallySql(
            axis -> "o." + axis.column(), stock ? "o.taken_on" : "o.month", "o.days", "o.months");
    String source =
        paths.stream()
            .map(path -> "'" + path.toAbsolutePath().toString().replace("'", "''") + "'")
            .collect(Collectors.joining(",", "read_parquet([", "]) o"));
    String statement =
        sql.write(
            tally,
            source,
            stock
                ? List.of()
                : List.of(
                    "o.fact = '" + tally.fact().name() + "'",
                    "o.day between date '" + tally.from() + "' and date '" + tally.to() + "'"));
    int keys = tally.by().size() + (tally.waits() ? 1 : 0);
    return engine.withHandle(
        handle ->
            handle.createQuery(statement).map((row, context) -> LiveStore.group(row, keys)).list());
  }

  private static boolean concerns(ObservatoryFile file, Tally tally) {
    LocalDate last =
        file.kind() == FileKind.STOCK ? file.day() : file.day().plusMonths(1).minusDays(1);
    if (file.kind() == FileKind.STOCK && !tally.days().isEmpty()) {
      return tally.days().contains(file.day());
    }
    return !file.day().isAfter(tally.to()) && !last.isBefore(tally.from());
  }
}
