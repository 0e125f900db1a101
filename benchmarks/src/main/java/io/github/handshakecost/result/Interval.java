package io.github.handshakecost.result;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * A 95 % interval, in the unit of what it belongs to; {@code [low, high]} in JSON.
 *
 * @param low at most {@code high}
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Interval(double low, double high) {

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "interval from " + low + " to " + high + " is upside down");
    }
  }

  public double halfWidth() {
    return (high - low) / 2;
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
