package io.github.handshakecost.stats;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.Cost;
import java.util.Map;
import java.util.Set;

/**
 * A cost and what is needed to say why its two roads part.
 *
 * @param phases the same difference between rungs, phase by phase, in microseconds; they sum to the
 *     cost by difference
 * @param clocks the phases that make the cost by clock
 * @param allowed how far apart the roads may be, in microseconds
 */
record CostEstimate(Cost cost, Map<Phase, Double> phases, Set<Phase> clocks, double allowed) {

  double apart() {
    return Math.abs(cost.byDifference() - cost.byClock());
  }

  boolean agrees() {
    return !Boolean.FALSE.equals(cost.agree());
  }

  /** The phase that holds most of what the clocks left out. */
  Phase restIn() {
    return phases.keySet().stream()
        .filter(phase -> !clocks.contains(phase))
        .max((left, right) -> Double.compare(size(left), size(right)))
        .orElseThrow();
  }

  private double size(Phase phase) {
    return Math.abs(phases.getOrDefault(phase, 0.0));
  }
}
