package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.stats.Comparisons.Change;
import io.github.handshakecost.stats.Comparisons.Comparison;
import io.github.handshakecost.stats.Comparisons.Outcome;
import io.github.handshakecost.stats.Comparisons.RatioComparison;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComparisonsTest {
  private static final List<Cell> CELLS = SampleRuns.headline();
  private static final Run BASE = SampleRuns.of(CELLS, 5);

  @Test
  void eachCellHasItsOwnVerdict() {
    final List<Double> factors = List.of(1.0, 0.8, 1.04, 1.2, 1.005, 1.0);
    final Run candidate = SampleChanges.slower(BASE, cell -> factors.get(CELLS.indexOf(cell)));

    final Comparisons comparisons = comparisons(BASE, candidate, 0.05);

    assertThat(comparisons.compared())
        .extracting(Comparison::change)
        .containsExactly(
            Change.NONE, Change.FASTER, Change.SLOWER, Change.REGRESSION, Change.NONE, Change.NONE);
    assertThat(comparisons.compared().get(3).ratio()).isBetween(1.1999, 1.2001);
    assertThat(comparisons.failures()).isEqualTo(1);
    assertThat(comparisons.count(Change.NONE)).isEqualTo(3);
  }

  @Test
  void slowerMachineChangesNoRatio() {
    final Run candidate = SampleChanges.slower(BASE, cell -> 1.2);

    final Comparisons comparisons = comparisons(BASE, candidate, 0.05);

    assertThat(comparisons.compared())
        .allSatisfy(each -> assertThat(each.change()).isEqualTo(Change.REGRESSION));
    assertThat(comparisons.ratios())
        .hasSize(4)
        .allSatisfy(each -> assertThat(each.label()).isEqualTo("~"));
  }

  @Test
  void slowerPolicyRaisesItsOwnRatio() {
    final Run candidate = SampleChanges.slower(BASE, cell -> cell.equals(CELLS.get(3)) ? 1.2 : 1.0);

    assertThat(comparisons(BASE, candidate, 0.05).ratios())
        .extracting(RatioComparison::cell, RatioComparison::label)
        .contains(tuple(CELLS.get(3), "higher"), tuple(CELLS.get(2), "~"));
  }

  @ParameterizedTest
  @CsvSource({
    "0.90, 1.10, NONE",
    "1.00, 1.10, NONE",
    "0.90, 1.00, NONE",
    "0.90, 0.99, FASTER",
    "1.01, 1.04, SLOWER",
    // Perhaps a regression, but not significantly.
    "1.01, 1.30, SLOWER",
    "1.05, 1.30, SLOWER",
    "1.06, 1.30, REGRESSION",
  })
  void intervalDecides(double low, double high, Change expected) {
    assertThat(Change.of(new Interval(low, high), 0.05)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.05, NOTHING_FOUND",
    "0.8, 0.05, IMPROVEMENT",
    "1.2, 0.05, REGRESSION",
    "1.2, 0.2, UNDECIDED",
    "1, 0.001, UNDECIDED",
    "1.2, 0.5, NOTHING_FOUND"
  })
  void worstCellDecidesTheOutcome(double factor, double threshold, Outcome expected) {
    final Run candidate =
        SampleChanges.slower(BASE, cell -> cell.equals(CELLS.get(3)) ? factor : 1);

    assertThat(comparisons(BASE, candidate, threshold).outcome()).isEqualTo(expected);
  }

  @Test
  void thresholdDecidesWhatIsARegression() {
    final Run candidate = SampleChanges.slower(BASE, cell -> 1.2);

    assertThat(comparisons(BASE, candidate, 0.05).failures()).isEqualTo(6);
    assertThat(comparisons(BASE, candidate, 0.5).failures()).isZero();
    assertThat(comparisons(BASE, candidate, 0.5).count(Change.SLOWER)).isEqualTo(6);
  }

  @Test
  void roundsOfTwoRunsAreNotPaired() {
    // Round by round the ratio is 1.01 exactly; the rounds themselves differ by more.
    final Comparison comparison =
        comparisons(BASE, SampleChanges.slower(BASE, cell -> 1.01), 0.05).compared().get(0);

    assertThat(comparison.change()).isEqualTo(Change.NONE);
  }

  @Test
  void otherCountsAreNamedHoweverFastTheCellIs() {
    final Run candidate =
        SampleChanges.counted(
            SampleChanges.slower(BASE, cell -> 0.5),
            CELLS.get(2),
            counts -> SampleChanges.withConnections(counts, counts.requests() / 2));

    final Comparison comparison = comparisons(BASE, candidate, 0.05).compared().get(2);

    assertThat(comparison.change()).isEqualTo(Change.COUNTS_CHANGED);
    assertThat(comparison.counts())
        .containsExactly(
            new Comparisons.CountChange("connections", 1, 0.5),
            new Comparisons.CountChange("full handshakes", 1, 0.5));
    assertThat(comparisons(BASE, candidate, 0.05).failures()).isEqualTo(1);
  }

  @Test
  void lostSessionInThousandsIsNoChange() {
    final Run candidate =
        SampleChanges.counted(
            SampleRuns.of(CELLS, 5),
            CELLS.get(2),
            counts -> SampleChanges.withConnections(counts, counts.requests() - 1));

    assertThat(comparisons(BASE, candidate, 0.05).compared().get(2).counts()).isEmpty();
  }

  @Test
  void oneRoundIsUnknown() {
    final Comparisons comparisons =
        comparisons(BASE, SampleChanges.slower(SampleRuns.of(CELLS, 1), cell -> 9), 0.05);

    assertThat(comparisons.count(Change.UNKNOWN)).isEqualTo(6);
    assertThat(comparisons.compared().get(0).p()).isNull();
    assertThat(comparisons.failures()).isZero();
  }

  @Test
  void cellsOfOneSideAreNotForgotten() {
    final Comparisons comparisons =
        comparisons(
            SampleRuns.of(CELLS.subList(0, 4), 3), SampleRuns.of(CELLS.subList(2, 6), 3), 0.05);

    assertThat(comparisons.compared())
        .extracting(Comparison::cell)
        .containsExactlyElementsOf(CELLS.subList(2, 4));
    assertThat(comparisons.onlyBase()).isEqualTo(CELLS.subList(0, 2));
    assertThat(comparisons.onlyCandidate()).isEqualTo(CELLS.subList(4, 6));
  }

  @Test
  void pIsTheLeastOneIfTheRoundsDoNotOverlap() {
    final Comparison comparison = slowRounds(5);

    assertThat(comparison.leastP()).isCloseTo(2.0 / 56, within(1e-9));
    assertThat(comparison.p()).isCloseTo(comparison.leastP(), within(1e-9));
  }

  @Test
  void pThatCannotFallBelow5PercentIsAbsent() {
    final Comparison comparison = slowRounds(3);

    assertThat(comparison.leastP()).isCloseTo(0.1, within(1e-9));
    assertThat(comparison.change()).isEqualTo(Change.REGRESSION);
    assertThat(comparison.p()).isNull();
  }

  private static Comparison slowRounds(int rounds) {
    return comparisons(
            SampleRuns.of(CELLS, 3),
            SampleChanges.slower(SampleRuns.of(CELLS, rounds), cell -> 9),
            0.05)
        .compared()
        .get(0);
  }

  @Test
  void equalRoundsHaveAPOf1() {
    assertThat(Comparisons.pValue(new double[] {1, 1, 1}, new double[] {1, 1, 1})).isEqualTo(1);
  }

  @Test
  void sameRunsGiveTheSameComparison() {
    final Run candidate = SampleChanges.slower(BASE, cell -> 1.1);

    assertThat(comparisons(BASE, candidate, 0.05)).isEqualTo(comparisons(BASE, candidate, 0.05));
  }

  private static Comparisons comparisons(Run base, Run candidate, double threshold) {
    return Comparisons.of(
        base, Summarizer.summarize(base), candidate, Summarizer.summarize(candidate), threshold);
  }
}
