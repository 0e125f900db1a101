package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DriftTest {
  @Test
  void steadyForkDoesNotDrift() {
    assertThat(Findings.drift(fork(100, 101, 99, 100.5, 99.5, 100))).isEmpty();
  }

  @Test
  void slopeIsFlaggedWithItsFigures() {
    assertThat(Findings.drift(fork(106, 105, 104, 103, 102, 101)))
        .hasValueSatisfying(
            drift -> {
              assertThat(drift.firstHalf()).isEqualTo(105);
              assertThat(drift.secondHalf()).isEqualTo(102);
              assertThat(drift.width()).isBetween(2.0, 3.0);
            });
  }

  @Test
  void stepIsFlaggedWithFewIterations() {
    assertThat(Findings.drift(fork(50, 50.1, 90, 90.2))).isPresent();
    assertThat(Findings.drift(fork(50, 50.1, 70, 90, 90.2))).isPresent();
  }

  @Test
  void threeIterationsCannotTell() {
    assertThat(Findings.drift(fork(50, 70, 90))).isEmpty();
  }

  private static ForkRecord fork(double... means) {
    return SampleForks.withIterations(
        SampleRuns.complete(1).forks().get(0), iterations -> withMeans(iterations.get(0), means));
  }

  private static List<IterationRecord> withMeans(IterationRecord sample, double... means) {
    final List<IterationRecord> iterations = new ArrayList<>();
    for (final double mean : means) {
      iterations.add(SampleForks.withTimes(sample, mean, sample.phases()));
    }
    return iterations;
  }
}
