package io.github.handshakecost.stats;

import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cost of a request if a connection serves several: the first pays for opening it, the others
 * are pooled ones. Computed from the means of the two rungs.
 */
public final class Amortisation {
  /** Requests per connection. */
  public static final List<Integer> REQUESTS = List.of(1, 2, 5, 10, 20, 50, 100, 300, 1000);

  private Amortisation() {}

  /**
   * Time per request, in microseconds, of so many on each connection; of the pooled rung its own.
   */
  public static double cost(CellSummary opening, CellSummary pooled, int requests) {
    return share(opening.mean(), pooled.mean(), requests);
  }

  /** From both means at the lower end of their intervals to both at the upper one. */
  public static @Nullable Interval interval(CellSummary opening, CellSummary pooled, int requests) {
    final Interval first = opening.ci95();
    final Interval others = pooled.ci95();
    return first == null || others == null
        ? null
        : new Interval(
            share(first.low(), others.low(), requests),
            share(first.high(), others.high(), requests));
  }

  private static double share(double opening, double pooled, int requests) {
    return (opening + (requests - 1) * pooled) / requests;
  }
}
