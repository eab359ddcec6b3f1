package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stock counted beforehand by every two axes, against the same stock counted row by row. */
class CrossCountsTest {
  private static final LocalDate DAY = History.TODAY;

  @TempDir private static Path folder;
  private static History history;
  private static FrozenStore crossed;
  private static FrozenStore byRow;
  private static FrozenStore crossedAlone;

  @BeforeAll
  static void aStockOfBothKinds() throws SQLException {
    history = History.made();
    ObservatoryFiles files = new ObservatoryFiles(folder);
    history.live.useTransaction(
        handle -> {
          try (DuckDBConnection connection = history.engine.connection()) {
            new SnapshotWriter(handle, connection, files, history.reference, DAY, 1)
                .stock(DAY, DAY);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
          assertThat(
                  handle
                      .createQuery(
                          "select kind from observatory_file where day = :day and kind <> 'FACTS'")
                      .bind("day", DAY)
                      .mapTo(String.class)
                      .list())
              .containsExactlyInAnyOrder("STOCK", "CROSSED");
          handle.rollback();
        });
    crossed = store(files, FileKind.STOCK, FileKind.CROSSED);
    byRow = store(files, FileKind.STOCK);
    crossedAlone = store(files, FileKind.CROSSED);
  }

  private static FrozenStore store(ObservatoryFiles files, FileKind... kinds) {
    return new FrozenStore(
        history.engine.jdbi(),
        files,
        Stream.of(kinds)
            .map(kind -> new ObservatoryFile(kind, DAY, 1, 1, "", FileOrigin.TAKEN, Instant.now()))
            .toList());
  }

  private static Tally tally(
      List<Axis> by,
      Map<Axis, Set<String>> where,
      Counting counting,
      List<String> departements,
      boolean waits) {
    return new Tally(null, DAY, DAY, List.of(DAY), by, where, counting, departements, waits);
  }

  private void same(Tally tally) {
    assertThat(crossed.count(tally)).as("%s", tally).hasSameElementsAs(byRow.count(tally));
  }

  /** The same, and found without a single row of a demand. */
  private void sameFromPairs(Tally tally) {
    assertThat(crossedAlone.count(tally))
        .as("%s", tally)
        .isNotEmpty()
        .hasSameElementsAs(byRow.count(tally));
    same(tally);
  }

  @Test
  void everyAxisAloneIsCountedFromPairsForAllAndForOneDepartement() {
    List<Axis> axes =
        Axis.kept().stream()
            .filter(axis -> !axis.isOfFactsOnly() && axis != Axis.RESIDENCE && axis != Axis.DESK)
            .toList();
    for (Axis axis : axes) {
      sameFromPairs(tally(List.of(axis), Map.of(), Counting.FIRST, history.departements(), false));
      sameFromPairs(
          tally(List.of(axis, Axis.MONTH), Map.of(), Counting.FIRST, List.of("44"), false));
    }
    sameFromPairs(tally(List.of(), Map.of(), Counting.FIRST, history.departements(), false));
  }

  @Test
  void twoAxesAndFiltersAndMediansAreTheSame() {
    List<String> all = history.departements();
    sameFromPairs(tally(List.of(Axis.AGE, Axis.TENURE), Map.of(), Counting.FIRST, all, false));
    sameFromPairs(tally(List.of(Axis.TYPE, Axis.MONTH), Map.of(), Counting.FIRST, all, true));
    sameFromPairs(
        tally(List.of(Axis.AGE), Map.of(Axis.TRANSFER, Set.of("YES")), Counting.FIRST, all, false));
    same(
        tally(
            List.of(Axis.AGE),
            Map.of(Axis.MOTIVE, Set.of(Axis.UNKNOWN)),
            Counting.FIRST,
            all,
            false));
  }

  @Test
  void whatNoPairTellsIsCountedByRow() {
    List<String> all = history.departements();
    List<String> one = List.of("44");
    for (Tally tally :
        List.of(
            tally(List.of(Axis.AGE, Axis.TENURE), Map.of(), Counting.FIRST, one, false),
            tally(List.of(Axis.AGE), Map.of(), Counting.FIRST, one, true),
            tally(List.of(Axis.EPCI), Map.of(), Counting.ANY, all, false),
            tally(List.of(Axis.MUNICIPALITY), Map.of(), Counting.ANY, all, false),
            tally(List.of(), Map.of(Axis.EPCI, Set.of("244400404")), Counting.ANY, all, false),
            tally(List.of(Axis.DESK), Map.of(), Counting.FIRST, all, false),
            tally(
                List.of(Axis.AGE, Axis.TYPE),
                Map.of(Axis.TRANSFER, Set.of("YES")),
                Counting.FIRST,
                all,
                false))) {
      assertThat(crossedAlone.count(tally)).as("%s", tally).isEmpty();
      assertThat(crossed.count(tally)).isNotEmpty();
      same(tally);
    }
    assertThat(crossed.count(tally(List.of(Axis.AGE), Map.of(), Counting.FIRST, List.of(), false)))
        .isEmpty();
  }
}
