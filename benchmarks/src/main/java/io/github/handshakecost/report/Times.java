package io.github.handshakecost.report;

import io.github.handshakecost.result.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Times in the unit that suits them: µs below 0.1 ms, ms below a second, s above. */
public final class Times {
  private static final double LEAST_MILLIS = 100;
  private static final double LEAST_SECONDS = 1e6;
  private static final int DIGITS = 3;

  private Times() {}

  /** A unit, and how many microseconds it has. */
  private record Unit(String name, double micros) {
    static Unit of(double micros) {
      final double size = rounded(Math.abs(micros)).doubleValue();
      if (size < LEAST_MILLIS) {
        return new Unit("µs", 1);
      }
      return size < LEAST_SECONDS ? new Unit("ms", 1e3) : new Unit("s", 1e6);
    }

    String number(double value) {
      return digits(value / micros);
    }
  }

  /** {@code 23.5 µs}, {@code 2.16 ms}, {@code 1.25 s}. */
  public static String of(double micros) {
    final Unit unit = Unit.of(micros);
    return unit.number(micros) + " " + unit.name();
  }

  /** {@code 5.20 to 10.4 ms}; one figure where both are the same. */
  static String range(double low, double high) {
    final Unit unit = Unit.of(high);
    final String from = unit.number(low);
    final String to = unit.number(high);
    return (from.equals(to) ? to : from + " to " + to) + " " + unit.name();
  }

  /** {@code 22.6 – 24.5}, in the unit of the estimate. */
  static String interval(double estimate, Interval ci95) {
    final Unit unit = Unit.of(estimate);
    return unit.number(ci95.low()) + " – " + unit.number(ci95.high());
  }

  /** {@code 3.04} or {@code 91.7}. */
  static String times(double ratio) {
    return digits(ratio);
  }

  private static String digits(double value) {
    if (value == 0) {
      return "0";
    }
    final BigDecimal rounded = rounded(value);
    final int decimals = Math.max(0, DIGITS - (rounded.precision() - rounded.scale()));
    return rounded.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(DIGITS));
  }
}
