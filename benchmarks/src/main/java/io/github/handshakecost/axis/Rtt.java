package io.github.handshakecost.axis;

import io.github.handshakecost.fixture.link.DelayLine;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The nominal round-trip time between client and server.
 *
 * @param label as on the command line and in results; each time has one
 * @param time 0 on loopback: what is left is the work of both sides
 */
public record Rtt(String label, Duration time) implements AxisValue {
  static final String LOOPBACK = "0ms";
  static final String RANGE =
      "0ms (loopback), or 1ms to %dms over a delay line, e.g. 20ms or 31.2ms"
          .formatted(DelayLine.LONGEST.toMillis());

  /** No zero before or behind that is not needed. */
  private static final Pattern FORM = Pattern.compile("(0|[1-9]\\d{0,2}(?:\\.\\d?[1-9])?)ms");

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  private static final double NANOS_PER_MILLI = 1e6;

  /**
   * Reads a time.
   *
   * @throws UsageException if it is none, or out of range
   */
  static Rtt parse(String text) {
    final Matcher form = FORM.matcher(text);
    if (form.matches()) {
      final Duration time =
          Duration.ofNanos(Math.round(Double.parseDouble(form.group(1)) * NANOS_PER_MILLI));
      if (time.compareTo(DelayLine.LONGEST) <= 0) {
        return new Rtt(text, time);
      }
    }
    if (NUMBER.matcher(text).matches()) {
      throw new UsageException("rtt %s: add a unit, as in %sms".formatted(text, text));
    }
    throw new UsageException("rtt=%s is out of range; it goes from %s".formatted(text, RANGE));
  }

  /** Whether there is any distance. */
  public boolean isDistant() {
    return !time.isZero();
  }
}
