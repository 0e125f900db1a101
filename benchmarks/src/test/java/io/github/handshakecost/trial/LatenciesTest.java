package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Latency;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  private static final int OPERATIONS = 1000;

  @Test
  void everyReportedPercentileIsKept() {
    final Histogram nanos = new Histogram(3);
    for (int i = 0; i < OPERATIONS; i++) {
      nanos.recordValue(20_000 + 10 * (i % 200));
    }

    final Latency latency = Latencies.of(nanos);

    assertThat(latency.count()).isEqualTo(OPERATIONS);
    for (final double percentile : Latency.REPORTED) {
      assertThat(latency.at(percentile)).isBetween(20.0, 22.1);
    }
  }
}
