package io.github.handshakecost.result;

import java.util.function.ToDoubleFunction;

/**
 * One finished fork: a cell measured once in a round. Saved at once, and read by every report.
 *
 * @param round counted from 1
 * @param startedAt UTC, ISO 8601
 */
public record ForkRecord(
    String schema,
    int round,
    Cell cell,
    String startedAt,
    JmhFacts jmh,
    ForkMeasurement measurement) {

  public static final String SCHEMA = "handshake-cost/fork/1";

  /** The same with another account of its link. */
  public ForkRecord with(LinkRecord link) {
    return new ForkRecord(
        schema,
        round,
        cell,
        startedAt,
        jmh,
        new ForkMeasurement(
            measurement.warmUp(),
            measurement.iterations(),
            measurement.latency(),
            measurement.facts(),
            measurement.warnings(),
            link));
  }

  /** Mean time of an operation over the measured iterations, in microseconds. */
  public double mean() {
    return mean(IterationRecord::mean);
  }

  /**
   * Mean of a time over all operations. An iteration counts by its operations: one in which the
   * machine stood still for most of the time has few, and each of them seems to take many times as
   * long as it does.
   *
   * @param time of an operation, in an iteration
   */
  public double mean(ToDoubleFunction<IterationRecord> time) {
    double total = 0;
    long operations = 0;
    for (final IterationRecord iteration : measurement.iterations()) {
      total += time.applyAsDouble(iteration) * iteration.operations();
      operations += iteration.operations();
    }
    return total / operations;
  }

  /** All counts of the measured iterations. */
  public Counts counts() {
    return measurement.iterations().stream()
        .map(IterationRecord::counts)
        .reduce(Counts.NONE, Counts::plus);
  }
}
