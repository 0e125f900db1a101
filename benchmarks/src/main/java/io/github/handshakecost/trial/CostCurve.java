package io.github.handshakecost.trial;

import java.util.ArrayList;
import java.util.List;

/**
 * What an operation costs, window by window.
 *
 * <p>The cost is the CPU time of both sides, not the clock's: other load on the machine stretches
 * the clock, and a curve that another program bends looks settled when it is not.
 */
final class CostCurve {
  private static final double NANOS_PER_MICRO = 1e3;

  private final List<Double> micros = new ArrayList<>();
  private long operations;

  /**
   * Adds a window. One in which no operation ended tells nothing and is left out.
   *
   * @param cpuNanos CPU time of both sides in the window
   * @param ended operations that ended in the window
   */
  void add(long cpuNanos, long ended) {
    if (ended > 0) {
      micros.add(cpuNanos / NANOS_PER_MICRO / ended);
      operations += ended;
    }
  }

  List<Double> micros() {
    return micros;
  }

  long operations() {
    return operations;
  }
}
