package io.github.handshakecost.trial;

import io.github.handshakecost.result.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Compares the wall clock with the monotonic one, from its construction on. */
final class ClockWatch {
  /** Adjusting a clock gradually changes it by 0.5 ms a second at most (adjtimex(2)). */
  private static final Duration MOST = Duration.ofSeconds(1);

  private static final double MILLIS_PER_SECOND = 1e3;

  private final Instant wall = Instant.now();
  private final long monotonic = System.nanoTime();

  /** A warning if one of the clocks jumped, as when the machine was suspended. */
  Optional<Warning> jump() {
    return jump(
        Duration.between(wall, Instant.now()), Duration.ofNanos(System.nanoTime() - monotonic));
  }

  static Optional<Warning> jump(Duration wall, Duration monotonic) {
    final Duration jump = wall.minus(monotonic);
    return jump.abs().compareTo(MOST) <= 0
        ? Optional.empty()
        : Optional.of(
            new Warning(
                String.format(
                    Locale.ROOT,
                    "the wall clock moved by %.1f s in a fork of %.1f s",
                    wall.toMillis() / MILLIS_PER_SECOND,
                    monotonic.toMillis() / MILLIS_PER_SECOND),
                "keep the machine from being suspended, and set its clock before a run"));
  }
}
