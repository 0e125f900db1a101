package io.github.handshakecost.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LatencyTest {
  private static final Latency LATENCY =
      new Latency(
          100,
          List.of(
              new Latency.Point(0, 10), new Latency.Point(50, 20), new Latency.Point(100, 120)));

  @Test
  void shareIsInterpolatedBetweenThePoints() {
    assertThat(LATENCY.shareUpTo(15)).isEqualTo(0.25);
    assertThat(LATENCY.shareUpTo(20)).isEqualTo(0.5);
    assertThat(LATENCY.shareUpTo(70)).isEqualTo(0.75);
  }

  @Test
  void noOperationIsBelowTheFastestAndAllAreUpToTheSlowest() {
    assertThat(LATENCY.shareUpTo(9.9)).isZero();
    assertThat(LATENCY.shareUpTo(120)).isEqualTo(1);
  }
}
