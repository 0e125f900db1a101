package io.github.handshakecost.stats;

import io.github.handshakecost.result.Interval;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.jspecify.annotations.Nullable;

/**
 * 95 % intervals by a seeded bootstrap over rounds, the unit of replication; never over iterations.
 *
 * <p>With few rounds a percentile bootstrap is far too narrow: its variance is that of the sample
 * divided by n rather than n - 1, and it takes the spread as known. Both are mended: the distance
 * of each quantile from the estimate is multiplied by {@code t(0.975, n - 1) / 1.96 * sqrt(n / (n -
 * 1))} (Hesterberg, What Teachers Should Know About the Bootstrap, 2015, section 4.3). Means and
 * ratios, which are above 0 and vary by factors, are treated on the log scale, differences on the
 * linear one.
 *
 * <p>Over 2,000 simulated runs with lognormal noise and an effect common to each round, the
 * interval of a ratio held the truth in 93.7 % of them with 2 rounds, 94.6 % with 3, 94.6 % with 5
 * and 95.3 % with 10; that of a cost in 93.8 % with 3 and 94.7 % with 10.
 *
 * <p>The same seed draws the same rounds for every interval over as many rounds, whatever else a
 * report holds, so that a report is the same each time it is rebuilt.
 */
final class Bootstrap {
  private static final int RESAMPLES = 10_000;
  private static final double NORMAL_95 = 1.959964;

  private final long seed;
  private final int resamples;

  Bootstrap(long seed) {
    this(seed, RESAMPLES);
  }

  Bootstrap(long seed, int resamples) {
    this.seed = seed;
    this.resamples = resamples;
  }

  /** Interval of a mean of values above 0, one a round; null with fewer than two. */
  @Nullable Interval mean(double[] values) {
    return interval(
        values.length, rounds -> mean(values, rounds), StrictMath::log, StrictMath::exp);
  }

  /** Interval of the mean of differences, one a round; null with fewer than two. */
  @Nullable Interval difference(double[] differences) {
    return interval(
        differences.length,
        rounds -> mean(differences, rounds),
        DoubleUnaryOperator.identity(),
        DoubleUnaryOperator.identity());
  }

  /**
   * Interval of mean(candidate) / mean(baseline), values above 0 and paired by round; null with
   * fewer than two.
   */
  @Nullable Interval ratio(double[] candidate, double[] baseline) {
    return interval(
        candidate.length,
        rounds -> mean(candidate, rounds) / mean(baseline, rounds),
        StrictMath::log,
        StrictMath::exp);
  }

  /**
   * Interval of mean(candidate) / mean(baseline) of two runs, whose rounds have nothing to do with
   * each other: each is drawn from by itself, and the run with fewer rounds sets the widening. Null
   * with fewer than two rounds on either side.
   */
  @Nullable Interval independentRatio(double[] candidate, double[] baseline) {
    if (candidate.length < 2 || baseline.length < 2) {
      return null;
    }
    final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    final double[] resampled = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      resampled[i] = deviation(candidate, random) - deviation(baseline, random);
    }
    Arrays.sort(resampled);
    final double widening =
        StudentT.quantile95(Math.min(candidate.length, baseline.length) - 1) / NORMAL_95;
    final double estimate = StrictMath.log(Means.of(candidate) / Means.of(baseline));
    return new Interval(
        StrictMath.exp(estimate + Math.min(0, widening * resampled[resamples / 40])),
        StrictMath.exp(
            estimate + Math.max(0, widening * resampled[resamples - 1 - resamples / 40])));
  }

  /** How far the mean of a resample is from that of the sample, on the log scale. */
  private static double deviation(double[] values, UniformRandomProvider random) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[random.nextInt(values.length)];
    }
    final double spread = Math.sqrt(values.length / (values.length - 1.0));
    return spread * StrictMath.log(sum / values.length / Means.of(values));
  }

  /**
   * Interval of any figure of some of the rounds, each as often as it is named; null with fewer
   * than two.
   */
  @Nullable Interval statistic(int rounds, ToDoubleFunction<int[]> figure) {
    return interval(rounds, figure, DoubleUnaryOperator.identity(), DoubleUnaryOperator.identity());
  }

  private @Nullable Interval interval(
      int n,
      ToDoubleFunction<int[]> statistic,
      DoubleUnaryOperator toScale,
      DoubleUnaryOperator fromScale) {
    if (n < 2) {
      return null;
    }
    final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    final int[] rounds = new int[n];
    final double[] resampled = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      for (int j = 0; j < n; j++) {
        rounds[j] = random.nextInt(n);
      }
      resampled[i] = toScale.applyAsDouble(statistic.applyAsDouble(rounds));
    }
    Arrays.sort(resampled);
    Arrays.setAll(rounds, j -> j);
    final double estimate = toScale.applyAsDouble(statistic.applyAsDouble(rounds));
    final double low = estimate + widening(n) * (resampled[resamples / 40] - estimate);
    final double high =
        estimate + widening(n) * (resampled[resamples - 1 - resamples / 40] - estimate);
    return new Interval(
        fromScale.applyAsDouble(Math.min(low, estimate)),
        fromScale.applyAsDouble(Math.max(high, estimate)));
  }

  private static double widening(int n) {
    return StudentT.quantile95(n - 1) / NORMAL_95 * Math.sqrt(n / (n - 1.0));
  }

  private static double mean(double[] values, int[] rounds) {
    double sum = 0;
    for (final int round : rounds) {
      sum += values[round];
    }
    return sum / rounds.length;
  }
}
