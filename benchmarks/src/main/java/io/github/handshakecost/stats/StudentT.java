package io.github.handshakecost.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.TDistribution;

/** Student's t distribution, and intervals of means by it. */
public final class StudentT {
  /** The inverse is found by searching, and many intervals have the same degrees of freedom. */
  private static final Map<Key, Double> QUANTILES = new ConcurrentHashMap<>();

  private StudentT() {}

  /** The two-sided 95 % quantile: half the width of an interval in standard errors. */
  static double quantile95(double degreesOfFreedom) {
    return quantile(degreesOfFreedom, 0.95);
  }

  /** The two-sided quantile. */
  static double quantile(double degreesOfFreedom, double confidence) {
    return QUANTILES.computeIfAbsent(
        new Key(degreesOfFreedom, confidence),
        key ->
            TDistribution.of(degreesOfFreedom)
                .inverseCumulativeProbability(1 - (1 - confidence) / 2));
  }

  /**
   * Half the width of the interval of a mean.
   *
   * @param confidence between 0 and 1
   * @return NaN for fewer than three values, as JMH does
   */
  public static double halfWidth(double[] values, double confidence) {
    if (values.length <= 2) {
      return Double.NaN;
    }
    final double deviation = Math.sqrt(sumOfSquares(values) / (values.length - 1));
    return quantile(values.length - 1, confidence) * deviation / Math.sqrt(values.length);
  }

  /** The sum of the squared distances from the mean. */
  static double sumOfSquares(double[] values) {
    final double mean = ForkFigures.mean(values);
    double sum = 0;
    for (final double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }

  private record Key(double degreesOfFreedom, double confidence) {}
}
