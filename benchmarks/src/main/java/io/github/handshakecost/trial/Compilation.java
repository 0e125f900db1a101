package io.github.handshakecost.trial;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How busy the JIT compiler has been lately, by the JVM's own account. */
final class Compilation {
  private static final @Nullable CompilationMXBean COMPILER =
      ManagementFactory.getCompilationMXBean();
  private static final double MILLIS_PER_NANO = 1e-6;

  /** Compilers work in bursts: the share of a shorter time says little. */
  private static final long SPAN_NANOS = 2_000_000_000L;

  private final Deque<Sample> samples = new ArrayDeque<>();
  private @Nullable Sample start;

  Compilation() {
    samples.add(Sample.now());
  }

  /**
   * The compilers' share of the last two seconds, over all their threads. To be asked again and
   * again; infinite until two seconds have passed, 0 where the JVM compiles nothing or does not
   * tell.
   */
  double share() {
    final Sample now = Sample.now();
    samples.add(now);
    // It starts at the newest of the samples that are old enough.
    while (samples.size() > 1 && now.nanos - samples.getFirst().nanos >= SPAN_NANOS) {
      start = samples.removeFirst();
    }
    return start == null
        ? Double.POSITIVE_INFINITY
        : (now.millis - start.millis) / ((now.nanos - start.nanos) * MILLIS_PER_NANO);
  }

  private record Sample(long nanos, long millis) {
    static Sample now() {
      return new Sample(
          System.nanoTime(),
          COMPILER != null && COMPILER.isCompilationTimeMonitoringSupported()
              ? COMPILER.getTotalCompilationTime()
              : 0);
    }
  }
}
