package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModesTest {
  private static final int SEEDS = 40;

  @ParameterizedTest
  @ValueSource(ints = {200, 1000, 20_000})
  void heavyTailIsNoMode(int operations) {
    for (int seed = 0; seed < SEEDS; seed++) {
      assertThat(Modes.centres(sample(seed, operations, u -> 40 * Math.exp(0.3 * normal(u)))))
          .as("narrow, seed %d", seed)
          .hasSize(1);
      assertThat(Modes.centres(sample(seed, operations, u -> 40 * Math.exp(0.8 * normal(u)))))
          .as("wide, seed %d", seed)
          .hasSize(1);
      assertThat(Modes.centres(sample(seed, operations, u -> 20 - 15 * Math.log(1 - u))))
          .as("exponential, seed %d", seed)
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 1000, 20_000})
  void twoPlateausAreTwoModes(int operations) {
    for (int seed = 0; seed < SEEDS; seed++) {
      assertThat(Modes.centres(sample(seed, operations, u -> mixture(u, 0.3, 38, 90))))
          .as("seed %d", seed)
          .satisfiesExactly(
              low -> assertThat(low).isCloseTo(38, withinPercentage(8)),
              high -> assertThat(high).isCloseTo(90, withinPercentage(8)));
    }
  }

  @Test
  void fewSlowOperationsAreNoMode() {
    assertThat(Modes.centres(sample(1, 5000, u -> mixture(u, 0.06, 40_000, 100)))).hasSize(1);
    assertThat(Modes.centres(sample(1, 5000, u -> mixture(u, 0.15, 40_000, 100)))).hasSize(2);
  }

  @Test
  void neighboursWithinAThirdAreOneMode() {
    assertThat(Modes.centres(new TreeMap<>(Map.of(100.0, 500L, 120.0, 500L)))).hasSize(1);
    assertThat(Modes.centres(new TreeMap<>(Map.of(100.0, 500L, 150.0, 500L)))).hasSize(2);
  }

  @Test
  void threePlateausAreThreeModes() {
    final NavigableMap<Double, Long> counts = new TreeMap<>();
    counts.put(10.0, 400L);
    counts.put(30.0, 300L);
    counts.put(90.0, 300L);

    assertThat(Modes.centres(counts)).hasSize(3).isSorted();
  }

  @Test
  void oneOperationIsItsOwnMode() {
    assertThat(Modes.centres(new TreeMap<>(Map.of(50.0, 1L))))
        .singleElement()
        .satisfies(centre -> assertThat(centre).isCloseTo(50, withinPercentage(1)));
  }

  @Test
  void emptySampleHasNone() {
    assertThat(Modes.centres(new TreeMap<>())).isEqualTo(List.of());
  }

  private static double mixture(double u, double share, double first, double second) {
    return u < share
        ? first * Math.exp(0.08 * normal(u / share))
        : second * Math.exp(0.08 * normal((u - share) / (1 - share)));
  }

  private static double normal(double u) {
    return NormalDistribution.of(0, 1).inverseCumulativeProbability(u);
  }

  /** Rounded as a histogram with two significant digits rounds. */
  private static NavigableMap<Double, Long> sample(
      long seed, int operations, DoubleUnaryOperator quantile) {
    final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    final NavigableMap<Double, Long> counts = new TreeMap<>();
    for (int i = 0; i < operations; i++) {
      final double value = quantile.applyAsDouble(random.nextDouble());
      counts.merge(Math.round(value * 10) / 10.0, 1L, Long::sum);
    }
    return counts;
  }
}
