package io.github.handshakecost.stats;

import org.apache.commons.statistics.inference.MannWhitneyUTest;

/** Whether two samples come from one place, by ranks: no distribution is assumed. */
public final class RankTest {
  private RankTest() {}

  /**
   * The two-sided p-value of Mann and Whitney's test: how likely samples of one distribution lie
   * apart as far as these. Exact where both have fewer than 50 values and none occurs twice, by the
   * normal approximation with corrections for ties and continuity otherwise.
   *
   * <p>Few values cannot say much: of two samples of three the least p-value is 0.1.
   *
   * @param left fork means of one run; at least one, none of them NaN
   * @param right those of the other
   */
  public static double pValue(double[] left, double[] right) {
    final double p = MannWhitneyUTest.withDefaults().test(left, right).getPValue();
    // Where all values are equal there is no spread to divide by.
    return Double.isNaN(p) ? 1 : p;
  }
}
