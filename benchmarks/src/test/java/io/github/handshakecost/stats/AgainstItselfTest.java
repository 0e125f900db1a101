package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.SelfTest.Pair;
import io.github.handshakecost.result.SelfTest.SameCell;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Simulated forks; the machine drifts by a third while they are measured. */
final class AgainstItselfTest {
  private static final Cell CELL = SampleRuns.cell("request", "pooled", "http");
  private static final int PAIRS = 20;
  private static final int ROUNDS = 3;
  private static final double NOISE = 0.03;

  @Test
  void sameCellIsNotFlagged() {
    final SameCell same = judge(round -> 1);

    assertThat(same.pairs()).hasSize(PAIRS);
    assertThat(same.pairs()).extracting(Pair::firstRound).startsWith(1, 4, 7);
    assertThat(same.flagged()).isLessThanOrEqualTo(1);
    assertThat(same.holds()).isTrue();
  }

  @Test
  void onePairInTwentyIsFlaggedByChance() {
    final double flagged =
        IntStream.range(0, 50).map(seed -> judge(seed, round -> 1).flagged()).average().orElse(0);

    assertThat(flagged / PAIRS).isCloseTo(0.05, within(0.02));
  }

  @Test
  void cellThatIsNotTheSameIsFlagged() {
    final SameCell other = judge(round -> 1.3);

    assertThat(other.flagged()).isGreaterThan(PAIRS / 2);
    assertThat(other.holds()).isFalse();
  }

  @Test
  void differenceInSomePairsAloneIsCounted() {
    final SameCell other = judge(round -> round <= 2 * ROUNDS ? 2 : 1);

    assertThat(other.pairs().subList(0, 2)).allMatch(Pair::flagged);
    assertThat(other.flagged()).isBetween(2, 4);
    assertThat(other.holds()).isFalse();
  }

  @Test
  void unfinishedPairIsNotJudged() {
    final List<ForkRecord> forks = forks(1, round -> 1).subList(0, 2 * ROUNDS + 1);

    assertThat(AgainstItself.judge(CELL, forks, forks, ROUNDS, 1, 42).pairs()).hasSize(2);
  }

  /** By hand: 1 - 0.95^20 - 20 * 0.05 * 0.95^19. */
  @Test
  void chanceOfAFalseAlarmIsThatOfTheBinomialDistribution() {
    assertThat(judge(round -> 1).chance()).isCloseTo(0.2641605, within(1e-6));
  }

  private static SameCell judge(IntToDoubleFunction effect) {
    return judge(7, effect);
  }

  private static SameCell judge(int seed, IntToDoubleFunction effect) {
    return AgainstItself.judge(
        CELL, forks(2L * seed, round -> 1), forks(2L * seed + 1, effect), ROUNDS, 1, 42);
  }

  private static List<ForkRecord> forks(long seed, IntToDoubleFunction effect) {
    final Random random = new Random(seed);
    return IntStream.rangeClosed(1, PAIRS * ROUNDS)
        .mapToObj(
            round ->
                SimulatedForks.of(
                    CELL,
                    round,
                    0,
                    7.5
                        * (1 + 0.3 * round / (PAIRS * ROUNDS))
                        * effect.applyAsDouble(round)
                        * Math.exp(NOISE * random.nextGaussian())))
        .toList();
  }
}
