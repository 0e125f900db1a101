package io.github.handshakecost.trial;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;

/**
 * Detects the end of a warm-up: the JIT compiler has little left to do, and the cost of an
 * operation has become flat. Flat means that the later half of the last windows is at most 2 %
 * cheaper than the earlier half.
 */
final class SteadyStateDetector {
  /** The fewest windows that are compared, the later half with the earlier half. */
  static final int WINDOWS = 30;

  /**
   * Windows of all arms together. A JVM with one arm passes 30 of them in 1.5 s, and a pause of the
   * JIT compiler can be as long.
   */
  private static final int WINDOWS_OF_ALL = 120;

  static final double FLAT = 0.02;

  /**
   * With fewer requests the code has not been compiled, however flat its curve. HotSpot's second
   * compiler takes a method without loops after 5,000 calls (its {@code Tier4InvocationThreshold}),
   * and a request calls much of its code once. The rest leaves it time to compile.
   */
  static final long LEAST_REQUESTS = 6_000;

  private SteadyStateDetector() {}

  /** How many windows of each arm are compared. */
  static int windows(int arms) {
    return Math.max(WINDOWS, WINDOWS_OF_ALL / arms);
  }

  /**
   * Whether the cost of an arm is flat, by itself and relative to all arms. A machine that becomes
   * slower hides a falling cost from the first test, but not from the second.
   *
   * @param micros cost of an operation by window
   * @param all geometric mean of all arms by window
   * @param windows to compare, the latest
   */
  static boolean isSteady(List<Double> micros, List<Double> all, int windows) {
    if (micros.size() < windows) {
      return false;
    }
    final List<Double> relative = new ArrayList<>();
    for (int i = micros.size() - windows; i < micros.size(); i++) {
      relative.add(micros.get(i) / all.get(i));
    }
    return isFlat(micros.subList(micros.size() - windows, micros.size())) && isFlat(relative);
  }

  private static boolean isFlat(List<Double> tail) {
    final double earlier = median(tail.subList(0, tail.size() / 2));
    final double later = median(tail.subList(tail.size() / 2, tail.size()));
    return later > earlier * (1 - FLAT);
  }

  private static double median(List<Double> values) {
    return Median.withDefaults()
        .evaluate(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** How busy the JIT compiler is, by the JVM's own account. */
  static final class JitActivity {
    private static final @Nullable CompilationMXBean COMPILER =
        ManagementFactory.getCompilationMXBean();
    private static final double MILLIS_PER_NANO = 1e-6;

    /** Compilers work in bursts: the share of a shorter time says little. */
    private static final long SPAN_NANOS = 2_000_000_000L;

    private static final double BUSY = 0.5;
    private static final double QUIET = 0.2;

    private final Deque<Sample> samples = new ArrayDeque<>();
    private @Nullable Sample start;

    JitActivity() {
      samples.add(Sample.now());
    }

    boolean isBusy() {
      return share() > BUSY;
    }

    boolean isQuiet() {
      return share() < QUIET;
    }

    /**
     * The compiler's CPU time in the last two seconds, over all its threads, as a share of that
     * time. Infinite until two seconds have passed; 0 if the JVM does not measure it.
     */
    private double share() {
      final Sample now = Sample.now();
      samples.add(now);
      // The span begins with the newest of the samples that are old enough.
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
}
