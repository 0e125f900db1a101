package io.github.handshakecost.client;

import io.github.handshakecost.model.Phase;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * A stopwatch for the {@link Phase phases} of operations. Each thread has a hand of its own, which
 * leaves out no time: each lap begins where the last one ended. Sums are over all threads; read
 * them when none is at work.
 */
public final class PhaseClock {
  private static final long LONGEST_NANOS = 120_000_000_000L;
  private static final int SIGNIFICANT_DIGITS = 3;

  private final Queue<Hand> hands = new ConcurrentLinkedQueue<>();
  private final ThreadLocal<Hand> hand = ThreadLocal.withInitial(this::newHand);

  /** An empty histogram for times in nanoseconds. */
  public static Histogram histogram() {
    return new Histogram(LONGEST_NANOS, SIGNIFICANT_DIGITS);
  }

  private Hand newHand() {
    final Hand added = new Hand(Thread.currentThread());
    hands.add(added);
    return added;
  }

  /** Starts an operation whose time counts. */
  public void start() {
    start(true);
  }

  /**
   * Starts an operation.
   *
   * @param counts whether its time is added to the sums; its laps are counted in any case
   */
  public void start(boolean counts) {
    hand.get().start(counts);
  }

  /** The calling thread's hand, for threads that work for it while it waits. */
  Hand hand() {
    return hand.get();
  }

  /** Gives the time since the last lap to a phase. */
  public void lap(Phase phase) {
    hand.get().lap(phase);
  }

  /** Ends an operation, with the end of its last lap. */
  public void stop() {
    hand.get().stop();
  }

  /** Time given to a phase since the last {@link #reset}, in nanoseconds. */
  public long nanos(Phase phase) {
    return sum(phase, account -> account.nanos);
  }

  /** How often a phase was given time since the last {@link #reset}. */
  public long laps(Phase phase) {
    return sum(phase, account -> account.laps);
  }

  private long sum(Phase phase, ToLongFunction<Account> figure) {
    return hands.stream().mapToLong(each -> figure.applyAsLong(each.account(phase))).sum();
  }

  /** Times of the operations since the last {@link #reset}, in nanoseconds. */
  public Histogram operations() {
    final Histogram all = histogram();
    for (final Hand each : hands) {
      if (each.operations != null) {
        all.add(each.operations);
      }
    }
    return all;
  }

  public void reset() {
    hands.removeIf(each -> !each.thread.isAlive());
    hands.forEach(Hand::reset);
  }

  /**
   * Lets the calling thread's hand go. The value of a {@link ThreadLocal} otherwise stays on the
   * heap until its thread happens to find it stale.
   */
  public void release() {
    hand.remove();
  }

  /** The clock of one thread. */
  static final class Hand {
    private final Thread thread;
    private final Map<Phase, Account> accounts = new EnumMap<>(Phase.class);
    private @Nullable Histogram operations;
    private boolean counts = true;
    private long started;
    private long last;

    Hand(Thread thread) {
      this.thread = thread;
    }

    void start(boolean timed) {
      counts = timed;
      started = System.nanoTime();
      last = started;
    }

    void lap(Phase phase) {
      final long now = System.nanoTime();
      final Account account = account(phase);
      account.laps++;
      if (counts) {
        account.nanos += now - last;
      }
      last = now;
    }

    void stop() {
      if (counts) {
        if (operations == null) {
          operations = histogram();
        }
        operations.recordValue(Math.min(last - started, LONGEST_NANOS));
      }
    }

    void reset() {
      accounts.clear();
      if (operations != null) {
        operations.reset();
      }
    }

    Account account(Phase phase) {
      return accounts.computeIfAbsent(phase, first -> new Account());
    }
  }

  private static final class Account {
    private long nanos;
    private long laps;
  }
}
