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
  private long lastCpu;
  private long operations;

  /**
   * @param cpuNanos CPU time of both sides so far
   */
  CostCurve(long cpuNanos) {
    lastCpu = cpuNanos;
  }

  /**
   * Ends a window. One in which no operation ended goes on in the next.
   *
   * @param cpuNanos CPU time of both sides so far
   * @param operationsSoFar since the curve began
   */
  void endWindow(long cpuNanos, long operationsSoFar) {
    if (operationsSoFar > operations) {
      micros.add((cpuNanos - lastCpu) / NANOS_PER_MICRO / (operationsSoFar - operations));
      lastCpu = cpuNanos;
      operations = operationsSoFar;
    }
  }

  List<Double> micros() {
    return micros;
  }

  long operations() {
    return operations;
  }
}
