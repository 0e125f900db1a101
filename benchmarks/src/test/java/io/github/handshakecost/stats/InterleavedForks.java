package io.github.handshakecost.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.descriptive.Median;

/**
 * Simulated forks that measure two policies in interleaved blocks, one of each in a cycle. The
 * machine has another speed in each fork, and a fork a lognormal effect of its own on each policy.
 * What the machine does in a cycle hits both of its blocks; each block has noise of its own
 * besides, and a few take three times as long.
 *
 * <p>All noise has mean 1, so that the truth is what was put in, times the mean of the tail.
 */
final class InterleavedForks {
  private static final int CYCLES = 30;
  private static final double FORK = 0.06;

  /** The machine is faster in one fork than in another. */
  private static final double SPEED = 0.3;

  private static final double CYCLE = 0.16;
  private static final double BLOCK = 0.12;
  private static final double TAIL = 0.01;
  private static final double STRETCH = 3;

  /** What the tail makes of a mean. */
  static final double TAILED = 1 + TAIL * (STRETCH - 1);

  private final SplittableRandom random;

  InterleavedForks(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * A fork.
   *
   * @param candidate mean of its blocks, but for the tail
   * @param baseline likewise
   * @param bothTailed whether the baseline has the tail too
   */
  Fork next(double candidate, double baseline, boolean bothTailed) {
    final double speed = factor(SPEED);
    final double above = candidate * speed * factor(FORK);
    final double below = baseline * speed * factor(FORK);
    final Fork fork = new Fork();
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      final double machine = factor(CYCLE);
      fork.candidate[cycle] = above * machine * factor(BLOCK) * tail();
      fork.baseline[cycle] = below * machine * factor(BLOCK) * (bothTailed ? tail() : 1);
    }
    return fork;
  }

  /** Lognormal, with mean 1. */
  private double factor(double sigma) {
    return Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
  }

  private double tail() {
    return random.nextDouble() < TAIL ? STRETCH : 1;
  }

  /** The blocks of a fork by cycle, of either policy. */
  static final class Fork {
    private final double[] candidate = new double[CYCLES];
    private final double[] baseline = new double[CYCLES];

    double candidateMean() {
      return ForkFigures.mean(candidate);
    }

    double baselineMean() {
      return ForkFigures.mean(baseline);
    }

    double ratioOfMeans() {
      return candidateMean() / baselineMean();
    }

    double meanOfRatios() {
      return ForkFigures.mean(ratios());
    }

    double medianOfRatios() {
      return Median.withDefaults().evaluate(ratios());
    }

    private double[] ratios() {
      final double[] ratios = new double[CYCLES];
      Arrays.setAll(ratios, cycle -> candidate[cycle] / baseline[cycle]);
      return ratios;
    }
  }
}
