package io.github.handshakecost.stats;

import java.util.Arrays;

final class Means {
  private Means() {}

  /** The arithmetic mean; NaN of nothing. */
  static double of(double... values) {
    return Arrays.stream(values).sum() / values.length;
  }
}
