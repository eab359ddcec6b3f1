package fr.toitcommun.persistence.observatory;

import java.time.LocalDate;
import java.util.function.Function;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * What the live base holds to be counted: the demands that stand, and what happened to demands.
 * Statements on it are such that PostgreSQL and DuckDB read them alike.
 */
public interface LiveBase {
  /**
   * Reads in it.
   *
   * @param facts what happened that is read
   * @param reading is told where, and must be done when it returns
   */
  <T> T read(Since facts, Function<Tables, T> reading);

  /** The base itself, within the transaction of whoever reads. */
  static LiveBase in(Jdbi jdbi) {
    Tables tables = new Tables(jdbi, "");
    return new LiveBase() {
      @Override
      public <T> T read(Since facts, Function<Tables, T> reading) {
        return reading.apply(tables);
      }
    };
  }

  /**
   * Where to read.
   *
   * @param jdbi statements
   * @param schema what is written before the names of tables
   */
  record Tables(Jdbi jdbi, String schema) {
    /** Reads several things as of one moment; in the base each as it is then. */
    <T> T read(HandleCallback<T, RuntimeException> reading) {
      return schema.isEmpty() ? jdbi.withHandle(reading) : jdbi.inTransaction(reading);
    }

    /** The demands that stand, as {@code o}. */
    String active() {
      return schema + "observed_active o";
    }

    /** What happened, as {@code o}. */
    String facts() {
      return schema + "observed_fact o";
    }

    /** How many stand, {@code n}, by what counters tell apart, as {@code o}. */
    String activeCounts() {
      return schema + "observed_active_count o";
    }

    /** How many proposals are under way, {@code n}, by what counters tell apart, as {@code o}. */
    String openCounts() {
      return schema + "observed_open_count o";
    }

    /** How often something happened, {@code n}, by what counters tell apart, as {@code o}. */
    String factCounts() {
      return schema + "observed_fact_count o";
    }
  }

  /**
   * From which day on facts are read.
   *
   * @param events all but leases
   * @param leases leases signed
   */
  record Since(LocalDate events, LocalDate leases) {
    /** None is read. */
    static final Since NOTHING = new Since(LocalDate.MAX, LocalDate.MAX);

    static Since of(Fact fact, LocalDate day) {
      return fact == Fact.SATISFIED ? new Since(LocalDate.MAX, day) : new Since(day, LocalDate.MAX);
    }

    /** Whether whoever has these has those as well. */
    boolean covers(Since asked) {
      return !asked.events.isBefore(events) && !asked.leases.isBefore(leases);
    }
  }
}
