package io.github.handshakecost.stats;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Rounds drawn with replacement. The same seed draws the same rounds for every interval over as
 * many rounds, so that they are drawn once and shared.
 */
final class Draws {
  private final long seed;
  private final int resamples;
  private final Map<Integer, double[][]> shares = new ConcurrentHashMap<>();

  Draws(long seed, int resamples) {
    this.seed = seed;
    this.resamples = resamples;
  }

  /**
   * By round, which share of each resample it makes. A mean is then a sum of products that
   * processors take several at a time. Not to be written to.
   */
  double[][] shares(int rounds) {
    return shares.computeIfAbsent(rounds, this::draw);
  }

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
