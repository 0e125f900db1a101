package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether the machine ran at one speed. Ratios do not mind, since both sides of one are measured
 * together; times and costs are those of the speed that the machine had.
 */
final class MachineSpeed {
  /** Below this factor between two rounds nobody needs to be told. */
  private static final double WORTH_SAYING = 1.25;

  private MachineSpeed() {}

  /**
   * A warning with the factor and a remedy; empty where the speed was steady, or cannot be told.
   */
  static Optional<String> warning(List<Cell> cells, ForkIndex index) {
    final List<Cell> onLoopback =
        cells.stream()
            .filter(cell -> cell.param(AxisNames.RTT).equals(AxisNames.LOOPBACK))
            .toList();
    final List<Integer> rounds = onLoopback.isEmpty() ? List.of() : index.sharedRounds(onLoopback);
    if (rounds.size() < 2) {
      return Optional.empty();
    }
    final double[] logs = new double[rounds.size()];
    for (final Cell cell : onLoopback) {
      final double[] means = index.values(cell, rounds, ForkRecord::mean);
      Arrays.setAll(logs, i -> logs[i] + StrictMath.log(means[i]) / onLoopback.size());
    }
    final double factor =
        StrictMath.exp(
            Arrays.stream(logs).max().orElseThrow() - Arrays.stream(logs).min().orElseThrow());
    return factor < WORTH_SAYING
        ? Optional.empty()
        : Optional.of(
            "the machine was up to %s times as slow in one round as in another: ratios stand, since both sides of a ratio are measured together, but times and costs in µs are those of this run; leave the machine to the run"
                .formatted(Figures.three(factor)));
  }
}
