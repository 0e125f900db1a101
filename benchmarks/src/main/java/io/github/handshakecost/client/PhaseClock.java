package io.github.handshakecost.client;

import io.github.handshakecost.model.Phase;
import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * A stopwatch for the {@link Phase phases} of operations on one thread. It leaves out no time: each
 * lap begins where the last one ended.
 */
public final class PhaseClock {
  private static final long LONGEST_NANOS = 120_000_000_000L;
  private static final int SIGNIFICANT_DIGITS = 3;

  private final Map<Phase, Account> accounts = new EnumMap<>(Phase.class);
  private final Histogram operations = histogram();
  private long started;
  private long last;

  /** An empty histogram for times in nanoseconds. */
  public static Histogram histogram() {
    return new Histogram(LONGEST_NANOS, SIGNIFICANT_DIGITS);
  }

  public void start() {
    started = System.nanoTime();
    last = started;
  }

  /** Gives the time since the last lap to a phase. */
  public void lap(Phase phase) {
    final long now = System.nanoTime();
    account(phase).add(now - last);
    last = now;
  }

  /** Ends an operation, with the end of its last lap. */
  public void stop() {
    operations.recordValue(Math.min(last - started, LONGEST_NANOS));
  }

  /** Time given to a phase since the last {@link #reset}, in nanoseconds. */
  public long nanos(Phase phase) {
    return account(phase).nanos;
  }

  /** How often a phase was given time since the last {@link #reset}. */
  public long laps(Phase phase) {
    return account(phase).laps;
  }

  /** Times of the operations since the last {@link #reset}, in nanoseconds. */
  public Histogram operations() {
    return operations;
  }

  public void reset() {
    accounts.clear();
    operations.reset();
  }

  private Account account(Phase phase) {
    return accounts.computeIfAbsent(phase, first -> new Account());
  }

  private static final class Account {
    private long nanos;
    private long laps;

    void add(long more) {
      nanos += more;
      laps++;
    }
  }
}
