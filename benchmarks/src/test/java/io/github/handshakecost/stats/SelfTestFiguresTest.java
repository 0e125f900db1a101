package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.SelfTest.Pairs;
import io.github.handshakecost.result.SelfTest.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Simulated forks of 20 pairs, or of a cell in a shared JVM and alone. */
final class SelfTestFiguresTest {
  private static final Cell CELL = SampleRuns.cell("request", "pooled", "http");
  private static final int PAIRS = 20;
  private static final int FORKS = 6;
  private static final double EXCHANGE = 15;
  private static final double DELAY = 1.5;
  private static final double NOISE = 0.015;

  @Test
  void sameCellIsTheSameAndItsDelayIsFound() {
    final Pairs pairs = judge(8, NOISE, 1, DELAY);

    assertThat(pairs.pairs()).hasSize(PAIRS);
    assertThat(pairs.forks()).isEqualTo(FORKS);
    assertThat(pairs.precise()).isTrue();
    assertThat(pairs.differing()).isLessThanOrEqualTo(Pairs.MOST_DIFFERING);
    assertThat(pairs.found()).isGreaterThanOrEqualTo(19);
    assertThat(pairs.holds()).isTrue();
  }

  @Test
  void onePairInTwentyDiffersOrMissesTheSizeByChance() {
    final List<Pairs> all =
        IntStream.range(0, 50).mapToObj(seed -> judge(seed, NOISE, 1, DELAY)).toList();

    assertThat(all.stream().mapToInt(Pairs::differing).average().orElse(0) / PAIRS)
        .isCloseTo(0.05, within(0.02));
    assertThat(all.stream().mapToInt(Pairs::ofItsSize).average().orElse(0) / PAIRS)
        .isCloseTo(0.95, within(0.02));
  }

  @Test
  void cellThatIsNotTheSameDiffers() {
    final Pairs pairs = judge(7, NOISE, 1.1, DELAY);

    assertThat(pairs.differing()).isGreaterThan(PAIRS / 2);
    assertThat(pairs.holds()).isFalse();
  }

  @Test
  void delayThatIsNotThereIsNotFound() {
    final Pairs pairs = judge(7, NOISE, 1, 0);

    assertThat(pairs.found()).isLessThan(PAIRS / 2);
    assertThat(pairs.holds()).isFalse();
  }

  @Test
  void delayOfAnotherSizeIsNotCovered() {
    final Pairs pairs = judge(7, NOISE / 5, 1, 1.2 * DELAY);

    assertThat(pairs.found()).isEqualTo(PAIRS);
    assertThat(pairs.ofItsSize()).isLessThan(PAIRS - Pairs.MOST_OF_ANOTHER_SIZE);
    assertThat(pairs.holds()).isFalse();
  }

  @Test
  void pairsThatAreNotPreciseDoNotCount() {
    final Pairs pairs = judge(7, 10 * NOISE, 1, DELAY);

    assertThat(pairs.counted()).isLessThan(PAIRS / 2);
    assertThat(pairs.found()).isLessThanOrEqualTo(pairs.counted());
    assertThat(pairs.precise()).isFalse();
    assertThat(pairs.holds()).isFalse();
  }

  @Test
  void cellThatIsSlowerInASharedJvmIsNotTheSame() {
    assertThat(shared(1, NOISE).same()).isTrue();
    assertThat(shared(1.08, NOISE).precise()).isTrue();
    assertThat(shared(1.08, NOISE).same()).isFalse();
    assertThat(shared(1, 10 * NOISE).same()).isFalse();
  }

  private static Shared shared(double factor, double noise) {
    final Random random = new Random(3);
    final List<ForkRecord> together = new ArrayList<>();
    final List<ForkRecord> alone = new ArrayList<>();
    for (int round = 1; round <= FORKS; round++) {
      together.add(fork(round, factor * noise(random, noise)));
      alone.add(fork(round, noise(random, noise)));
    }
    return new SelfTestFigures(42).shared(together, alone);
  }

  private static Pairs judge(long seed, double noise, double factor, double delay) {
    final Random random = new Random(seed);
    final List<List<ForkRecord>> forks = new ArrayList<>();
    for (int fork = 1; fork <= FORKS; fork++) {
      final List<ForkRecord> arms = new ArrayList<>();
      for (int pair = 0; pair < PAIRS; pair++) {
        arms.add(fork(fork, noise(random, noise)));
        arms.add(fork(fork, factor * noise(random, noise)));
        arms.add(fork(fork, noise(random, noise) + delay / EXCHANGE));
      }
      forks.add(arms);
    }
    return new SelfTestFigures(42).pairs(forks, DELAY);
  }

  private static ForkRecord fork(int round, double factor) {
    return SimulatedForks.of(CELL, round, 0, EXCHANGE * factor);
  }

  private static double noise(Random random, double size) {
    return Math.exp(size * random.nextGaussian());
  }
}
