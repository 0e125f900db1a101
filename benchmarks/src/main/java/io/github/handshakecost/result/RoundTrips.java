package io.github.handshakecost.result;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a time grows with the measured round-trip time: a line fitted through forks at several
 * distances.
 *
 * @param cause the phase, where the protocol says how many round trips it takes: {@code tcp},
 *     {@code exchange}, {@code tls1.3-full}, {@code tls1.3-resumed}, {@code tls1.2-full} or {@code
 *     tls1.2-resumed}; or {@code total}, a whole operation
 * @param where the axes but policy and {@code rtt}
 * @param slope round trips
 * @param ci95 of the slope, by bootstrap over rounds; absent with fewer than {@link
 *     Interval#LEAST_ROUNDS}
 * @param intercept the time without network latency, in microseconds
 * @param expected round trips by the protocol (RFC 9293, RFC 8446, RFC 5246); absent for loops
 * @param holds whether the slope is within {@link #TOLERANCE} of the expected one, by its interval;
 *     absent if the interval leaves that open, or no number is expected
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
