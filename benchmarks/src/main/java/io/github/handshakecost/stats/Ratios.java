package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Ratio;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Each policy relative to {@code pooled}, all other axes equal, paired by round. */
final class Ratios {
  private final ForkIndex index;
  private final Bootstrap bootstrap;

  Ratios(ForkIndex index, Bootstrap bootstrap) {
    this.index = index;
    this.bootstrap = bootstrap;
  }

  /** The cells with another policy than pooled, where the pooled cell is among the cells too. */
  static List<Cell> candidates(List<Cell> cells) {
    final Set<Cell> all = Set.copyOf(cells);
    return cells.stream()
        .filter(cell -> !AxisNames.POOLED.equals(cell.params().get(AxisNames.POLICY)))
        .filter(cell -> all.contains(pooled(cell)))
        .toList();
  }

  List<Ratio> all(List<Cell> cells) {
    return candidates(cells).stream().flatMap(cell -> of(cell).stream()).toList();
  }

  /** The ratio of a candidate; empty without a round in which both cells have a fork. */
  Optional<Ratio> of(Cell candidate) {
    final Cell baseline = pooled(candidate);
    final List<Integer> rounds = index.sharedRounds(List.of(candidate, baseline));
    if (rounds.isEmpty()) {
      return Optional.empty();
    }
    final double[] above = index.values(candidate, rounds, ForkRecord::mean);
    final double[] below = index.values(baseline, rounds, ForkRecord::mean);
    return Optional.of(
        new Ratio(
            candidate.benchmark(),
            AxisNames.POOLED,
            candidate.param(AxisNames.POLICY),
            candidate.where(),
            ForkFigures.mean(above) / ForkFigures.mean(below),
            bootstrap.ratio(above, below),
            rounds.size()));
  }

  static Cell pooled(Cell cell) {
    return cell.with(AxisNames.POLICY, AxisNames.POOLED);
  }
}
