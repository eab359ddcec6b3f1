package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What failed at night is filled soon after, whatever it failed by, and once. */
class ColumnsFillingTest {
  private static final LiveBase.Since SINCE =
      new LiveBase.Since(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 1, 1));

  private final Jdbi base = Reads.over(TestDatabase.empty());
  private final ColumnEngine engine = new ColumnEngine();
  @TempDir private Path folder;
  private LiveColumns columns;
  private int attempts;
  private Error error;

  private ColumnsFilling filling() {
    columns = new LiveColumns(base, engine, folder);
    return new ColumnsFilling(
        () -> Optional.of(columns),
        () -> {
          attempts++;
          if (error != null) {
            throw error;
          }
          return SINCE;
        });
  }

  @AfterEach
  void end() {
    columns.close();
    engine.close();
  }

  private void unreadable() {
    base.useHandle(handle -> handle.execute("alter table observed_demand rename to elsewhere"));
  }

  private void readable() {
    base.useHandle(handle -> handle.execute("alter table elsewhere rename to observed_demand"));
  }

  /** The file that is counted in: each filling has its own. */
  private String file() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".duckdb"))
          .reduce(
              (one, other) -> {
                throw new AssertionError("Two copies: " + one + ", " + other);
              })
          .orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void minutes(int number, ColumnsFilling filling) {
    for (int i = 0; i < number; i++) {
      filling.keep();
    }
  }

  @Test
  void aNightThatFailedIsMadeUpForAfterAPause() {
    ColumnsFilling filling = filling();
    filling.begin();
    String yesterday = file();
    minutes(3, filling);
    assertThat(attempts).as("what is filled is left").isEqualTo(1);

    unreadable();
    filling.anew();
    assertThat(columns.isFilled()).as("yesterday's are still counted in").isTrue();
    assertThat(file()).isEqualTo(yesterday);
    minutes(2, filling);
    assertThat(attempts).as("two minutes' pause").isEqualTo(2);
    minutes(1, filling);
    assertThat(attempts).isEqualTo(3);
    minutes(4, filling);
    assertThat(attempts).as("four minutes' pause").isEqualTo(3);

    readable();
    minutes(1, filling);
    assertThat(attempts).isEqualTo(4);
    assertThat(file()).isNotEqualTo(yesterday);
    minutes(20, filling);
    assertThat(attempts).as("nothing is owed any more").isEqualTo(4);
  }

  @Test
  void anErrorIsFollowedByAPauseToo() {
    ColumnsFilling filling = filling();
    error = new UnsatisfiedLinkError("invented");
    filling.begin();
    minutes(2, filling);
    assertThat(attempts).isEqualTo(1);
    error = null;
    minutes(1, filling);
    assertThat(attempts).isEqualTo(2);
    assertThat(columns.isFilled()).isTrue();
  }

  @Test
  void aNightThatMeetsAnEarlierFillingHasItsOwnAfterwards() throws Exception {
    ColumnsFilling filling = filling();
    CompletableFuture<Void> earlier;
    try (Handle handle = base.open()) {
      handle.begin();
      handle.execute("lock table observed_demand in access exclusive mode");
      earlier = CompletableFuture.runAsync(filling::begin);
      while (!waits()) {
        Thread.onSpinWait();
      }
      filling.anew();
      assertThat(columns.isFilled()).isFalse();
      handle.rollback();
    }
    earlier.get(1, TimeUnit.MINUTES);
    String first = file();
    minutes(1, filling);
    assertThat(file()).isNotEqualTo(first);
    assertThat(attempts).isEqualTo(3);
  }

  private boolean waits() {
    return base.withHandle(
        handle ->
            handle
                .createQuery(
                    "select exists (select 1 from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and datname = current_database())")
                .mapTo(Boolean.class)
                .one());
  }
}
