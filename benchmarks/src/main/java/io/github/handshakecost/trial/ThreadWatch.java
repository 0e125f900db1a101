package io.github.handshakecost.trial;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Checks that a trial leaves no thread behind, which would take CPU from later measurements and
 * keep the fork from exiting.
 */
final class ThreadWatch {
  /** Both idle, and end by themselves. */
  private static final Set<String> OF_OKHTTP = Set.of("OkHttp TaskRunner", "Okio Watchdog");

  private static final Duration GRACE = Duration.ofSeconds(3);
  private static final long PAUSE_NANOS = 5_000_000;

  private final Set<Thread> before = Thread.getAllStackTraces().keySet();

  /** Throws {@link BrokenPremiseException} if a new thread is still alive after 3 s. */
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

  /**
   * The JVM starts threads at any time, in the system's groups; JNA starts one that idles, and
   * OkHttp two for all its clients; JMH starts one for each user.
   */
  private static boolean ofThisProgram(Thread thread) {
    final ThreadGroup group = thread.getThreadGroup();
    return thread.isAlive()
        && group != null
        && group.getParent() != null
        && !group.getName().equals("InnocuousThreadGroup")
        && !thread.getName().equals("JNA Cleaner")
        && !thread.getName().contains("-jmh-worker-")
        && !OF_OKHTTP.contains(thread.getName());
  }
}
