package io.github.handshakecost.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.handshakecost.model.Phase.PhaseTimes;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ForkRecordTest {
  private static final Cell CELL = SampleRuns.cell("request", "pooled", "http");

  /**
   * 1,000 requests of 10 µs, and 100 of 100 µs in a block that stood still for 90 % of the time.
   */
  @Test
  void blockCountsByItsRequests() {
    final ForkRecord fork =
        SampleForks.withIterations(
            SampleForks.fork(CELL, 1),
            iterations ->
                List.of(of(iterations.get(0), 10, 1_000), of(iterations.get(1), 100, 100)));

    assertThat(fork.mean()).isCloseTo(20_000 / 1_100.0, within(1e-9));
    assertThat(fork.mean(iteration -> iteration.phases().exchange()))
        .isCloseTo(fork.mean(), within(1e-9));
  }

  @Test
  void newJvmsThatStartInOneSecondAreTold() {
    final List<Cell> cells = SampleRuns.cold(1).manifest().cells();

    assertThat(cells).hasSize(10);
    assertThat(cells.stream().map(cell -> SampleForks.fork(cell, 1).jvm()).distinct()).hasSize(4);
  }

  private static IterationRecord of(IterationRecord sample, double mean, long operations) {
    return new IterationRecord(
        mean,
        operations,
        sample.counts(),
        new PhaseTimes(0, 0.0, 0.0, mean, 0, 0),
        sample.clientCpu(),
        sample.serverCpu(),
        sample.allocatedBytes(),
        sample.segments(),
        sample.clientThreads());
  }
}
