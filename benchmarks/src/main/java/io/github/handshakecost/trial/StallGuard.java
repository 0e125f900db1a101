package io.github.handshakecost.trial;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends a fork that stands still, as when its delay line was killed: a client that waits for a
 * response would wait for ever, and a thread in a read cannot be interrupted.
 */
final class StallGuard implements AutoCloseable {
  /** Longer than any block: a loop at the longest distance takes less than 2 min. */
  static final Duration LIMIT = Duration.ofMinutes(5);

  private final long limit;
  private final Thread thread;
  private volatile long lastSign = System.nanoTime();
  private volatile boolean closed;

  /**
   * @param end the action after a time without a sign
   */
  StallGuard(Duration time, Runnable end) {
    limit = time.toNanos();
    thread = new Thread(() -> watch(end), "stall-guard");
    thread.setDaemon(true);
    thread.start();
  }

  /** The fork goes on. */
  void sign() {
    lastSign = System.nanoTime();
  }

  private void watch(Runnable end) {
    long left = limit;
    while (!closed && left > 0) {
      LockSupport.parkNanos(left);
      left = lastSign + limit - System.nanoTime();
    }
    if (!closed) {
      end.run();
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
