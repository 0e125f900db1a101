package io.github.handshakecost.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options; each wrong value gets a sentence with a remedy. */
final class Converters {
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
  private static final Pattern TIME = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)(ms|s|m|h)");
  private static final Map<String, Double> NANOS =
      Map.of("ms", 1e6, "s", 1e9, "m", 60e9, "h", 3600e9);
  private static final Pattern PERCENT = Pattern.compile("(-?\\d{1,6}(?:\\.\\d{1,3})?)(%?)");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
  private static final Duration LONGEST_LATENCY = Duration.ofMinutes(1);
  private static final double NANOS_PER_MICRO = 1e3;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Converters() {}

  private static TypeConversionException wrong(String text, String rest) {
    return new TypeConversionException("'" + text + "'" + rest);
  }

  private static Duration time(
      String text, String likelyUnit, Predicate<Duration> allowed, String otherwise) {
    if (NUMBER.matcher(text).matches()) {
      throw wrong(text, ": add a unit, as in " + text + likelyUnit);
    }
    return Optional.of(TIME.matcher(text))
        .filter(Matcher::matches)
        .map(form -> Double.parseDouble(form.group(1)) * NANOS.getOrDefault(form.group(2), 0.0))
        .map(nanos -> Duration.ofNanos(Math.round(nanos)))
        .filter(allowed)
        .orElseThrow(() -> wrong(text, otherwise));
  }

  /** {@code 500ms}, {@code 90s}, {@code 15m}, {@code 2h}. */
  static final class Time implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      return time(
          text,
          "s",
          time -> !time.isZero(),
          " is no time; give a number above 0 and a unit, e.g. 90s, 15m or 2h");
    }
  }

  /** {@code 0ms}, {@code 31.2ms} or {@code 2s}, at most a minute, in microseconds. */
  static final class Latency implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      final String otherwise =
          " is no time between 0ms and 60s; give a number and a unit, as in 31.2ms";
      return time(text, "ms", time -> time.compareTo(LONGEST_LATENCY) <= 0, otherwise).toNanos()
          / NANOS_PER_MICRO;
    }
  }

  /** {@code 5%} as the share 0.05. The sign is required: 0.05 could mean either. */
  static final class Percent implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      final Matcher form = PERCENT.matcher(text);
      if (!form.matches()) {
        throw wrong(
            text, " is no percentage; give a number with at most 3 decimals, as in 5% or 2.5%");
      }
      final BigDecimal percent = new BigDecimal(form.group(1));
      if (percent.signum() <= 0 || percent.compareTo(HUNDRED) > 0) {
        throw wrong(text, " is out of range; give more than 0% and at most 100%, as in 5%");
      }
      if (form.group(2).isEmpty()) {
        final BigDecimal share = percent.multiply(HUNDRED).stripTrailingZeros();
        throw wrong(
            text,
            " has no percent sign; type %s%%%s"
                .formatted(
                    text,
                    share.compareTo(HUNDRED) > 0 ? "" : " or " + share.toPlainString() + "%"));
      }
      return percent.doubleValue() / HUNDRED.doubleValue();
    }
  }

  /** A whole number. The plan knows its range. */
  static final class Rounds implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (!WHOLE.matcher(text).matches()) {
        throw wrong(text, " is no number of rounds; give a whole number, as in --rounds 5");
      }
      return Integer.valueOf(text);
    }
  }

  /** A path that is not empty. Java takes an empty path for the current directory. */
  static final class Directory implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      if (text.isBlank()) {
        throw wrong(text, " is no name of a directory; give one, as in --out results/mine");
      }
      return Path.of(text);
    }
  }
}
