package io.github.handshakecost.stats;

import io.github.handshakecost.result.ForkRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A fork whose mean lies apart from those of the other rounds of its cell: by Grubbs' test,
 * two-sided at 1 %, on logarithms, as times vary by factors. The test asks how many standard
 * deviations the farthest value is from the mean (Grubbs, Procedures for Detecting Outlying
 * Observations in Samples, Technometrics 11, 1969; NIST/SEMATECH e-Handbook, section 1.3.5.17.1).
 * It finds one value; two far from the rest hide each other.
 *
 * <p>An outlier is said, and stays in every figure: what was measured once can happen again, and
 * whoever throws away what he dislikes narrows his interval by taste.
 *
 * @param mean of the fork, in microseconds
 * @param others mean of the other forks, in microseconds
 */
record Outlier(ForkRecord fork, double mean, double others) {
  private static final int LEAST_ROUNDS = 3;
  private static final double LEVEL = 0.01;

  /** The outlier among the forks of a cell; empty where there is none, or too few to tell. */
  static Optional<Outlier> of(List<ForkRecord> forks) {
    if (forks.size() < LEAST_ROUNDS) {
      return Optional.empty();
    }
    final double[] means = forks.stream().mapToDouble(ForkRecord::mean).toArray();
    final double[] logs = Arrays.stream(means).map(StrictMath::log).toArray();
    final double centre = Means.of(logs);
    int farthest = 0;
    for (int i = 1; i < logs.length; i++) {
      farthest = Math.abs(logs[i] - centre) > Math.abs(logs[farthest] - centre) ? i : farthest;
    }
    final double deviation = Math.sqrt(StudentT.sumOfSquares(logs) / (logs.length - 1));
    if (!(Math.abs(logs[farthest] - centre) > critical(logs.length) * deviation)) {
      return Optional.empty();
    }
    final double rest = Arrays.stream(means).sum() - means[farthest];
    return Optional.of(
        new Outlier(forks.get(farthest), means[farthest], rest / (means.length - 1)));
  }

  /** The distance in standard deviations that one steady sample in a hundred exceeds. */
  static double critical(int n) {
    final double t = StudentT.quantile(n - 2, 1 - LEVEL / n);
    return (n - 1) / Math.sqrt(n) * Math.sqrt(t * t / (n - 2 + t * t));
  }
}
