package io.github.handshakecost.trial;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** How busy the JIT compiler is, by the JVM's own account. */
final class Compilation {
  private static final @Nullable CompilationMXBean COMPILER =
      ManagementFactory.getCompilationMXBean();
  private static final long NANOS_PER_MILLI = 1_000_000;

  private long lastMillis = millis();
  private long lastNanos = System.nanoTime();

  /**
   * The compilers' share of the time since the last call, over all their threads; 0 where the JVM
   * compiles nothing or does not tell.
   */
  double share() {
    final long millis = millis();
    final long nanos = System.nanoTime();
    final double share =
        (double) (millis - lastMillis) * NANOS_PER_MILLI / Math.max(1, nanos - lastNanos);
    lastMillis = millis;
    lastNanos = nanos;
    return share;
  }

  private static long millis() {
    return COMPILER != null && COMPILER.isCompilationTimeMonitoringSupported()
        ? COMPILER.getTotalCompilationTime()
        : 0;
  }
}
