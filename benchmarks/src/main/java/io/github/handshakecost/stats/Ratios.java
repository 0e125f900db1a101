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
        .filter(cell -> all.contains(cell.pooled()))
        .toList();
  }

  List<Ratio> all(List<Cell> cells) {
    return candidates(cells).stream().flatMap(cell -> of(cell).stream()).toList();
  }

  /** The ratio of a candidate; empty without a round in which both cells have a fork. */
  Optional<Ratio> of(Cell candidate) {
    final Bootstrap.Paired paired = paired(index, candidate);
    if (paired.rounds() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Ratio(
            candidate.benchmark(),
            AxisNames.POOLED,
            candidate.policyLabel(),
            candidate.where(),
            paired.ratio(),
            bootstrap.ratio(paired),
            paired.rounds()));
  }

  /** The means of a candidate and of {@code pooled} in the rounds that have both. */
  static Bootstrap.Paired paired(ForkIndex index, Cell candidate) {
    final Cell baseline = candidate.pooled();
    final List<Integer> rounds = index.sharedRounds(List.of(candidate, baseline));
    return new Bootstrap.Paired(
        index.values(candidate, rounds, ForkRecord::mean),
        index.values(baseline, rounds, ForkRecord::mean));
  }
}
