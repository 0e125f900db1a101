package io.github.handshakecost.cli;

import java.time.Duration;

/** Times in the units of options: {@code 850ms}, {@code 53s}, {@code 14m 30s}. */
final class TimeText {
  private TimeText() {}

  static String of(Duration time) {
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
