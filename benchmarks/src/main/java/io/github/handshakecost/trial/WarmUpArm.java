package io.github.handshakecost.trial;

import io.github.handshakecost.result.ForkMeasurement.WarmUpCurve;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One kind of request while it warms up: cells that differ only in distance share an arm. */
final class WarmUpArm {
  private static final double MILLIS_PER_SECOND = 1e3;

  private final CellPlan plan;
  private final CostCurve onAllCores = new CostCurve();
  private final CostCurve inPlace = new CostCurve();
  private boolean steady;
  private @Nullable String broken;

  WarmUpArm(CellPlan plan) {
    this.plan = plan;
  }

  CellPlan plan() {
    return plan;
  }

  CostCurve onAllCores() {
    return onAllCores;
  }

  CostCurve inPlace() {
    return inPlace;
  }

  /** How its premise broke, in a sentence; null if it did not. */
  @Nullable String broken() {
    return broken;
  }

  void broken(String sentence) {
    broken = sentence;
  }

  long requests() {
    return (onAllCores.operations + inPlace.operations) * plan.operation().paths().size();
  }

  /**
   * Whether its code has been called often enough to be compiled.
   *
   * @param arms all arms, some of which run the same code
   */
  boolean hasEnoughRequests(List<WarmUpArm> arms) {
    return arms.stream().filter(this::sharesCode).mapToLong(WarmUpArm::requests).sum()
        >= SteadyStateDetector.LEAST_REQUESTS;
  }

  /**
   * Whether its cost has become flat; once steady, it stays so.
   *
   * @param arms all arms, some of which run the same code
   * @param means the geometric mean of their costs by window
   */
  boolean becomesSteady(List<WarmUpArm> arms, List<Double> means) {
    steady =
        steady
            || (hasEnoughRequests(arms)
                && SteadyStateDetector.isSteady(
                    inPlace.micros, means, SteadyStateDetector.windows(arms.size())));
    return steady;
  }

  /** Most of a request with a handshake is the handshake, and its code is the same everywhere. */
  private boolean sharesCode(WarmUpArm other) {
    return other == this || (makesHandshakes() && other.makesHandshakes());
  }

  private boolean makesHandshakes() {
    return plan.expected().handshakes(plan.expected().leastConnections(1)) > 0;
  }

  WarmUpCurve curve() {
    return new WarmUpCurve(
        WarmUp.WINDOW.toMillis() / MILLIS_PER_SECOND,
        onAllCores.micros,
        inPlace.micros,
        requests(),
        steady);
  }

  /**
   * The cost of an operation by window: the CPU time of both sides. Other load on the machine
   * stretches the wall time, and could make a curve look flat that is not.
   */
  static final class CostCurve {
    private static final double NANOS_PER_MICRO = 1e3;

    private final List<Double> micros = new ArrayList<>();
    private long operations;

    /** Adds a window, unless no operation ended in it. */
    void add(long cpuNanos, long ended) {
      if (ended > 0) {
        micros.add(cpuNanos / NANOS_PER_MICRO / ended);
        operations += ended;
      }
    }

    List<Double> micros() {
      return micros;
    }
  }
}
