package io.github.handshakecost.bench;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a benchmark, one of which acts while the others wait. JMH lets them spin at the
 * set-up of an iteration that they share, which takes the processor from the one that acts.
 */
final class Gathering {
  private static final Object NOTHING = new Object();
  private static final long PAUSE_NANOS = 1_000_000;

  private final CyclicBarrier barrier;
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

  Gathering(int threads) {
    barrier = new CyclicBarrier(threads);
  }

  /** Runs an action once, when all threads are here; all throw what it throws, now and later. */
  void once(Runnable action) {
    if (await() == 0) {
      try {
        action.run();
      } catch (RuntimeException | Error e) {
        remember(e);
      }
    }
    await();
    final RuntimeException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }

  /**
   * Performs an operation of this thread. If it fails, operations are empty until the threads meet:
   * one that did not come would keep the others waiting.
   */
  Object perform(Supplier<Object> operation) {
    if (failure.get() == null) {
      try {
        return operation.get();
      } catch (RuntimeException | Error e) {
        remember(e);
      }
    }
    return nothing();
  }

  /** An empty operation. */
  static Object nothing() {
    LockSupport.parkNanos(PAUSE_NANOS);
    return NOTHING;
  }

  /** An error too, such as memory that ran out: its thread must come to the next meeting. */
  private void remember(Throwable e) {
    failure.compareAndSet(
        null,
        e instanceof RuntimeException failed
            ? failed
            : new IllegalStateException("a thread of the benchmark failed: " + e, e));
  }

  private int await() {
    try {
      return barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException("a thread of the benchmark was interrupted", e);
    }
  }
}
