package io.github.handshakecost.stats;

import io.github.handshakecost.result.Interval;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.numbers.arrays.Selection;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.jspecify.annotations.Nullable;

/**
 * 95 % intervals by a seeded bootstrap over rounds, the unit of replication; never over iterations.
 *
 * <p>With few rounds a percentile bootstrap is far too narrow: its variance is that of the sample
 * divided by n instead of n - 1, and it takes the spread as known. So the distance of each quantile
 * from the estimate is multiplied by {@code t(0.975, n - 1) / 1.96 * sqrt(n / (n - 1))}
 * (Hesterberg, What Teachers Should Know About the Bootstrap, 2015, section 4.3). Means and ratios
 * are above 0 and vary by factors: they use the log scale; differences use the linear one. {@code
 * BootstrapTest} simulates how often the intervals contain the truth.
 *
 * <p>With fewer than {@link Interval#LEAST_ROUNDS} rounds each method returns null. The same seed
 * draws the same rounds for every interval, so a report is the same each time it is rebuilt.
 */
final class Bootstrap {
  private static final int RESAMPLES = 10_000;

  /** The two-sided 95 % quantile of the normal distribution. */
  static final double NORMAL_95 = 1.959964;

  /** Makes a second seed: the fractional part of the golden ratio. */
  private static final long OTHER = 0x9E3779B97F4A7C15L;

  private final Draws draws;

  /** For the second of two samples that have no round in common. */
  private final Draws otherDraws;

  Bootstrap(long seed) {
    this(seed, RESAMPLES);
  }

  Bootstrap(long seed, int resamples) {
    draws = new Draws(seed, resamples);
    otherDraws = new Draws(seed ^ OTHER, resamples);
  }

  /** Interval of the mean of values above 0, one from each round. */
  @Nullable Interval mean(double[] values) {
    return spread(values.length, draws.means(values), ForkFigures.mean(values), Scale.LOG);
  }

  /** Interval of the mean of differences, one from each round. */
  @Nullable Interval difference(double[] each) {
    return spread(each.length, draws.means(each), ForkFigures.mean(each), Scale.LINEAR);
  }

  /**
   * Interval of the mean of differences at the mean speed of the machine. A round in which the
   * machine was half as fast has twice the difference and twice the unit, which widens nothing.
   *
   * @param unit a time above 0 from each round, measured beside the difference
   */
  @Nullable Interval difference(double[] each, double[] unit) {
    final double speed = ForkFigures.mean(unit);
    final double[] above = draws.means(each);
    final double[] below = draws.means(unit);
    return figure(each.length, ForkFigures.mean(each), i -> speed * above[i] / below[i]);
  }

  /** Interval of the ratio of the means. */
  @Nullable Interval ratio(Paired values) {
    return spread(values.rounds(), values.ratios(draws), values.ratio(), Scale.LOG);
  }

  /**
   * Interval of the ratio of the ratios of two runs. Each run is drawn by itself; {@link Welch}
   * gives the widening.
   */
  @Nullable Interval independentRatio(Paired candidate, Paired baseline) {
    return candidate.rounds() < Interval.LEAST_ROUNDS || baseline.rounds() < Interval.LEAST_ROUNDS
        ? null
        : spread(
            over(candidate.ratios(draws), baseline.ratios(otherDraws)),
            candidate.ratio() / baseline.ratio(),
            Welch.widening(
                over(candidate.above(), candidate.below()),
                over(baseline.above(), baseline.below())),
            Scale.LOG);
  }

  /** The line through each resample of the rounds, by its number. */
  IntFunction<Lines.Line> lines(Lines lines) {
    return lines.of(draws::means);
  }

  /**
   * Interval of a figure of all rounds.
   *
   * @param resampled the figure of each resample
   */
  @Nullable Interval figure(int rounds, double estimate, IntToDoubleFunction resampled) {
    final double[] figures = new double[draws.resamples];
    Arrays.setAll(figures, resampled);
    return spread(rounds, figures, estimate, Scale.LINEAR);
  }

