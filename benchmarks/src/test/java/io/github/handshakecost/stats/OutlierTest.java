package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.SampleForks;
import io.github.handshakecost.result.SampleRuns;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OutlierTest {
  /**
   * Grubbs and Beck, Extension of Sample Sizes and Percentage Points for Significance Tests of
   * Outlying Observations, Technometrics 14, 1972, table I, upper 0.5 % points, which are 1 % for
   * two sides.
   */
  @ParameterizedTest
  @CsvSource({
    "3, 1.155",
    "4, 1.496",
    "5, 1.764",
    "6, 1.973",
    "7, 2.139",
    "8, 2.274",
    "9, 2.387",
    "10, 2.482",
    "12, 2.636",
    "15, 2.806",
    "20, 3.001",
    "30, 3.236"
  })
  void criticalValuesAreThePublishedOnes(int n, double published) {
    assertThat(Findings.criticalDistance(n)).isCloseTo(published, within(0.0011));
  }

  @Test
  void forkThatLiesApartIsNamedWithItsMeanAndThatOfTheOthers() {
    assertThat(Findings.outlier(forks(100, 101, 150, 99, 100.5)))
        .hasValueSatisfying(
            outlier -> {
              assertThat(outlier.fork().round()).isEqualTo(3);
              assertThat(outlier.mean()).isCloseTo(150, within(1e-9));
              assertThat(outlier.others()).isCloseTo(100.125, within(1e-9));
            });
  }

  @Test
  void forkThatIsTooFastIsOneToo() {
    assertThat(Findings.outlier(forks(100, 101, 99, 50, 100.5)))
        .hasValueSatisfying(outlier -> assertThat(outlier.fork().round()).isEqualTo(4));
  }

  @Test
  void threeRoundsCanTellIfTwoOfThemAgreeWell() {
    assertThat(Findings.outlier(forks(100, 100.01, 150))).isPresent();
    assertThat(Findings.outlier(forks(100, 103, 150))).isEmpty();
  }

  @Test
  void twoRoundsCannotTell() {
    assertThat(Findings.outlier(forks(100, 1000))).isEmpty();
  }

  @Test
  void roundsWithoutSpreadHaveNone() {
    assertThat(Findings.outlier(forks(100, 100, 100, 100))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 10, 20})
  void oneSteadyCellInAHundredIsStruck(int rounds) {
    final int cells = 5000;
    final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(rounds);
    int struck = 0;
    for (int cell = 0; cell < cells; cell++) {
      final double[] means = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        means[round] =
            100
                * Math.exp(
                    NormalDistribution.of(0, 0.1)
                        .inverseCumulativeProbability(random.nextDouble()));
      }
      struck += Findings.outlier(forks(means)).isPresent() ? 1 : 0;
    }
    assertThat(struck / (double) cells).isBetween(0.006, 0.014);
  }

  private static List<ForkRecord> forks(double... means) {
    final List<ForkRecord> forks = new ArrayList<>();
    for (final double mean : means) {
      final ForkRecord fork = SampleForks.fork(SampleRuns.headline().get(0), forks.size() + 1);
      forks.add(
          SampleForks.withIterations(
              fork,
              iterations ->
                  List.of(
                      SampleForks.withTimes(iterations.get(0), mean, iterations.get(0).phases()))));
    }
    return forks;
  }
}
