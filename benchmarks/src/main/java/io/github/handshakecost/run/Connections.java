package io.github.handshakecost.run;

import java.time.Duration;

/**
 * What the busiest fork of a plan opens, at a guess.
 *
 * @param perSecond all threads together
 * @param during for how long
 * @param addresses of its server, which it takes in turn; the server's port is a new one in each
 *     fork
 */
public record Connections(double perSecond, Duration during, int addresses) {
  private static final double MILLIS_PER_SECOND = 1000;

  /** The most of them within a time. */
  double within(Duration time) {
    final Duration shorter = time.compareTo(during) < 0 ? time : during;
    return perSecond * shorter.toMillis() / MILLIS_PER_SECOND;
  }
}
