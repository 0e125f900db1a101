package io.github.handshakecost.cli;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 500ms}, {@code 90s}, {@code 15m}, {@code 2h}. */
final class DurationConverter implements ITypeConverter<Duration> {
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})(ms|s|m|h)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms",
          Duration.ofMillis(1),
          "s",
          Duration.ofSeconds(1),
          "m",
          Duration.ofMinutes(1),
          "h",
          Duration.ofHours(1));

  @Override
  public Duration convert(String text) {
    if (NUMBER.matcher(text).matches()) {
      throw new TypeConversionException("'" + text + "': add a unit, as in " + text + "s");
    }
    final Matcher form = FORM.matcher(text);
    if (!form.matches() || Integer.parseInt(form.group(1)) == 0) {
      throw new TypeConversionException(
          "'" + text + "' is no time; give a number above 0 and a unit, e.g. 90s, 15m or 2h");
    }
    return UNITS
        .getOrDefault(form.group(2), Duration.ZERO)
        .multipliedBy(Integer.parseInt(form.group(1)));
  }
}
