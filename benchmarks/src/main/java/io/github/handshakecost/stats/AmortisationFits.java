package io.github.handshakecost.stats;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.AmortisationFit;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Fits the cost of a connection to cells whose connections serve different numbers of requests. */
final class AmortisationFits {
  private static final int LEAST_LIMITS = 2;

  private final ForkIndex index;
  private final Bootstrap bootstrap;

  AmortisationFits(ForkIndex index, Bootstrap bootstrap) {
    this.index = index;
    this.bootstrap = bootstrap;
  }

  /** A fit for each place that has pooled, new-connection-full and at least two limits. */
  List<AmortisationFit> all(List<Cell> cells) {
    return cells.stream()
        .filter(cell -> cell.benchmark().equals(AxisNames.REQUEST))
        .filter(cell -> cell.policy().equals(AxisNames.LIMITED))
        .collect(groupingBy(Cell::pooled, LinkedHashMap::new, toList()))
        .entrySet()
        .stream()
        .filter(place -> place.getValue().size() >= LEAST_LIMITS)
        .flatMap(place -> of(place.getKey(), place.getValue()).stream())
        .toList();
  }

  private Optional<AmortisationFit> of(Cell pooled, List<Cell> unsorted) {
    final List<Cell> limited =
        unsorted.stream().sorted(Comparator.comparingInt(Cell::limit)).toList();
    final Cell full = pooled.with(AxisNames.POLICY, AxisNames.FULL);
    final List<Cell> needed = new ArrayList<>(limited);
    needed.addAll(List.of(pooled, full));
    final List<Integer> rounds = index.sharedRounds(needed);
    if (rounds.isEmpty()) {
      return Optional.empty();
    }
    final List<Lines.Line> lines = rounds.stream().map(round -> line(limited, round)).toList();
    final double[] slopes = lines.stream().mapToDouble(Lines.Line::slope).toArray();
    final double[] base = index.values(pooled, rounds, ForkRecord::mean);
    final double[] difference = index.values(full, rounds, ForkRecord::mean);
    Arrays.setAll(difference, i -> difference[i] - base[i]);
    final double[] apart = new double[slopes.length];
    Arrays.setAll(apart, i -> slopes[i] - difference[i]);
    final Interval apartCi95 = bootstrap.difference(apart);
    final double byDifference = ForkFigures.mean(difference);
    final double allowed = Costs.TOLERANCE * Math.abs(byDifference);
    return Optional.of(
        new AmortisationFit(
            pooled.where(),
            limited.stream().map(Cell::limit).toList(),
            ForkFigures.mean(lines.stream().mapToDouble(Lines.Line::intercept).toArray()),
            ForkFigures.mean(slopes),
            bootstrap.difference(slopes, base),
            byDifference,
            apartCi95 == null ? null : apartCi95.liesWithin(-allowed, allowed),
            rounds.size()));
  }

  private Lines.Line line(List<Cell> limited, int round) {
    final List<ForkRecord> forks =
        limited.stream().flatMap(cell -> index.forks(cell, List.of(round)).stream()).toList();
    return new Lines(
            List.of(
                forks.stream()
                    .map(fork -> new Lines.Point(1.0 / fork.cell().limit(), fork.mean()))
                    .toList()))
        .all();
  }
}
