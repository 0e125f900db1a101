package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Finding;
import io.github.handshakecost.result.ForkMeasurement;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkMeasurement.WarmUpCurve;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Latency;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FlagsTest {
  private static final Run RUN = SampleRuns.of(SampleRuns.headline(), 5);
  private static final Cell POOLED = SampleRuns.headline().get(0);

  @Test
  void steadyCellsHaveNoFlag() {
    assertThat(Summarizer.summarize(RUN).cells())
        .allSatisfy(cell -> assertThat(cell.flags()).isEmpty());
  }

  @Test
  void eachFaultRaisesItsFlagInItsCellAlone() {
    assertFlags(inRoundTwo(FlagsTest::unsettled), "unsettled");
    assertFlags(inRoundTwo(FlagsTest::drifting), "drifted");
    assertFlags(inRoundTwo(FlagsTest::slow), "outlier");
    assertFlags(inRoundTwo(FlagsTest::starved), "starved");
    assertFlags(inRoundTwo(FlagsTest::stalled), "stalled");
  }

  @Test
  void flagsStandInOneOrderAndOnce() {
    final Run run =
        SampleRuns.mapForks(
            RUN, fork -> fork.cell().equals(POOLED) ? drifting(unsettled(fork)) : fork);

    assertFlags(run, "unsettled", "drifted");
  }

  @Test
  void outlierIsNamedAndStaysInTheMean() {
    final Run run = inRoundTwo(FlagsTest::slow);

    final Summary summary = Summarizer.summarize(run);

    assertThat(summary.findings(Finding.Outlier.class))
        .singleElement()
        .satisfies(
            outlier -> {
              assertThat(outlier.fork()).isEqualTo(new Finding.ForkId(POOLED, 2));
              assertThat(outlier.mean()).isBetween(44.0, 46.0);
              assertThat(outlier.others()).isCloseTo(22.5, within(0.1));
            });
    final CellSummary pooled = summary.cells().get(0);
    assertThat(pooled.rounds()).isEqualTo(5);
    assertThat(pooled.mean())
        .isEqualTo(
            ForkFigures.mean(
                run.forks().stream()
                    .filter(fork -> fork.cell().equals(POOLED))
                    .mapToDouble(ForkRecord::mean)
                    .toArray()));
  }

  private static void assertFlags(Run run, String... flags) {
    assertThat(Summarizer.summarize(run).cells())
        .allSatisfy(
            cell -> {
              if (cell.cell().equals(POOLED)) {
                assertThat(cell.flags()).containsExactly(flags);
              } else {
                assertThat(cell.flags()).isEmpty();
              }
            });
  }

  private static Run inRoundTwo(UnaryOperator<ForkRecord> fault) {
    return SampleRuns.mapForks(
        RUN, fork -> fork.cell().equals(POOLED) && fork.round() == 2 ? fault.apply(fork) : fork);
  }

  private static ForkRecord unsettled(ForkRecord fork) {
    final ForkMeasurement old = fork.measurement();
    return SampleForks.withMeasurement(
        fork,
        new ForkMeasurement(
            new WarmUpCurve(0.5, List.of(9.0), List.of(8.0), 10, false),
            old.iterations(),
            old.latency(),
            old.facts(),
            old.warnings(),
            old.link()));
  }

  /** Each iteration slower than the one before, with the same mean of the fork. */
  private static ForkRecord drifting(ForkRecord fork) {
    return SampleForks.withIterations(
        fork,
        iterations -> {
          final List<IterationRecord> slower = new ArrayList<>();
          for (final IterationRecord old : iterations) {
            final double by = 1 + 0.01 * (slower.size() - 2.5);
            slower.add(SampleForks.withTimes(old, by * old.mean(), old.phases()));
          }
          return slower;
        });
  }

  private static ForkRecord slow(ForkRecord fork) {
    return SampleForks.withIterations(
        fork,
        iterations ->
            iterations.stream()
                .map(old -> SampleForks.withTimes(old, 2 * old.mean(), old.phases()))
                .map(old -> withCpu(old, 2))
                .toList());
  }

  /** Another process had the core for a part of the time. */
  private static ForkRecord starved(ForkRecord fork) {
    return SampleForks.withIterations(
        fork, iterations -> iterations.stream().map(old -> withCpu(old, 0.8)).toList());
  }

  private static IterationRecord withCpu(IterationRecord old, double factor) {
    return new IterationRecord(
        old.mean(),
        old.operations(),
        old.counts(),
        old.phases(),
        factor * old.clientCpu(),
        factor * old.serverCpu(),
        old.allocatedBytes(),
        old.segments(),
        old.clientThreads());
  }

  private static ForkRecord stalled(ForkRecord fork) {
    final ForkMeasurement old = fork.measurement();
    final List<Latency.Point> points = new ArrayList<>(old.latency().points());
    points.add(new Latency.Point(100, 3_000_000));
    return SampleForks.withMeasurement(
        fork,
        new ForkMeasurement(
            old.warmUp(),
            old.iterations(),
            new Latency(old.latency().count(), points),
            old.facts(),
            old.warnings(),
            old.link()));
  }

  /** Waiting for the network, the stale check or an acknowledgement is no waiting for the core. */
  @ParameterizedTest
  @CsvSource({"rtt, 20ms", "recovery, check", "serverNagle, on"})
  void forkThatWaitsByItselfIsNotStarved(String axis, String value) {
    final Run waiting = SampleRuns.of(List.of(POOLED.with(axis, value)), 3);

    assertThat(Summarizer.summarize(SampleRuns.mapForks(waiting, FlagsTest::starved)).cells())
        .allSatisfy(cell -> assertThat(cell.flags()).isEmpty());
  }
}
