package io.github.handshakecost.result;

import java.util.function.ToDoubleFunction;

/**
 * What one fork measured of one of its cells. Saved at once, and read by every report.
 *
 * @param round counted from 1
 * @param startedAt when the fork started; UTC, ISO 8601
 * @param took what the whole fork took
 */
public record ForkRecord(
    String schema,
    int round,
    Cell cell,
    String startedAt,
    ForkTime took,
    JmhFacts jmh,
    ForkMeasurement measurement) {

  public static final String SCHEMA = "handshake-cost/fork/2";

  /** The same with another account of its link. */
  public ForkRecord with(LinkRecord link) {
    return new ForkRecord(
        schema,
        round,
        cell,
        startedAt,
        took,
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
