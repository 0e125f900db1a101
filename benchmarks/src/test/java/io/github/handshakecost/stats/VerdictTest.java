package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Finding.Figure;
import io.github.handshakecost.result.Finding.Figure.Kind;
import io.github.handshakecost.result.Finding.Imprecise;
import io.github.handshakecost.result.Finding.Undecided;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
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
    assertThat(verdict.findings())
        .first()
        .isInstanceOfSatisfying(
            Imprecise.class,
            ratios -> {
              assertThat(ratios.figures()).hasSize(4).allMatch(it -> it.kind() == Kind.RATIO);
              assertThat(ratios.of()).isEqualTo(4);
              assertThat(ratios.roundsNeeded()).isZero();
            });
    assertThat(verdict.findings()).noneMatch(Undecided.class::isInstance);
  }

  @Test
  void policiesThatMayBeAlikeAreUndecidedHoweverNarrowTheInterval() {
    final Run alike = SampleChanges.alike(SampleRuns.of(CELLS.subList(0, 2), 5));
    final Verdict verdict = Verdict.of(CELLS.subList(0, 2), alike.forks(), 0.9, 42);

    assertThat(verdict.decided()).isFalse();
    assertThat(verdict.conclusive()).isFalse();
    assertThat(open(verdict)).hasSize(1);
  }

  @Test
  void tooFewRoundsDecideNothing() {
    for (final List<Cell> cells : List.of(CELLS, CELLS.subList(0, 1))) {
      final Verdict verdict = Verdict.of(cells, SampleRuns.of(cells, 2).forks(), 0.9, 42);

      assertThat(verdict.decided()).isFalse();
      assertThat(open(verdict)).hasSize(cells.size() == 1 ? 1 : 4);
      assertThat(verdict.findings())
          .first()
          .isInstanceOfSatisfying(
              Undecided.class,
              it -> assertThat(it.roundsNeeded()).isEqualTo(Interval.LEAST_ROUNDS));
    }
  }

  /** The interval narrows with the square root of the rounds, and with Student's t. */
  @Test
  void roundsThatAreLikelyToBeEnoughAreEstimated() {
    final List<Cell> cells = CELLS.subList(0, 1);
    final Verdict three = Verdict.of(cells, SampleRuns.of(cells, 3).forks(), 0.05, 42);
    final double width = three.figures().get(0).relativeHalfWidth();

    assertThat(roundsNeeded(new Verdict(width / 2, three.figures()))).isEqualTo(5);
    assertThat(roundsNeeded(new Verdict(width / 10, three.figures()))).isBetween(60, 70);
    assertThat(roundsNeeded(new Verdict(width / 1000, three.figures()))).isZero();
  }

  private static int roundsNeeded(Verdict verdict) {
    return ((Imprecise) verdict.findings().get(0)).roundsNeeded();
  }

  private static List<Figure> open(Verdict verdict) {
    return verdict.findings().stream()
        .filter(Undecided.class::isInstance)
        .flatMap(finding -> ((Undecided) finding).figures().stream())
        .toList();
  }

  /** A difference is known less closely than the ratio of the same times. */
  @Test
  void costOfAConnectionIsAskedForTheSamePrecision() {
    final List<Cell> cells = List.of(CELLS.get(0), CELLS.get(2));
    final List<ForkRecord> noisy =
        SampleChanges.slower(SampleRuns.of(cells, 5), cell -> cell.equals(cells.get(0)) ? 65 : 1)
            .forks();
    final Verdict verdict = Verdict.of(cells, noisy, 0.02, 42);

    assertThat(verdict.findings())
        .singleElement()
        .isInstanceOfSatisfying(
            Imprecise.class,
            costs ->
                assertThat(costs.figures())
                    .singleElement()
                    .returns(Kind.COST, Figure::kind)
                    .returns(cells.get(0), Figure::cell));
    assertThat(verdict.decided()).isTrue();
    assertThat(verdict.conclusive()).isFalse();
  }

  @Test
  void plainHttpHasNoHeadlineCost() {
    final List<Cell> plain = CELLS.subList(4, 6);

    assertThat(Verdict.of(plain, FORKS, 0.05, 42).figures())
        .singleElement()
        .returns(Kind.RATIO, Figure::kind);
  }

  @Test
  void plannedRatioThatWasNotMeasuredIsNotConclusive() {
    final List<ForkRecord> without =
        FORKS.stream().filter(fork -> !fork.cell().equals(CELLS.get(3))).toList();

    assertThat(Verdict.of(CELLS, without, 0.05, 42).conclusive()).isFalse();
  }

  /** In a plan of loops alone the headline is the ratio of loops. */
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
