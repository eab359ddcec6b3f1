package fr.toitcommun.persistence.observatory;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.demonstration.PastYears;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.reference.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import org.jdbi.v3.core.Jdbi;

/** The demonstration of the tests with its ten years of files, made once. */
final class History {
  static final LocalDate TODAY = TestDatabase.TODAY;

  private static History made;

  final Jdbi live = Reads.over(TestDatabase.demonstration());
  final Reference reference = Reference.load(live);
  final ColumnEngine engine = new ColumnEngine();
  final ObservatoryFiles folder;
  final List<ObservatoryFile> files;

  private History() {
    // Its own threads would keep the tests from ending.
    Runtime.getRuntime().addShutdownHook(new Thread(engine::close));
    try {
      folder = new ObservatoryFiles(Files.createTempDirectory("observatory"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    live.useTransaction(
        handle -> {
          try (DuckDBConnection connection = engine.connection()) {
            new PastYears(
                    new SnapshotWriter(handle, connection, folder, reference, TODAY),
                    connection,
                    TODAY)
                .write(Set.of(), Set.of(), (done, total) -> {});
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
    files = folder.list(live);
  }

  static synchronized History made() {
    if (made == null) {
      made = new History();
    }
    return made;
  }

  LiveStore liveStore() {
    return new LiveStore(LiveBase.in(live), reference, TODAY);
  }

  FrozenStore frozenStore() {
    return new FrozenStore(engine.jdbi(), folder, files);
  }

  Observed observed(List<ObservatoryFile> standing, LocalDate today) {
    return new Observed(
        new LiveStore(LiveBase.in(live), reference, today),
        new FrozenStore(engine.jdbi(), folder, standing),
        standing,
        Reference.load(live).mergers(),
        today,
        3,
        12);
  }

  IndicatorReader reader(int threshold) {
    return new IndicatorReader(
        observed(files, TODAY), DwellingNumbers.of(Reference.load(live)), labels(), threshold);
  }

  AxisLabels labels() {
    return new CodesAsLabels(reference, TODAY);
  }

  /** Leases signed between two days, counted in their own table. */
  double leases(LocalDate from, LocalDate to) {
    return live.withHandle(
        handle ->
            handle
                .createQuery(
                    "select count(*) from lease where cancelled_at is null and signed_on between ?"
                        + " and ?")
                .bind(0, from)
                .bind(1, to)
                .mapTo(Double.class)
                .one());
  }

  List<String> departements() {
    return List.copyOf(reference.departements().keySet());
  }

  /** Codes stand for themselves. */
  private record CodesAsLabels(Reference reference, LocalDate day) implements AxisLabels {
    @Override
    public String label(Axis axis, String code) {
      return code;
    }

    @Override
    public List<String> order(Axis axis) {
      return axis.list() == null
          ? axis.codes()
          : reference.items(axis.list(), day).stream().map(item -> item.code()).toList();
    }
  }
}
