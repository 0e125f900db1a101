package io.github.handshakecost.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 0ms}, {@code 31.2ms}, {@code 2s}; at most a minute. */
final class PreciseDurationConverter implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,3})?)(ms|s)");
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MILLIS_PER_SECOND = 1e3;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  @Override
  public Duration convert(String text) {
    final Matcher form = FORM.matcher(text);
    if (form.matches()) {
      final double millis =
          Double.parseDouble(form.group(1)) * (form.group(2).equals("s") ? MILLIS_PER_SECOND : 1);
      final Duration time = Duration.ofNanos(Math.round(millis * NANOS_PER_MILLI));
      if (time.compareTo(LONGEST) <= 0) {
        return time;
      }
    }
    throw new TypeConversionException(
        "'" + text + "' is no time between 0ms and 60s; give a number and a unit, e.g. 31.2ms");
  }
}
