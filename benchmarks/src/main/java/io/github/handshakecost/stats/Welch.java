package io.github.handshakecost.stats;

import java.util.Arrays;

/**
 * The factor by which the bootstrap interval of a ratio of two independent samples has to be wider
 * than its percentiles, on the log scale.
 *
 * <p>The ratio's logarithm is a difference of two means, whose variance is v1 + v2: each is the
 * variance of the logarithms over n. Resampling n of n gives (n - 1) / n of each. Neither spread is
 * known, so Student's quantile replaces the normal one, with the degrees of freedom of Welch (The
 * generalization of "Student's" problem when several different population variances are involved,
 * Biometrika 34, 1947) and Satterthwaite (Biometrics Bulletin 2, 1946): {@code (v1 + v2)^2 / (v1^2
 * / (n1 - 1) + v2^2 / (n2 - 1))}. If one sample has no spread, this is Hesterberg's rule for one
 * sample.
 */
final class Welch {
  private Welch() {}

  /** The factor for samples of at least two values above 0; 1 if neither has any spread. */
  static double widening(double[] first, double[] second) {
    final double v1 = varianceOfMean(first);
    final double v2 = varianceOfMean(second);
    if (v1 + v2 == 0) {
      return 1;
    }
    final double resampled =
        v1 * (first.length - 1) / first.length + v2 * (second.length - 1) / second.length;
    return StudentT.quantile95(freedom(first, second))
        / Bootstrap.NORMAL_95
        * Math.sqrt((v1 + v2) / resampled);
  }

  /**
   * Degrees of freedom of the difference of the mean logarithms; at least one sample has spread.
   */
  static double freedom(double[] first, double[] second) {
    final double v1 = varianceOfMean(first);
    final double v2 = varianceOfMean(second);
    return (v1 + v2) * (v1 + v2) / (v1 * v1 / (first.length - 1) + v2 * v2 / (second.length - 1));
  }

  private static double varianceOfMean(double[] values) {
    final double[] logs = Arrays.stream(values).map(StrictMath::log).toArray();
    return StudentT.sumOfSquares(logs) / (logs.length - 1) / logs.length;
  }
}
