package io.github.handshakecost.stats;

import org.apache.commons.statistics.inference.MannWhitneyUTest;

/** Whether the rounds of one run tend to be longer than those of another. */
final class RankTest {
  private RankTest() {}

  /** The two-sided p of Mann and Whitney; 1 where all values are equal. */
  static double pValue(double[] left, double[] right) {
    final double p = MannWhitneyUTest.withDefaults().test(left, right).getPValue();
    return Double.isNaN(p) ? 1 : p;
  }
}
