package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.SampleChanges;
import io.github.handshakecost.result.SampleRuns;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ComparisonsTest {
  private static final List<Cell> CELLS = SampleRuns.headline();
  private static final Run BASE = SampleRuns.of(CELLS, 5);

  @Test
  void eachCellHasItsOwnVerdict() {
    final List<Double> factors = List.of(1.0, 0.8, 1.04, 1.2, 1.005, 1.0);
    final Run candidate = SampleChanges.slower(BASE, cell -> factors.get(CELLS.indexOf(cell)));

    final Comparisons comparisons = Comparisons.of(BASE, candidate, 0.05);

    assertThat(comparisons.compared())
        .extracting(Comparison::change)
        .containsExactly(
            Change.NONE, Change.FASTER, Change.SLOWER, Change.REGRESSION, Change.NONE, Change.NONE);
    assertThat(comparisons.compared().get(3).ratio()).isBetween(1.1999, 1.2001);
    assertThat(comparisons.failures()).isEqualTo(1);
    assertThat(comparisons.count(Change.NONE)).isEqualTo(3);
  }

  @Test
  void thresholdDecidesWhatIsPutUpWith() {
    final Run candidate = SampleChanges.slower(BASE, cell -> 1.2);

    assertThat(Comparisons.of(BASE, candidate, 0.05).failures()).isEqualTo(6);
    assertThat(Comparisons.of(BASE, candidate, 0.5).failures()).isZero();
    assertThat(Comparisons.of(BASE, candidate, 0.5).count(Change.SLOWER)).isEqualTo(6);
  }

  @Test
  void roundsOfTwoRunsAreNotPaired() {
    // Round by round the ratio is 1.01 exactly; the rounds themselves differ by more.
    final Comparison comparison =
        Comparisons.of(BASE, SampleChanges.slower(BASE, cell -> 1.01), 0.05).compared().get(0);

    assertThat(comparison.change()).isEqualTo(Change.NONE);
  }

  @Test
  void otherCountsAreNamedHoweverFastTheCellIs() {
    final Run candidate =
        SampleChanges.counted(
            SampleChanges.slower(BASE, cell -> 0.5),
            CELLS.get(2),
            counts -> SampleChanges.withConnections(counts, counts.requests() / 2));

    final Comparison comparison = Comparisons.of(BASE, candidate, 0.05).compared().get(2);

    assertThat(comparison.change()).isEqualTo(Change.COUNTS_CHANGED);
    assertThat(comparison.counts())
        .containsExactly(
            new CountChange("connections", 1, 0.5), new CountChange("full handshakes", 1, 0.5));
    assertThat(Comparisons.of(BASE, candidate, 0.05).failures()).isEqualTo(1);
  }

  @Test
  void lostSessionInThousandsIsNoChange() {
    final Run candidate =
        SampleChanges.counted(
            SampleRuns.of(CELLS, 5),
            CELLS.get(2),
            counts -> SampleChanges.withConnections(counts, counts.requests() - 1));

    assertThat(Comparisons.of(BASE, candidate, 0.05).compared().get(2).counts()).isEmpty();
  }

  @Test
  void oneRoundIsUnknown() {
    final Comparisons comparisons =
        Comparisons.of(BASE, SampleChanges.slower(SampleRuns.of(CELLS, 1), cell -> 9), 0.05);

    assertThat(comparisons.count(Change.UNKNOWN)).isEqualTo(6);
    assertThat(comparisons.compared().get(0).p()).isNull();
    assertThat(comparisons.failures()).isZero();
  }

  @Test
  void cellsOfOneSideAreNotForgotten() {
    final Comparisons comparisons =
        Comparisons.of(
            SampleRuns.of(CELLS.subList(0, 4), 3), SampleRuns.of(CELLS.subList(2, 6), 3), 0.05);

    assertThat(comparisons.compared())
        .extracting(Comparison::cell)
        .containsExactlyElementsOf(CELLS.subList(2, 4));
    assertThat(comparisons.onlyBase()).isEqualTo(CELLS.subList(0, 2));
    assertThat(comparisons.onlyCandidate()).isEqualTo(CELLS.subList(4, 6));
  }

  @Test
  void leastPIsThatOfRoundsThatAreAllApart() {
    for (final int rounds : List.of(3, 5)) {
      final Comparison comparison =
          Comparisons.of(
                  SampleRuns.of(CELLS, 3),
                  SampleChanges.slower(SampleRuns.of(CELLS, rounds), cell -> 9),
                  0.05)
              .compared()
              .get(0);

      assertThat(comparison.p())
          .isCloseTo(comparison.leastP(), org.assertj.core.data.Offset.offset(1e-9));
    }
  }

  @Test
  void sameRunsGiveTheSameComparison() {
    final Run candidate = SampleChanges.slower(BASE, cell -> 1.1);

    assertThat(Comparisons.of(BASE, candidate, 0.05))
        .isEqualTo(Comparisons.of(BASE, candidate, 0.05));
  }
}
