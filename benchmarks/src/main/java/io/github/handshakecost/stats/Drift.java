package io.github.handshakecost.stats;

import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.ForkRecord;
import java.util.Arrays;
import java.util.Optional;

/**
 * A fork that had not come to rest while it was measured: the means of its first and its second
 * half differ by more than the width of the 95 % t-interval of its mean.
 *
 * <p>The spread that makes the interval is taken within the halves. Taken over all iterations, a
 * step between the halves would widen the interval as fast as it parts them, and with fewer than
 * eight iterations could never show. So taken, the rule is Student's test of two means: it strikes
 * one steady fork in twenty.
 *
 * @param firstHalf mean in microseconds
 * @param secondHalf mean in microseconds
 * @param width of the fork's interval, in microseconds
 */
record Drift(double firstHalf, double secondHalf, double width) {
  /** With fewer iterations a half has no spread to judge by. */
  private static final int LEAST_ITERATIONS = 4;

  /** The drift of a fork; empty where there is none, or too few iterations to tell. */
  static Optional<Drift> of(ForkRecord fork) {
    final double[] means =
        fork.measurement().iterations().stream().mapToDouble(IterationRecord::mean).toArray();
    if (means.length < LEAST_ITERATIONS) {
      return Optional.empty();
    }
    // Of an odd number the one in the middle belongs to neither half.
    final int half = means.length / 2;
    final double[] first = Arrays.copyOfRange(means, 0, half);
    final double[] second = Arrays.copyOfRange(means, means.length - half, means.length);
    final int freedom = 2 * half - 2;
    final double variance =
        (StudentT.sumOfSquares(first) + StudentT.sumOfSquares(second)) / freedom;
    final double width = 2 * StudentT.quantile95(freedom) * Math.sqrt(variance / (2 * half));
    final Drift drift = new Drift(Means.of(first), Means.of(second), width);
    return Math.abs(drift.firstHalf - drift.secondHalf) > width
        ? Optional.of(drift)
        : Optional.empty();
  }
}
