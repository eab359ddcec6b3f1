package fr.toitcommun.persistence.observatory;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the columns of a server are filled: at its start, anew each night, and, as long as that did
 * not come to its end, again after a pause of 2 minutes, 4, 8 and so on to an hour.
 */
public final class ColumnsFilling {
  private static final Logger LOG = LoggerFactory.getLogger(ColumnsFilling.class);
  private static final int LONGEST_PAUSE_MINUTES = 60;

  private final Supplier<Optional<LiveColumns>> columns;
  private final Supplier<LiveBase.Since> facts;
  private final AtomicBoolean due = new AtomicBoolean();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger pause = new AtomicInteger();

  /**
   * Fills these columns.
   *
   * @param columns nothing as long as they do not start
   * @param facts those wanted on the day
   */
  public ColumnsFilling(Supplier<Optional<LiveColumns>> columns, Supplier<LiveBase.Since> facts) {
    this.columns = columns;
    this.facts = facts;
  }

  /** Fills them for the first time, or whoever is at it already goes on. */
  public void begin() {
    attempt(this::fill);
  }

  /**
   * Fills them from nothing, now or, when that fails or others have begun before, as soon as can
   * be.
   */
  public void anew() {
    due.set(true);
    attempt(this::fill);
  }

  /**
   * Brings them in step with the base, and fills them when that is owed and no pause is on. To be
   * called once a minute: pauses are counted in calls.
   */
  public void keep() {
    attempt(
        there -> {
          there.bringInStep();
          if ((due.get() || !there.isFilled())
              && pause.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
            fill(there);
          }
        });
  }

  private void attempt(Consumer<LiveColumns> work) {
    columns
        .get()
        .ifPresent(
            there -> {
              try {
                work.accept(there);
              } catch (RuntimeException | Error e) {
                // Errors too: a server short of memory is not asked for as much the next minute.
                pause.set(
                    Math.min(LONGEST_PAUSE_MINUTES, 1 << Math.min(6, failures.incrementAndGet())));
                LOG.error(
                    there.isFilled()
                        ? "[toit-commun] The columns of the live base were not filled anew: those"
                            + " from before are counted in"
                        : "[toit-commun] The observatory counts in the base: no columns were"
                            + " filled",
                    e);
              }
            });
  }

  private void fill(LiveColumns there) {
    // One that is asked for from here on is another.
    boolean owed = due.getAndSet(false);
    boolean filled = false;
    try {
      long began = System.nanoTime();
      there.forgetOld();
      filled = there.fill(facts.get());
      if (filled) {
        failures.set(0);
        pause.set(0);
        LOG.info(
            "[toit-commun] The live base in columns after {} ms",
            (System.nanoTime() - began) / 1_000_000L);
      }
    } finally {
      if (owed && !filled) {
        due.set(true);
      }
    }
  }
}
