package io.github.handshakecost.stats;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cell in two runs.
 *
 * @param ratio mean time of the candidate over that of the base
 * @param ci95 of the ratio, by bootstrap over the rounds of either run; absent where one of them
 *     has a single round
 * @param p of Mann and Whitney; absent with the interval
 * @param counts which of its counts changed
 */
public record Comparison(
    CellSummary base,
    CellSummary candidate,
    double ratio,
    @Nullable Interval ci95,
    @Nullable Double p,
    List<CountChange> counts,
    Change change) {

  public Comparison {
    counts = List.copyOf(counts);
  }

  public Cell cell() {
    return base.cell();
  }

  /** Below which p cannot fall with so few rounds, were the runs ever so far apart. */
  public double leastP() {
    double orders = 1;
    for (int i = 1; i <= base.rounds(); i++) {
      orders *= (double) (candidate.rounds() + i) / i;
    }
    return Math.min(1, 2 / orders);
  }
}
