package io.github.handshakecost.result;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cost of a connection by a third method: a line through the times of a request where each
 * connection serves so many of them, against connections per request. Times in microseconds.
 *
 * @param where the axes but those of the policy, and their values
 * @param limits the requests per connection, ascending
 * @param perRequest the line at no connection
 * @param perConnection what a connection adds
 * @param ci95 of {@code perConnection}, by bootstrap over rounds; absent with too few
 * @param byDifference the same cost between new-connection-full and pooled in the same rounds
 * @param agree whether both methods are within a tenth of the cost of each other, by the interval
 *     of their distance; absent if it leaves that open, or there is none
 */
public record AmortisationFit(
    Map<String, String> where,
    List<Integer> limits,
    double perRequest,
    double perConnection,
    @Nullable Interval ci95,
    double byDifference,
    @Nullable Boolean agree,
    int rounds) {

  public AmortisationFit {
    limits = List.copyOf(limits);
  }
}
