package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.handshakecost.result.Interval;
import io.github.handshakecost.stats.Bootstrap.Paired;
import io.github.handshakecost.stats.Lines.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BootstrapTest {
  private static final int DRAWS = 2000;
  private static final Bootstrap BOOTSTRAP = new Bootstrap(42);

  /** Enough for a simulation, which averages over its draws. */
  private static final Bootstrap QUICK = new Bootstrap(42, 2000);

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 10})
  void ratioIntervalCoversTheTruthAsOftenAsItSays(int rounds) {
    final double truth = 40;
    final Noise noise = new Noise(rounds);
    int covered = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      covered += present(QUICK.ratio(paired(noise, rounds, truth))).contains(truth) ? 1 : 0;
    }
    assertThat(covered / (double) DRAWS).isBetween(0.93, 0.97);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 10})
  void costIntervalCoversTheTruthAsOftenAsItSays(int rounds) {
    final Noise noise = new Noise(rounds);
    int covered = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      final double[] differences = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        final double machine = noise.factor(0.02);
        differences[round] = machine * (1500 * noise.factor(0.03) - 500 * noise.factor(0.03));
      }
      covered += present(QUICK.difference(differences)).contains(1000) ? 1 : 0;
    }
    assertThat(covered / (double) DRAWS).isBetween(0.93, 0.97);
  }

  /** A figure of each fork, such as its 99th percentile, which varies more than its mean. */
  @ParameterizedTest
  @ValueSource(ints = {3, 5, 10})
  void percentileIntervalCoversTheTruthAsOftenAsItSays(int rounds) {
    final double truth = 1800;
    final Noise noise = new Noise(rounds);
    int covered = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      final double[] percentiles = noise.sample(rounds, truth, 0.2);
      covered += present(QUICK.mean(percentiles)).contains(truth) ? 1 : 0;
    }
    assertThat(covered / (double) DRAWS).isBetween(0.93, 0.97);
  }

  /** Two runs, of which the second is as noisy as the first, or three times as noisy. */
  @ParameterizedTest
  @CsvSource({"3, 3, 1", "5, 5, 1", "10, 10, 1", "3, 10, 1", "5, 5, 3", "10, 5, 3", "10, 10, 3"})
  void intervalOfIndependentRatioCoversTheTruthAsOftenAsItSays(
      int candidateRounds, int baselineRounds, double noisier) {
    final double truth = 1.1;
    final Noise noise = new Noise(candidateRounds);
    int covered = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      final double[] candidate = noise.sample(candidateRounds, truth, 0.05);
      final double[] baseline = noise.sample(baselineRounds, 1, noisier * 0.05);
      covered += present(QUICK.independentRatio(candidate, baseline)).contains(truth) ? 1 : 0;
    }
    assertThat(covered / (double) DRAWS).isBetween(0.93, 0.97);
  }

  /** Each run is paired by round; the machine has another speed in each round. */
  @ParameterizedTest
  @CsvSource({"3, 3", "5, 5", "5, 10"})
  void ratioOfTwoRatiosCoversTheTruthAsOftenAsItSays(int baselineRounds, int candidateRounds) {
    final Noise noise = new Noise(baselineRounds);
    int covered = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      final Paired candidate = paired(noise, candidateRounds, 48);
      final Paired baseline = paired(noise, baselineRounds, 40);
      covered += present(QUICK.independentRatio(candidate, baseline)).contains(1.2) ? 1 : 0;
    }
    assertThat(covered / (double) DRAWS).isBetween(0.93, 0.97);
  }

  private static Paired paired(Noise noise, int rounds, double ratio) {
    final double[] above = new double[rounds];
    final double[] below = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      final double machine = noise.factor(0.1);
      above[round] = ratio * machine * noise.factor(0.05);
      below[round] = machine * noise.factor(0.05);
    }
    return new Paired(above, below);
  }

  /** Three round trips and some work, at three distances in each round. */
  @ParameterizedTest
  @ValueSource(ints = {3, 5, 10})
  void intervalsOfALineCoverTheTruthAsOftenAsTheySay(int rounds) {
    final Noise noise = new Noise(rounds);
    int slopes = 0;
    int intercepts = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      final Lines lines = lines(noise, rounds, 3, 4_000);
      slopes += covers(rounds, lines, Line::slope, 3) ? 1 : 0;
      intercepts += covers(rounds, lines, Line::intercept, 4_000) ? 1 : 0;
    }
    assertThat(slopes / (double) DRAWS).isBetween(0.93, 0.97);
    assertThat(intercepts / (double) DRAWS).isBetween(0.93, 0.97);
  }

  /** What is read off two lines between their distances, one over the other. */
  @ParameterizedTest
  @ValueSource(ints = {3, 5, 10})
  void intervalOfAPredictionCoversTheTruthAsOftenAsItSays(int rounds) {
    final double truth = (3 * 31_200 + 4_000) / (31_200 + 200.0);
    final Noise noise = new Noise(rounds);
    int covered = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      final Lines above = lines(noise, rounds, 3, 4_000);
      final Lines below = lines(noise, rounds, 1, 200);
      final IntFunction<Line> aboves = QUICK.lines(above);
      final IntFunction<Line> belows = QUICK.lines(below);
      final Interval interval =
          present(
              QUICK.figure(
                  rounds,
                  above.all().at(31_200) / below.all().at(31_200),
                  i -> aboves.apply(i).at(31_200) / belows.apply(i).at(31_200)));
      covered += interval.contains(truth) ? 1 : 0;
    }
    assertThat(covered / (double) DRAWS).isBetween(0.93, 0.97);
  }

  private static boolean covers(
      int rounds, Lines lines, ToDoubleFunction<Line> figure, double truth) {
    final IntFunction<Line> resampled = QUICK.lines(lines);
    return present(
            QUICK.figure(
                rounds,
                figure.applyAsDouble(lines.all()),
                i -> figure.applyAsDouble(resampled.apply(i))))
        .contains(truth);
  }

  private static Lines lines(Noise noise, int rounds, double slope, double intercept) {
    final List<List<Lines.Point>> points = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      final double machine = noise.factor(0.02);
      points.add(
          DoubleStream.of(5_000, 20_000, 50_000)
              .mapToObj(
                  rtt ->
                      new Lines.Point(
                          rtt,
                          slope * rtt * noise.factor(0.01)
                              + machine * intercept * noise.factor(0.05)))
              .toList());
    }
    return new Lines(points);
  }

  @Test
  void independentRoundsAreNotPaired() {
    final double[] up = {1, 2, 3};

    assertThat(present(BOOTSTRAP.ratio(new Paired(up, up)))).isEqualTo(new Interval(1, 1));
    assertThat(present(BOOTSTRAP.independentRatio(up, up)).low()).isLessThan(0.5);
    assertThat(present(BOOTSTRAP.independentRatio(up, up)).high()).isGreaterThan(2);
  }

  @Test
  void samplesWithoutSpreadHaveTheirRatioAlone() {
    final Interval interval =
        present(BOOTSTRAP.independentRatio(new double[] {3, 3, 3}, new double[] {2, 2, 2, 2}));

    assertThat(interval.low()).isCloseTo(1.5, within(1e-9));
    assertThat(interval.high()).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void twoRoundsHaveNoInterval() {
    final double[] two = {1, 2};

    assertThat(BOOTSTRAP.mean(two)).isNull();
    assertThat(BOOTSTRAP.difference(two)).isNull();
    assertThat(BOOTSTRAP.ratio(new Paired(two, new double[] {2, 3}))).isNull();
    assertThat(BOOTSTRAP.figure(2, 1, i -> 1)).isNull();
  }

  @Test
  void twoRoundsBesideThoseOfAnotherRunHaveNoInterval() {
    final double[] two = {2, 3};
    final double[] three = {2, 3, 4};

    assertThat(BOOTSTRAP.independentRatio(two, three)).isNull();
    assertThat(BOOTSTRAP.independentRatio(three, two)).isNull();
    assertThat(BOOTSTRAP.independentRatio(three, three)).isNotNull();
  }

  @Test
  void whatAllRoundsShareDoesNotWidenTheRatio() {
    final Interval interval =
        present(BOOTSTRAP.ratio(new Paired(new double[] {10, 20, 30}, new double[] {1, 2, 3})));

    assertThat(interval.low()).isCloseTo(10, within(1e-9));
    assertThat(interval.high()).isCloseTo(10, within(1e-9));
  }

  @Test
  void sameSeedGivesSameInterval() {
    final double[] values = {10, 11, 12, 9.5, 10.2};

    assertThat(new Bootstrap(7).mean(values)).isEqualTo(new Bootstrap(7).mean(values));
    assertThat(new Bootstrap(7).mean(values)).isNotEqualTo(new Bootstrap(8).mean(values));
  }

  @Test
  void differenceMayBeBelowZero() {
    final Interval interval = present(BOOTSTRAP.difference(new double[] {-1, 2, -3, 1}));

    assertThat(interval.low()).isNegative();
    assertThat(interval.contains(-0.25)).isTrue();
  }

  private static Interval present(@Nullable Interval interval) {
    return Objects.requireNonNull(interval);
  }

  /** Lognormal factors with mean 1. */
  private static final class Noise {
    private final UniformRandomProvider random;

    Noise(long seed) {
      random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    }

    double[] sample(int rounds, double mean, double sigma) {
      final double[] sample = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        sample[round] = mean * factor(sigma);
      }
      return sample;
    }

    double factor(double sigma) {
      final double normal =
          NormalDistribution.of(0, 1).inverseCumulativeProbability(random.nextDouble());
      return Math.exp(sigma * normal - sigma * sigma / 2);
    }
  }
}
