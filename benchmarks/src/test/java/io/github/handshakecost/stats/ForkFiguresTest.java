package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.handshakecost.model.Phase.PhaseTimes;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ForkFiguresTest {
  private static final double LEASE = 5;
  private static final Cell ONE_USER = SampleRuns.cell("request", "pooled", "tls1.3");

  @Test
  void takingAConnectionThatNobodyElseHasBelongsToTheExchange() {
    final ForkRecord without = SampleForks.fork(ONE_USER, 1);
    final PhaseTimes phases = ForkFigures.phases(withLease(without));

    assertThat(phases.lease()).isNull();
    assertThat(phases.exchange())
        .isCloseTo(ForkFigures.phases(without).exchange() + LEASE, within(1e-9));
    assertThat(phases.total()).isCloseTo(without.mean(), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"users, 4", "recovery, check"})
  void waitForOthersOrForACheckIsAPhase(String axis, String value) {
    final ForkRecord without = SampleForks.fork(ONE_USER.with(axis, value), 1);
    final PhaseTimes phases = ForkFigures.phases(withLease(without));

    assertThat(phases.lease()).isCloseTo(LEASE, within(1e-9));
    assertThat(phases.exchange()).isEqualTo(ForkFigures.phases(without).exchange());
    assertThat(phases.total()).isCloseTo(without.mean(), within(1e-9));
  }

  private static ForkRecord withLease(ForkRecord fork) {
    return SampleForks.withIterations(
        fork, iterations -> iterations.stream().map(ForkFiguresTest::withLease).toList());
  }

  private static IterationRecord withLease(IterationRecord old) {
    return SampleForks.withTimes(
        old,
        old.mean(),
        PhaseTimes.closing(old.mean(), true, LEASE, phase -> phase.of(old.phases())));
  }
}
