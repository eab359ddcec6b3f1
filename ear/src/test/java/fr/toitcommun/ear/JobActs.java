package fr.toitcommun.ear;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.ejb.job.DryRun;
import fr.toitcommun.ejb.job.Jobs;
import fr.toitcommun.ejb.job.RunStarter;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.JobRun;
import fr.toitcommun.persistence.job.JobRuns;
import fr.toitcommun.persistence.job.RunState;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Inside the server: jobs as of any day, so that a year can pass, and demands for them. */
public final class JobActs {
  private static final int MOST_LOOKS = 1200;

  private JobActs() {}

  /** Begins a job as of a day; empty when it runs already. */
  static Optional<Long> start(String job, LocalDate day) throws Exception {
    RunStarter starter = CDI.current().select(RunStarter.class).get();
    return asTheApplication(() -> starter.start(job, day, "test"));
  }

  /** Runs a job as of a day to its end. */
  static JobRun run(String job, LocalDate day) throws Exception {
    return await(start(job, day).orElseThrow());
  }

  /** The batch finds its jobs by the loader of who calls: that of the boundaries, not of a test. */
  static <T> T asTheApplication(Callable<T> act) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader own = thread.getContextClassLoader();
    thread.setContextClassLoader(RunStarter.class.getClassLoader());
    try {
      return act.call();
    } finally {
      thread.setContextClassLoader(own);
    }
  }

  /** Waits, in the database, until a run is over. */
  static JobRun await(long run) {
    for (int look = 0; look < MOST_LOOKS; look++) {
      JobRun seen = find(run);
      if (seen.state() != RunState.RUNNING) {
        return seen;
      }
      Acts.text("select 'waited' || pg_sleep(0.05)");
    }
    throw new AssertionError("Still running: " + find(run));
  }

  /** A run as it stands. */
  static JobRun find(long run) {
    return new JobRuns(Acts.database()).find(run).orElseThrow();
  }

  /**
   * Registers a demand whose present period began that day.
   *
   * @param noticedOn day of its notice; null: none went
   */
  static String waiting(String surname, LocalDate periodStart, LocalDate noticedOn)
      throws Exception {
    String number =
        AsAgent.call(
                "guichet.nantes",
                () ->
                    Acts.of(fr.toitcommun.ejb.registration.Registrations.class)
                        .register(Acts.form(surname, "44109")))
            .value();
    Acts.database()
        .useHandle(
            handle -> {
              handle.execute(
                  "update demand set initial_deposit_date = ?, valid_until = ? where unique_number"
                      + " = ?",
                  periodStart,
                  periodStart.plusMonths(12),
                  number);
              if (noticedOn != null) {
                handle.execute(
                    "insert into letter (demand_id, departement_code, kind, about, channel,"
                        + " asked_at, made_on) select id, departement_code, 'RENEWAL_NOTICE',"
                        + " valid_until, 'POST', ?::date + time '12:00', ? from demand where"
                        + " unique_number = ?",
                    noticedOn,
                    noticedOn,
                    number);
              }
            });
    return number;
  }

  /** The whole list of a dry run, page by page as the screen shows it. */
  static List<DueDemand> dryRun(String job, LocalDate day) throws Exception {
    List<DueDemand> all = new ArrayList<>();
    DryRun first =
        AsAgent.call("gestionnaire", () -> Acts.of(Jobs.class).dryRun(job, day, null, null, 100));
    for (String departement : first.counts().keySet()) {
      String after = null;
      do {
        String place = after;
        DryRun page =
            AsAgent.call(
                "gestionnaire",
                () -> Acts.of(Jobs.class).dryRun(job, day, departement, place, 100));
        all.addAll(page.rows());
        after = page.next();
      } while (after != null);
    }
    assertThat(first.total()).isEqualTo(all.size());
    return all;
  }

  /** Rows of a demand in a table. */
  static long of(String number, String table, String condition) {
    return Acts.count(
        "select count(*) from "
            + table
            + " join demand d on d.id = t.demand_id where d.unique_number = ? and "
            + condition.replaceAll("\\b(status|initial_deposit_date)\\b(?= =)", "t.$1"),
        number);
  }

  /** Has every letter owed to a demand printed alone, a day ago. */
  static void printAll(String number) {
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update letter l set made_on = current_date - 1 from demand d where d.id ="
                        + " l.demand_id and d.unique_number = ? and l.made_on is null",
                    number));
  }

  /** Somebody who has a demand open and locked, and will change it or not. */
  static final class Holder implements AutoCloseable {
    private final Connection connection;

    /** Locks the demand of this number. */
    Holder(String number) throws SQLException, NamingException {
      connection =
          ((DataSource) InitialContext.doLookup("java:jboss/datasources/ToitCommun"))
              .getConnection();
      connection.setAutoCommit(false);
      execute("select 1 from demand where unique_number = ? for update", number);
    }

    /** Changes something, still unseen by others. */
    void execute(String sql, Object... values) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < values.length; i++) {
          statement.setObject(i + 1, values[i]);
        }
        statement.execute();
      }
    }

    @Override
    public void close() throws SQLException {
      connection.commit();
      connection.setAutoCommit(true);
      connection.close();
    }
  }
}
