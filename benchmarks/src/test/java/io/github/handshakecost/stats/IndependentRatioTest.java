package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Interval;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IndependentRatioTest {
  private static final int DRAWS = 1000;
  private static final double TRUTH = 1.3;
  private static final Bootstrap QUICK = new Bootstrap(42, 1000);

  /** Fewer degrees of freedom than there are make it careful, never bold. */
  @ParameterizedTest
  @CsvSource({"3, 3", "3, 10", "5, 5", "10, 10"})
  void intervalCoversTheTruthAtLeastAsOftenAsItSays(int candidates, int baselines) {
    final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(7);
    int covered = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      final Interval interval =
          QUICK.independentRatio(draw(random, candidates, TRUTH), draw(random, baselines, 1));
      covered += Objects.requireNonNull(interval).contains(TRUTH) ? 1 : 0;
    }
    assertThat(covered / (double) DRAWS).isBetween(0.93, 0.995);
  }

  @Test
  void oneRoundOnEitherSideHasNoInterval() {
    assertThat(QUICK.independentRatio(new double[] {1}, new double[] {1, 2})).isNull();
    assertThat(QUICK.independentRatio(new double[] {1, 2}, new double[] {1})).isNull();
  }

  private static double[] draw(UniformRandomProvider random, int rounds, double mean) {
    final double[] values = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      values[i] =
          mean
              * Math.exp(
                  0.05
                      * NormalDistribution.of(0, 1)
                          .inverseCumulativeProbability(random.nextDouble()));
    }
    return values;
  }
}
