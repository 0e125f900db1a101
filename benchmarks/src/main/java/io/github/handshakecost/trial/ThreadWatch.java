package io.github.handshakecost.trial;

import io.github.handshakecost.proof.BrokenPremiseException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Sees to it that a trial leaves no thread behind. One that stays takes CPU from the next number,
 * and holds the fork back from exiting.
 */
final class ThreadWatch {
  private static final Duration GRACE = Duration.ofSeconds(3);
  private static final long PAUSE_NANOS = 5_000_000;

  private final Set<Thread> before = Thread.getAllStackTraces().keySet();

  /**
   * @throws BrokenPremiseException naming cell and threads, if threads that were not there before
   *     are still alive after a grace of 3 s
   */
  void requireNoneLeft(String cell) {
    final long deadline = System.nanoTime() + GRACE.toNanos();
    List<String> left = left();
    while (!left.isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE_NANOS);
      left = left();
    }
    if (!left.isEmpty()) {
      throw new BrokenPremiseException(
          "%s: expected no thread to be left after closing client and server, found %s"
              .formatted(cell, left));
    }
  }

  private List<String> left() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .filter(ThreadWatch::ofThisProgram)
        .map(Thread::getName)
        .sorted()
        .toList();
  }

  /** The JVM starts threads of its own at any time, in the system's groups; JNA one that idles. */
  private static boolean ofThisProgram(Thread thread) {
    final ThreadGroup group = thread.getThreadGroup();
    return thread.isAlive()
        && group != null
        && group.getParent() != null
        && !group.getName().equals("InnocuousThreadGroup")
        && !thread.getName().equals("JNA Cleaner");
  }
}
