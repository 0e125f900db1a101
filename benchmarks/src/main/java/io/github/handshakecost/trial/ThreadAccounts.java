package io.github.handshakecost.trial;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * Whether a JVM tells what its threads use. By their CPU time warm-up knows when code has settled,
 * and every iteration keeps it; where it is unknown, nothing may stand in its place.
 */
public final class ThreadAccounts {
  private static final String REMEDY =
      "a HotSpot JVM tells, unless a program or an agent in it switches that off";

  private ThreadAccounts() {}

  /** What this JVM does not tell, in a sentence with a remedy; empty where it tells all. */
  public static Optional<String> missing() {
    return missing((ThreadMXBean) ManagementFactory.getThreadMXBean());
  }

  static Optional<String> missing(ThreadMXBean threads) {
    if (!threads.isThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled()) {
      return Optional.of("this JVM does not tell the CPU time of threads: " + REMEDY);
    }
    if (!threads.isThreadAllocatedMemorySupported() || !threads.isThreadAllocatedMemoryEnabled()) {
      return Optional.of("this JVM does not tell what threads allocate: " + REMEDY);
    }
    return Optional.empty();
  }
}
