package io.github.handshakecost.trial;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * CPU time and allocation of a thread, by the JVM's account. Warm-up and every iteration need both.
 *
 * @param cpuNanos user and system time ({@link java.lang.management.ThreadMXBean})
 * @param allocatedBytes on the heap ({@link ThreadMXBean#getCurrentThreadAllocatedBytes})
 */
public record ThreadUsage(long cpuNanos, long allocatedBytes) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final String REMEDY =
      "a HotSpot JVM measures both, unless a program or an agent in it switches that off";

  static final ThreadUsage NONE = new ThreadUsage(0, 0);

  /** Why this JVM cannot measure threads, with the remedy; empty if it can. */
  public static Optional<String> missing() {
    return missing(THREADS);
  }

  static Optional<String> missing(ThreadMXBean threads) {
    if (!threads.isThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled()) {
      return Optional.of("this JVM does not measure the CPU time of threads: " + REMEDY);
    }
    if (!threads.isThreadAllocatedMemorySupported() || !threads.isThreadAllocatedMemoryEnabled()) {
      return Optional.of("this JVM does not measure the allocation of threads: " + REMEDY);
    }
    return Optional.empty();
  }

  static ThreadUsage now() {
    return new ThreadUsage(
        THREADS.getCurrentThreadCpuTime(), THREADS.getCurrentThreadAllocatedBytes());
  }

  /**
   * Throws {@link IllegalStateException} if the thread has ended: then the JVM has forgotten it.
   */
  static ThreadUsage of(Thread thread) {
    final ThreadUsage usage =
        new ThreadUsage(
            THREADS.getThreadCpuTime(thread.getId()),
            THREADS.getThreadAllocatedBytes(thread.getId()));
    if (usage.cpuNanos < 0 || usage.allocatedBytes < 0) {
      throw new IllegalStateException(
          "thread %s ended before its iteration".formatted(thread.getName()));
    }
    return usage;
  }

  ThreadUsage plus(ThreadUsage other) {
    return new ThreadUsage(cpuNanos + other.cpuNanos, allocatedBytes + other.allocatedBytes);
  }

  ThreadUsage minus(ThreadUsage earlier) {
    return new ThreadUsage(cpuNanos - earlier.cpuNanos, allocatedBytes - earlier.allocatedBytes);
  }
}
