package io.github.handshakecost.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Numbers as sentences and tables show them: three significant digits, in English notation. */
public final class NumberFormats {
  /** In place of an interval. */
  public static final String TOO_FEW_ROUNDS = "too few rounds";

  /** Figures below a thousandth of a unit are noise. */
  private static final double LEAST = 0.0005;

  private static final MathContext THREE_DIGITS = new MathContext(3);

  private NumberFormats() {}

  /** {@code 1,230}, {@code 41.2}, {@code 0.512}, {@code 0}, {@code <0.001}. */
  public static String threeDigits(double value) {
    if (value == 0) {
      return "0";
    }
    if (Math.abs(value) < LEAST) {
      return value > 0 ? "<0.001" : ">-0.001";
    }
    final BigDecimal rounded = BigDecimal.valueOf(value).round(THREE_DIGITS);
    final int decimals = 2 - (rounded.precision() - 1 - rounded.scale());
    return grouped(rounded.setScale(Math.max(0, Math.min(3, decimals)), RoundingMode.HALF_UP));
  }

  /** {@code 1.005}: three decimals. */
  public static String thousandths(double value) {
    return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).toPlainString();
  }

  /** {@code 1,500} or {@code 0.1}: up to six digits, without zeros behind the last. */
  public static String plain(double value) {
    return grouped(BigDecimal.valueOf(value).round(new MathContext(6)).stripTrailingZeros());
  }

  /** {@code 812,345}. */
  public static String whole(long value) {
    return grouped(BigDecimal.valueOf(value));
  }

  private static String grouped(BigDecimal value) {
    return String.format(Locale.ROOT, "%,." + Math.max(0, value.scale()) + "f", value);
  }

  /** {@code [1,200, 1,260]}. */
  public static String interval(Interval interval) {
    return interval(interval, NumberFormats::threeDigits);
  }

  /** With another format of its ends. */
  public static String interval(Interval interval, DoubleFunction<String> figure) {
    return "[" + figure.apply(interval.low()) + ", " + figure.apply(interval.high()) + "]";
  }

  /** {@code 5.2 %} of 0.052. */
  public static String percent(double share) {
    return percent("%.1f", share) + " %";
  }

  /** {@code +5.2} of 0.052: a deviation in percent. */
  public static String signedPercent(double share) {
    return percent("%+.1f", share);
  }

  /** A figure that rounds to 0 has no sign. */
  private static String percent(String format, double share) {
    final String percent = String.format(Locale.ROOT, format, 100 * share);
    return percent.equals("-0.0") || percent.equals("+0.0") ? "0.0" : percent;
  }

  /** {@code 5.0 %} or {@code 0.04 %}: a bound that a user gave, with up to three decimals. */
  public static String percentAsked(double share) {
    return String.format(Locale.ROOT, "%.3f %%", 100 * share).replaceFirst("(\\.\\d+?)0+ ", "$1 ");
  }

  /** {@code ±14.2 %} or {@code over ±100 %}; rounded up, so that no missed target looks met. */
  public static String within(double share) {
    return share > 1 ? "over ±100 %" : plusMinus(share, 1, RoundingMode.CEILING);
  }

  /** {@code ±5 %} or {@code ±0.04 %}: a target, with up to three decimals. */
  public static String target(double share) {
    return plusMinus(share, 3, RoundingMode.HALF_UP);
  }

  private static String plusMinus(double share, int decimals, RoundingMode rounding) {
    return "±"
        + BigDecimal.valueOf(share)
            .movePointRight(2)
            .setScale(decimals, rounding)
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  /** {@code 1 round} or {@code 3 rounds}. */
  public static String counted(long count, String noun) {
    return whole(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** {@code 850ms}, {@code 53s}, {@code 14m 30s}, {@code 3h}: as an option takes them. */
  public static String time(Duration time) {
    if (time.toSeconds() == 0) {
      return time.toMillis() + "ms";
    }
    final String hours = part(time.toHours(), "h ");
    final String minutes = part(time.toMinutesPart(), "m ");
    final String seconds = time.toHours() > 0 ? "" : part(time.toSecondsPart(), "s");
    return (hours + minutes + seconds).strip();
  }

  private static String part(long count, String unit) {
    return count == 0 ? "" : count + unit;
  }
}
