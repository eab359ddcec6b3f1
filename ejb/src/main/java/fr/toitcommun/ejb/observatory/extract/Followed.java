package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.persistence.observatory.extract.ExtractColumn;
import fr.toitcommun.persistence.observatory.extract.ExtractSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Rows that are counted as they pass: now and then it is told how many have. */
final class Followed implements ExtractSource {
  private static final int ROWS_BETWEEN_LOOKS = 250;
  private static final Duration BETWEEN_SIGNS = Duration.ofMillis(400);

  /** Is told how far it is. */
  @FunctionalInterface
  interface Follower {
    /** Says so; whether it is to go on. */
    boolean goesOn(long done, long total);
  }

  /** Somebody called it off, or another server has it. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("Called off", null, false, false);
    }
  }

  private final ExtractSource source;
  private final Clock clock;
  private final Follower follower;
  private final long total;
  private long done;
  private Instant told;

  /** Follows these rows; that there are so many is told at once. */
  Followed(ExtractSource source, Clock clock, Follower follower) {
    this.source = source;
    this.clock = clock;
    this.follower = follower;
    this.total = source.total();
    tell();
  }

  @Override
  public List<ExtractColumn> columns() {
    return source.columns();
  }

  @Override
  public long total() {
    return total;
  }

  /**
   * {@inheritDoc}
   *
   * @throws Stopped when it is not to go on
   */
  @Override
  public void forEach(RowConsumer rows) {
    source.forEach(
        row -> {
          rows.take(row);
          done++;
          if (done % ROWS_BETWEEN_LOOKS == 0
              && !clock.instant().isBefore(told.plus(BETWEEN_SIGNS))) {
            tell();
          }
        });
    tell();
  }

  private void tell() {
    told = clock.instant();
    if (!follower.goesOn(done, Math.max(done, total))) {
      throw new Stopped();
    }
  }
}
