package io.github.handshakecost.trial;

import io.github.handshakecost.result.Latency;
import java.util.Arrays;
import org.HdrHistogram.Histogram;

/** Turns a histogram of nanoseconds into the distribution that results keep. */
final class Latencies {
  private static final double NANOS_PER_MICRO = 1e3;

  /** Dense enough to draw a distribution by, sparse enough to save for each fork. */
  private static final double[] PERCENTILES = {
    0, 1, 2.5, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 97.5, 99,
    99.5, 99.9, 100
  };

  private Latencies() {}

  static Latency of(Histogram nanos) {
    return new Latency(
        nanos.getTotalCount(),
        Arrays.stream(PERCENTILES)
            .mapToObj(
                percentile ->
                    new Latency.Point(
                        percentile, nanos.getValueAtPercentile(percentile) / NANOS_PER_MICRO))
            .toList());
  }
}
