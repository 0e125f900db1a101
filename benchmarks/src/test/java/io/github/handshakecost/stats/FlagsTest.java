package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.CellSummary;
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
    assertFlags(inRoundTwo(FlagsTest::bimodal), "multimodal");
    assertFlags(inRoundTwo(FlagsTest::slow), "outlier");
  }

  @Test
  void flagsStandInOneOrderAndOnce() {
    final Run run =
        SampleRuns.mapForks(
            RUN, fork -> fork.cell().equals(POOLED) ? bimodal(drifting(unsettled(fork))) : fork);

    assertFlags(run, "unsettled", "drifted", "multimodal");
  }

  @Test
  void outlierIsNamedAndStaysInTheMean() {
    final Run run = inRoundTwo(FlagsTest::slow);

    final Summary summary = Summarizer.summarize(run);

    assertThat(summary.warnings())
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .startsWith(
                        "request policy=pooled protocol=tls1.3: 1 of 5 forks is an outlier by"
                            + " Grubbs' test at 1 % (round 2: mean 44.")
                    .contains(" µs, mean of the others 22.5 µs); it stays in every figure"));
    final CellSummary pooled = summary.cells().get(0);
    assertThat(pooled.rounds()).isEqualTo(5);
    assertThat(pooled.mean())
        .isEqualTo(
            Means.of(
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

  private static ForkRecord bimodal(ForkRecord fork) {
    final ForkMeasurement old = fork.measurement();
    return SampleForks.withMeasurement(
        fork,
        new ForkMeasurement(
            old.warmUp(),
            old.iterations(),
            new Latency(10, old.latency().points(), List.of(20.0, 90.0)),
            old.facts(),
            old.warnings(),
            old.link()));
  }

  /** Each iteration slower than the one before, the fork as a whole as fast as it was. */
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
                .toList());
  }
}
