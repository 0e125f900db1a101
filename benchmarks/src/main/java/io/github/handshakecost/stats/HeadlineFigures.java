package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Ratio;
import io.github.handshakecost.stats.Verdict.Figure;
import io.github.handshakecost.stats.Verdict.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures that a plan's verdict rests on. */
final class HeadlineFigures {
  private final ForkIndex index;
  private final Bootstrap bootstrap;
  private final Ratios ratios;

  HeadlineFigures(ForkIndex index, Bootstrap bootstrap, Ratios ratios) {
    this.index = index;
    this.bootstrap = bootstrap;
    this.ratios = ratios;
  }

  /** Those of the planned cells, measured or not. */
  List<Figure> of(List<Cell> planned) {
    final Labels labels = new Labels(planned);
    final List<Cell> candidates = headline(planned);
    if (candidates.isEmpty()) {
      return planned.stream().map(cell -> mean(cell, labels)).toList();
    }
    final List<Figure> figures = new ArrayList<>();
    candidates.forEach(candidate -> figures.add(ratio(candidate, labels)));
    Costs.ladders(planned, Cause.CONNECTION_FULL)
        .forEach(ladder -> figures.add(connection(ladder, labels)));
    return figures;
  }

  private static List<Cell> headline(List<Cell> cells) {
    final List<Cell> all = Ratios.candidates(cells);
    final List<Cell> requests =
        all.stream().filter(cell -> cell.benchmark().equals(AxisNames.REQUEST)).toList();
    return requests.isEmpty() ? all : requests;
  }

  private Figure ratio(Cell candidate, Labels labels) {
    final Optional<Ratio> found = ratios.of(candidate);
    final String name =
        "%s over %s at %s"
            .formatted(
                candidate.param(AxisNames.POLICY), AxisNames.POOLED, labels.of(candidate.where()));
    return new Figure(
        Kind.RATIO,
        name,
        found.map(Ratio::ratio).orElse(null),
        found.map(Ratio::ci95).orElse(null));
  }

  private Figure connection(Cell ladder, Labels labels) {
    final Cause cause = Cause.CONNECTION_FULL;
    final Optional<Costs.Difference> cost = new Costs(index, bootstrap).byDifference(cause, ladder);
    return new Figure(
        Kind.COST,
        "%s at %s".formatted(cause.key(), labels.of(ladder.where())),
        cost.map(Costs.Difference::mean).orElse(null),
        cost.map(Costs.Difference::ci95).orElse(null));
  }

  private Figure mean(Cell cell, Labels labels) {
    final double[] means = index.forks(cell).stream().mapToDouble(ForkRecord::mean).toArray();
    return new Figure(
        Kind.MEAN,
        labels.of(cell),
        means.length == 0 ? null : Means.of(means),
        bootstrap.mean(means));
  }
}
