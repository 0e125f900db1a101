package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VerdictTest {
  private static final List<Cell> CELLS = SampleRuns.headline();
  private static final List<ForkRecord> FORKS = SampleRuns.of(CELLS, 5).forks();

  @Test
  void narrowIntervalsAreConclusive() {
    assertThat(Verdict.of(CELLS, FORKS, 0.05, 42).conclusive()).isTrue();
  }

  @Test
  void greaterPrecisionAsksForMoreRounds() {
    assertThat(Verdict.of(CELLS, FORKS, 0.0001, 42).conclusive()).isFalse();
  }

  @Test
  void nothingMeasuredIsNotConclusive() {
    assertThat(Verdict.of(CELLS, List.of(), 0.05, 42).conclusive()).isFalse();
  }

  @Test
  void certainDirectionIsDecidedHoweverWideTheInterval() {
    final Verdict verdict = Verdict.of(CELLS, FORKS, 0.0001, 42);

    assertThat(verdict.decided()).isTrue();
    assertThat(verdict.conclusive()).isFalse();
    assertThat(verdict.undecided()).isEmpty();
    assertThat(verdict.imprecise(Verdict.Kind.RATIO)).hasSize(4);
  }

  @Test
  void policiesThatMayBeAlikeAreUndecidedHoweverNarrowTheInterval() {
    final Run alike = SampleChanges.alike(SampleRuns.of(CELLS.subList(0, 2), 5));
    final Verdict verdict = Verdict.of(CELLS.subList(0, 2), alike.forks(), 0.9, 42);

    assertThat(verdict.decided()).isFalse();
    assertThat(verdict.conclusive()).isFalse();
    assertThat(verdict.undecided()).hasSize(1);
  }

  @Test
  void tooFewRoundsDecideNothing() {
    for (final List<Cell> cells : List.of(CELLS, CELLS.subList(0, 1))) {
      final Verdict verdict = Verdict.of(cells, SampleRuns.of(cells, 2).forks(), 0.9, 42);

      assertThat(verdict.decided()).isFalse();
      assertThat(verdict.undecided()).hasSize(cells.size() == 1 ? 1 : 4);
    }
  }

  /** A difference is known less closely than the ratio of the same times. */
  @Test
  void costOfAConnectionIsAskedForTheSamePrecision() {
    final List<Cell> cells = List.of(CELLS.get(0), CELLS.get(2));
    final List<ForkRecord> noisy =
        SampleChanges.slower(SampleRuns.of(cells, 5), cell -> cell.equals(cells.get(0)) ? 65 : 1)
            .forks();
    final Verdict verdict = Verdict.of(cells, noisy, 0.02, 42);

    assertThat(verdict.of(Verdict.Kind.COST))
        .singleElement()
        .returns("connection-full at rtt=0ms placement=same-core", Verdict.Figure::name);
    assertThat(verdict.imprecise(Verdict.Kind.RATIO)).isEmpty();
    assertThat(verdict.imprecise(Verdict.Kind.COST)).hasSize(1);
    assertThat(verdict.decided()).isTrue();
    assertThat(verdict.conclusive()).isFalse();
  }

  @Test
  void plainHttpHasNoHeadlineCost() {
    final List<Cell> plain = CELLS.subList(4, 6);

    assertThat(Verdict.of(plain, FORKS, 0.05, 42).of(Verdict.Kind.COST)).isEmpty();
  }

  @Test
  void plannedRatioThatWasNotMeasuredIsNotConclusive() {
    final List<ForkRecord> without =
        FORKS.stream().filter(fork -> !fork.cell().equals(CELLS.get(3))).toList();

    assertThat(Verdict.of(CELLS, without, 0.05, 42).conclusive()).isFalse();
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

    assertThat(Verdict.of(loops, steady.forks(), 0.2, 1).conclusive()).isTrue();
    assertThat(Verdict.of(loops, opposed, 0.2, 1).conclusive()).isFalse();
    for (final Cell loop : loops) {
      assertThat(
              Verdict.of(
                      List.of(loop),
                      opposed.stream().filter(fork -> fork.cell().equals(loop)).toList(),
                      0.2,
                      1)
                  .conclusive())
          .isTrue();
    }
  }

  @Test
  void planWithoutRatioIsJudgedByItsMeans() {
    final List<Cell> alone = CELLS.subList(0, 1);

    assertThat(Verdict.of(alone, FORKS, 0.05, 42).conclusive()).isTrue();
    assertThat(Verdict.of(alone, FORKS, 0.0001, 42).conclusive()).isFalse();
  }
}
