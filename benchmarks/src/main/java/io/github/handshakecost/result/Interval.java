package io.github.handshakecost.result;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;

/** A 95 % confidence interval, in the unit of its estimate; {@code [low, high]} in JSON. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Interval(double low, double high) {
  /** With fewer rounds there is no interval: two values show too little of their spread. */
  public static final int LEAST_ROUNDS = 3;

  private static final double MOST_FACTOR = 100;

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "interval from " + low + " to " + high + " is upside down");
    }
  }

  /** Whether its ends differ by more than a factor of 100: such an interval tells no size. */
  public boolean tooWide() {
    return low > 0 && high > MOST_FACTOR * low;
  }

  /** Distance from an estimate to the farther end, as a share of the estimate; infinite for 0. */
  public double relativeHalfWidth(double estimate) {
    return estimate == 0
        ? Double.POSITIVE_INFINITY
        : Math.max(estimate - low, high - estimate) / Math.abs(estimate);
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** Whether the true value is between two bounds; null if the interval leaves that open. */
  public @Nullable Boolean liesWithin(double least, double most) {
    if (low >= least && high <= most) {
      return true;
    }
    final boolean outside = low > most || high < least;
    return outside ? false : null;
  }
}
