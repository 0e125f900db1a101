package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VerdictTest {
  private static final List<Cell> CELLS = SampleRuns.headline();
  private static final List<ForkRecord> FORKS = SampleRuns.of(CELLS, 5).forks();

  @Test
  void narrowIntervalsAreConclusive() {
    assertThat(Verdict.conclusive(CELLS, FORKS, 0.05, 42)).isTrue();
  }

  @Test
  void greaterPrecisionAsksForMoreRounds() {
    assertThat(Verdict.conclusive(CELLS, FORKS, 0.0001, 42)).isFalse();
  }

  @Test
  void nothingMeasuredIsNotConclusive() {
    assertThat(Verdict.conclusive(CELLS, List.of(), 0.05, 42)).isFalse();
  }

  @Test
  void plannedRatioThatWasNotMeasuredIsNotConclusive() {
    final List<ForkRecord> without =
        FORKS.stream().filter(fork -> !fork.cell().equals(CELLS.get(3))).toList();

    assertThat(Verdict.conclusive(CELLS, without, 0.05, 42)).isFalse();
  }

  /** Where a loop is all there is, its ratio is what the headline says. */
  @Test
  void loopsAloneAreJudgedByTheirRatios() {
    final List<Cell> loops =
        List.of(
            SampleRuns.cell("yearly-records", "new-client", "tls1.3"),
            SampleRuns.cell("yearly-records", "pooled", "tls1.3"));
    final Run steady = SampleRuns.of(loops, 3);
    final List<ForkRecord> opposed =
        SampleRuns.mapForks(
                steady,
                fork ->
                    (fork.round() == 2) == fork.cell().equals(loops.get(0))
                        ? fork
                        : SampleForks.withIterations(
                            fork,
                            iterations ->
                                iterations.stream()
                                    .map(
                                        it ->
                                            SampleForks.withTimes(it, 1.1 * it.mean(), it.phases()))
                                    .toList()))
            .forks();

    assertThat(Verdict.conclusive(loops, steady.forks(), 0.2, 1)).isTrue();
    assertThat(Verdict.conclusive(loops, opposed, 0.2, 1)).isFalse();
    for (final Cell loop : loops) {
      assertThat(
              Verdict.conclusive(
                  List.of(loop),
                  opposed.stream().filter(fork -> fork.cell().equals(loop)).toList(),
                  0.2,
                  1))
          .isTrue();
    }
  }

  @Test
  void planWithoutRatioIsJudgedByItsMeans() {
    final List<Cell> alone = CELLS.subList(0, 1);

    assertThat(Verdict.conclusive(alone, FORKS, 0.05, 42)).isTrue();
    assertThat(Verdict.conclusive(alone, FORKS, 0.0001, 42)).isFalse();
  }
}
