package io.github.handshakecost.result;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much one cause adds to a request, by two methods. Times in microseconds.
 *
 * @param cause {@code connection-full}, {@code connection-resumed}, {@code tcp}, {@code tls-full},
 *     {@code tls-resumed} or {@code client}
 * @param where the axes but policy, and their values
 * @param byDifference between the times of two policies
 * @param byClock from the clocks in the client under the same policies; absent, like {@code
 *     inExchange}, if the client does not time connects and handshakes
 * @param inExchange how much longer the exchange on the open connection takes: the server's
 *     accepting, tickets, the first request's cold buffers
 * @param ci95 of {@code byDifference}, by paired bootstrap over rounds, at the machine's mean
 *     speed; absent with too few rounds
 * @param agree whether both methods are within a tenth of the cost of each other, by the interval
 *     of their distance; absent if it leaves that open, or there is none
 * @param clientCpu difference in the client thread's CPU time
 * @param serverCpu difference in the server threads' CPU time
 * @param rounds in which all the policies were measured; no other round counts
 */
public record Cost(
    String benchmark,
    String cause,
    Map<String, String> where,
    double byDifference,
    @Nullable Double byClock,
    @Nullable Double inExchange,
    @Nullable Interval ci95,
    @Nullable Boolean agree,
    double clientCpu,
    @Nullable Interval clientCpuCi95,
    double serverCpu,
    @Nullable Interval serverCpuCi95,
    int rounds) {}
