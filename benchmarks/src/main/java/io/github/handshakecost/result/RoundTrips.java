package io.github.handshakecost.result;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a time grows with the measured round-trip time: a line fitted through forks at several
 * distances.
 *
 * @param cause {@code tcp}, {@code tls1.3-full}, {@code tls1.3-resumed}, {@code tls1.2-full},
 *     {@code tls1.2-resumed} and {@code exchange}: the phase of that name, where it is known from
 *     the protocol; {@code total}: a whole operation
 * @param policy of the rung that shows it
 * @param where the other axes but {@code rtt}
 * @param slope round trips
 * @param ci95 of the slope, by bootstrap over rounds; absent with fewer than {@link
 *     Interval#LEAST_ROUNDS}
 * @param intercept what is left without distance: work, in microseconds
 * @param interceptCi95 of the intercept
 * @param expected round trips by the protocol (RFC 9293, RFC 8446, RFC 5246); absent for whole
 *     loops
 * @param holds whether the slope is within {@link #TOLERANCE} of what is expected, by its interval;
 *     absent where that leaves it open, or nothing is expected
 * @param rounds fitted
 */
public record RoundTrips(
    String benchmark,
    String cause,
    String policy,
    Map<String, String> where,
    double slope,
    @Nullable Interval ci95,
    double intercept,
    @Nullable Interval interceptCi95,
    @Nullable Double expected,
    @Nullable Boolean holds,
    int rounds) {

  /** How far a slope may be from what is expected, in round trips. */
  public static final double TOLERANCE = 0.05;
}
