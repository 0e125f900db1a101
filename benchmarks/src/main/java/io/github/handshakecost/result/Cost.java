package io.github.handshakecost.result;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one cause adds to a request, found on two roads. Times in microseconds.
 *
 * @param cause {@code connection-full}, {@code connection-resumed}, {@code tcp}, {@code tls-full},
 *     {@code tls-resumed} or {@code client}
 * @param where the axes but policy, and their values
 * @param byDifference between rungs of the ladder
 * @param byClock from the clocks in the client, the same rungs: set-up, connect, handshake, close
 * @param inExchange how much longer the exchange takes, after the connection is open: the server's
 *     accepting, tickets, the first request's cold buffers
 * @param ci95 of {@code byDifference}, by paired bootstrap over rounds, at the speed that the
 *     machine had in this run: what slows the baseline and the difference alike does not widen it;
 *     absent with too few rounds
 * @param agree whether the two roads are within a tenth of the cost of each other, by the interval
 *     of how far they are apart; absent where it lies neither within nor beyond, or there is none
 * @param clientCpu difference in the client thread's CPU time
 * @param clientCpuCi95 as {@code ci95}
 * @param serverCpu difference in the server threads' CPU time
 * @param serverCpuCi95 as {@code ci95}
 * @param rounds in which all the rungs were measured; no other round enters
 */
public record Cost(
    String benchmark,
    String cause,
    Map<String, String> where,
    double byDifference,
    double byClock,
    double inExchange,
    @Nullable Interval ci95,
    @Nullable Boolean agree,
    double clientCpu,
    @Nullable Interval clientCpuCi95,
    double serverCpu,
    @Nullable Interval serverCpuCi95,
    int rounds) {

  /** Whether the interval allows that the cause costs nothing. */
  public boolean mayBeNone() {
    return ci95 != null && ci95.contains(0);
  }
}
