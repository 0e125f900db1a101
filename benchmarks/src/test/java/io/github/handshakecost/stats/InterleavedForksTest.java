package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.handshakecost.result.Interval;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fork is the unit of replication, the cycle that of pairing: whether intervals over forks of
 * interleaved blocks hold the truth, and which estimator of a fork says what its mean says. The
 * figures that are found here stand in decision record 18.
 */
final class InterleavedForksTest {
  private static final int RUNS = 12_000;
  private static final int FORKS = 20_000;
  private static final double CANDIDATE = 1500;
  private static final double BASELINE = 500;
  private static final double RATIO = CANDIDATE / BASELINE;

  /** Enough for a simulation, which averages over its runs. */
  private static final Bootstrap QUICK = new Bootstrap(42, 2000);

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 8, 12, 20, 30})
  void intervalsCoverTheTruthAsOftenAsTheySay(int rounds) {
    final Covered covered =
        IntStream.range(0, RUNS)
            .parallel()
            .mapToObj(run -> covered(rounds, new InterleavedForks(1_000_000L * rounds + run)))
            .reduce(Covered.NOTHING, Covered::plus);

    assertThat(covered.ratio / (double) RUNS).isBetween(0.94, 0.96);
    assertThat(covered.cost / (double) RUNS).isBetween(0.94, 0.96);
    // What these bounds are worth: the bare percentiles of the bootstrap do not keep them.
    assertThat(covered.narrowRatio / (double) RUNS).isLessThan(0.94);
    assertThat(covered.narrowCost / (double) RUNS).isLessThan(0.94);
  }

  @Test
  void ratioOfMeansSaysWhatTheMeansSay() {
    assertEstimator(InterleavedForks.Fork::ratioOfMeans, true, 0, 0.103);
    assertEstimator(InterleavedForks.Fork::ratioOfMeans, false, 0, 0.097);
  }

  @Test
  void meanOfCycleRatiosIsTooHigh() {
    assertEstimator(InterleavedForks.Fork::meanOfRatios, true, 0.028, 0.098);
    assertEstimator(InterleavedForks.Fork::meanOfRatios, false, 0.014, 0.096);
  }

  /** A tail that one policy has, and the other has not, is a cost that medians do not see. */
  @Test
  void medianOfCycleRatiosLosesTheTail() {
    assertEstimator(InterleavedForks.Fork::medianOfRatios, true, 0, 0.094);
    assertEstimator(InterleavedForks.Fork::medianOfRatios, false, -0.017, 0.092);
  }

  /**
   * Asserts what an estimator makes of forks, on the log scale, as for every ratio.
   *
   * @param bothTailed whether both policies have the tail, or the candidate alone
   * @param bias of the mean logarithm over forks, against that of the true ratio of means
   * @param spread standard deviation of the logarithm between forks
   */
  private static void assertEstimator(
      ToDoubleFunction<InterleavedForks.Fork> estimator,
      boolean bothTailed,
      double bias,
      double spread) {
    final double truth = bothTailed ? RATIO : RATIO * InterleavedForks.TAILED;
    final InterleavedForks forks = new InterleavedForks(42);
    final double[] found =
        Stream.generate(() -> forks.next(CANDIDATE, BASELINE, bothTailed))
            .limit(FORKS)
            .mapToDouble(fork -> Math.log(estimator.applyAsDouble(fork) / truth))
            .toArray();

    assertThat(ForkFigures.mean(found)).isCloseTo(bias, within(0.003));
    assertThat(Math.sqrt(StudentT.sumOfSquares(found) / FORKS)).isCloseTo(spread, within(0.003));
  }

  private static Covered covered(int rounds, InterleavedForks simulated) {
    final double[] candidate = new double[rounds];
    final double[] baseline = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      final InterleavedForks.Fork fork = simulated.next(CANDIDATE, BASELINE, true);
      candidate[round] = fork.candidateMean();
      baseline[round] = fork.baselineMean();
    }
    final double[] differences = new double[rounds];
    Arrays.setAll(differences, round -> candidate[round] - baseline[round]);
    final Interval ratio =
        Objects.requireNonNull(QUICK.ratio(new Bootstrap.Paired(candidate, baseline)));
    final Interval cost = Objects.requireNonNull(QUICK.difference(differences, baseline));
    final double truth = (RATIO - 1) * ForkFigures.mean(baseline);
    final Interval logs = new Interval(Math.log(ratio.low()), Math.log(ratio.high()));
    final double log = Math.log(ForkFigures.mean(candidate) / ForkFigures.mean(baseline));
    return new Covered(
        ratio.contains(RATIO) ? 1 : 0,
        cost.contains(truth) ? 1 : 0,
        narrowed(logs, log, rounds).contains(Math.log(RATIO)) ? 1 : 0,
        narrowed(cost, ForkFigures.mean(differences), rounds).contains(truth) ? 1 : 0);
  }

  /** An interval without the widening for few rounds. */
  private static Interval narrowed(Interval interval, double estimate, int rounds) {
    final double widening =
        StudentT.quantile95(rounds - 1) / Bootstrap.NORMAL_95 * Math.sqrt(rounds / (rounds - 1.0));
    return new Interval(
        estimate - (estimate - interval.low()) / widening,
        estimate + (interval.high() - estimate) / widening);
  }

  /** In how many runs an interval held the truth. */
  private record Covered(int ratio, int cost, int narrowRatio, int narrowCost) {
    static final Covered NOTHING = new Covered(0, 0, 0, 0);

    Covered plus(Covered other) {
      return new Covered(
          ratio + other.ratio,
          cost + other.cost,
          narrowRatio + other.narrowRatio,
          narrowCost + other.narrowCost);
    }
  }
}