  /**
   * Interval of mean(candidate) / mean(baseline), values above 0 from the rounds of two runs. Each
   * sample is drawn by itself; {@link Welch} gives the widening. With two rounds the interval would
   * contain the truth in only 88 to 92 % of cases.
   */
  @Nullable Interval independentRatio(double[] candidate, double[] baseline) {
    return candidate.length < Interval.LEAST_ROUNDS || baseline.length < Interval.LEAST_ROUNDS
        ? null
        : spread(
            over(draws.means(candidate), otherDraws.means(baseline)),
            ForkFigures.mean(candidate) / ForkFigures.mean(baseline),
            Welch.widening(candidate, baseline),
            Scale.LOG);
  }

  private static @Nullable Interval spread(
      int rounds, double[] resampled, double estimate, Scale scale) {
    if (rounds < Interval.LEAST_ROUNDS) {
      return null;
    }
    final double widening =
        StudentT.quantile95(rounds - 1) / NORMAL_95 * Math.sqrt(rounds / (rounds - 1.0));
    return spread(resampled, estimate, widening, scale);
  }

  /** From the 2.5 % to the 97.5 % quantile of the resamples, widened on a scale. */
  private static Interval spread(
      double[] resampled, double estimate, double widening, Scale scale) {
    final int last = resampled.length - 1;
    final int outside = resampled.length / 40;
    // Two quantiles need no sorting, and the scale keeps the order.
    Selection.select(resampled, new int[] {outside, last - outside});
    final double centre = scale.to.applyAsDouble(estimate);
    final double low = centre + widening * (scale.to.applyAsDouble(resampled[outside]) - centre);
    final double high =
        centre + widening * (scale.to.applyAsDouble(resampled[last - outside]) - centre);
    return new Interval(
        scale.from.applyAsDouble(Math.min(low, centre)),
        scale.from.applyAsDouble(Math.max(high, centre)));
  }

  private static double[] over(double[] above, double[] below) {
    final double[] ratios = new double[above.length];
    Arrays.setAll(ratios, i -> above[i] / below[i]);
    return ratios;
  }

  /** Values above 0 of two cells, one pair from each round. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Paired(double[] above, double[] below) {
    int rounds() {
      return above.length;
    }

    double ratio() {
      return ForkFigures.mean(above) / ForkFigures.mean(below);
    }

    private double[] ratios(Draws draws) {
      return over(draws.means(above), draws.means(below));
    }
  }

  /** The scale of distances from an estimate. StrictMath: the same bytes on every machine. */
  private enum Scale {
    LINEAR(DoubleUnaryOperator.identity(), DoubleUnaryOperator.identity()),
    LOG(StrictMath::log, StrictMath::exp);

    private final DoubleUnaryOperator to;
    private final DoubleUnaryOperator from;

    Scale(DoubleUnaryOperator to, DoubleUnaryOperator from) {
      this.to = to;
      this.from = from;
    }
  }

  /** Rounds drawn with replacement, once for each number of rounds. */
  private static final class Draws {
    private final long seed;
    private final int resamples;
    private final Map<Integer, double[][]> shares = new ConcurrentHashMap<>();

    Draws(long seed, int resamples) {
      this.seed = seed;
      this.resamples = resamples;
    }

    /** The mean of each resample: the sum of the values of the rounds times their shares. */
    double[] means(double[] values) {
      final double[][] share = shares.computeIfAbsent(values.length, this::draw);
      final double[] means = new double[resamples];
      for (int round = 0; round < values.length; round++) {
        final double value = values[round];
        final double[] ofRound = share[round];
        for (int i = 0; i < means.length; i++) {
          means[i] += ofRound[i] * value;
        }
      }
      return means;
    }

    /** By round, the share that it has in each resample. */
    private double[][] draw(int rounds) {
      final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
      final double[][] share = new double[rounds][resamples];
      for (int i = 0; i < resamples; i++) {
        for (int draw = 0; draw < rounds; draw++) {
          share[random.nextInt(rounds)][i]++;
        }
      }
      for (final double[] ofRound : share) {
        Arrays.setAll(ofRound, i -> ofRound[i] / rounds);
      }
      return share;
    }
  }
}
