package fr.toitcommun.persistence.observatory;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Something that is started when it is first needed, and once. A start that failed is not tried
 * again for a minute: who needs it meanwhile is told at once instead of failing as slowly.
 *
 * @param <T> what is started
 */
final class Started<T> {
  private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

  private final Supplier<T> start;
  private final LongSupplier nanos;
  private T value;
  private Throwable failure;
  private long failedAt;

  /**
   * Not started yet.
   *
   * @param nanos passing time
   */
  Started(Supplier<T> start, LongSupplier nanos) {
    this.start = start;
    this.nanos = nanos;
  }

  /**
   * What was started.
   *
   * @throws IllegalStateException when it did not start, or did not some seconds ago
   */
  synchronized T get() {
    if (value == null && (failure == null || nanos.getAsLong() - failedAt >= PAUSE)) {
      long began = nanos.getAsLong();
      try {
        value = start.get();
      } catch (RuntimeException | LinkageError e) {
        failure = e;
        failedAt = began;
      }
    }
    if (value == null) {
      throw new IllegalStateException("It did not start", failure);
    }
    return value;
  }

  /** What was started; null: it was not. */
  synchronized T orNull() {
    return value;
  }
}
