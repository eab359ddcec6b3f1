package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose columns do not start counts in the base, and tries again each minute. */
class ServerColumnsTest {
  private static final LiveBase.Since SINCE =
      new LiveBase.Since(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 1, 1));

  private final Jdbi base = Reads.over(TestDatabase.empty());
  @TempDir private Path folder;
  private int starts;
  private boolean works;
  private long now;

  private ServerColumns columns(Supplier<ColumnEngine> engine) {
    return new ServerColumns(
        base,
        folder,
        () -> {
          starts++;
          return engine.get();
        },
        () -> now);
  }

  private ColumnEngine startedOnceItWorks() {
    if (!works) {
      throw new NoClassDefFoundError("org/duckdb/DuckDBNative");
    }
    return new ColumnEngine();
  }

  private boolean countsInTheBase(ServerColumns columns) {
    return columns
        .live(LiveBase.in(base))
        .read(SINCE, tables -> tables.schema().isEmpty() && tables.jdbi() == base);
  }

  private void passes(long seconds) {
    now += TimeUnit.SECONDS.toNanos(seconds);
  }

  @Test
  void anEngineThatDoesNotStartIsNotAskedForByEveryPage() {
    try (ServerColumns columns = columns(this::startedOnceItWorks)) {
      assertThat(countsInTheBase(columns)).isTrue();
      passes(59);
      assertThat(countsInTheBase(columns)).isTrue();
      assertThat(columns.columns()).isEmpty();
      assertThatThrownBy(columns::engine)
          .isInstanceOf(IllegalStateException.class)
          .hasCauseInstanceOf(NoClassDefFoundError.class);
      assertThat(starts).isEqualTo(1);

      passes(1);
      assertThat(countsInTheBase(columns)).isTrue();
      assertThat(starts).isEqualTo(2);

      works = true;
      passes(60);
      assertThat(columns.columns().orElseThrow().fill(SINCE)).isTrue();
      assertThat(countsInTheBase(columns)).isFalse();
      assertThat(starts).isEqualTo(3);
    }
  }

  @Test
  void aFolderThatCannotBeClearedKeepsNobodyFromCounting() throws IOException {
    // What is in it can be deleted by nobody, not even by root: a folder that is not empty.
    Path left = Files.createDirectories(folder.resolve("live-1.duckdb").resolve("kept"));
    try (ServerColumns columns = columns(ColumnEngine::new)) {
      assertThat(countsInTheBase(columns)).isTrue();
      assertThat(columns.engine()).as("files are read all the same").isNotNull();

      Files.delete(left);
      passes(60);
      assertThat(columns.columns().orElseThrow().fill(SINCE)).isTrue();
      assertThat(countsInTheBase(columns)).isFalse();
      assertThat(starts).isEqualTo(1);
    }
    assertThat(folder).isEmptyDirectory();
  }
}
