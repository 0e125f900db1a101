package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.handshakecost.result.Latency;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  private static final int OPERATIONS = 1000;

  /** The fault that the placement of threads makes: 20 µs on one core, 90 on two. */
  @Test
  void forkThatChangedItsPaceHasTwoModes() {
    final Histogram nanos = histogram();
    for (int i = 0; i < OPERATIONS; i++) {
      nanos.recordValue((i < 400 ? 20_000 : 90_000) + 10 * (i % 200));
    }

    final Latency latency = Latencies.of(nanos);

    assertThat(latency.multimodal()).isTrue();
    assertThat(latency.modes())
        .satisfiesExactly(
            fast -> assertThat(fast).isCloseTo(21, withinPercentage(8)),
            slow -> assertThat(slow).isCloseTo(91, withinPercentage(8)));
  }

  @Test
  void steadyForkHasOneModeAndEveryReportedPercentile() {
    final Histogram nanos = histogram();
    for (int i = 0; i < OPERATIONS; i++) {
      nanos.recordValue(20_000 + 10 * (i % 200));
    }

    final Latency latency = Latencies.of(nanos);

    assertThat(latency.multimodal()).isFalse();
    assertThat(latency.count()).isEqualTo(OPERATIONS);
    for (final double percentile : Latency.REPORTED) {
      assertThat(latency.at(percentile)).isBetween(20.0, 22.1);
    }
  }

  private static Histogram histogram() {
    return new Histogram(3);
  }
}
