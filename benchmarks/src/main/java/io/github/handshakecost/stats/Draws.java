package io.github.handshakecost.stats;

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
  private final Map<Integer, int[]> drawn = new ConcurrentHashMap<>();

  Draws(long seed, int resamples) {
    this.seed = seed;
    this.resamples = resamples;
  }

  /** So many rounds for each resample, one resample behind the other; not to be written to. */
  int[] of(int rounds) {
    return drawn.computeIfAbsent(rounds, this::draw);
  }

  private int[] draw(int rounds) {
    final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    final int[] draws = new int[Math.multiplyExact(resamples, rounds)];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = random.nextInt(rounds);
    }
    return draws;
  }
}
