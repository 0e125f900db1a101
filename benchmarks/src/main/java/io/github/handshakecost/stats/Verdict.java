package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Finding;
import io.github.handshakecost.result.Finding.Figure;
import io.github.handshakecost.result.Finding.Figure.Kind;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How well a run knows its headline figures: their direction (which policy is slower) and their
 * size (to how many per cent). The stopping rule of the rounds asks for both.
 *
 * @param precision to which each figure has to be known, as a share of it
 * @param figures that are judged, measured or not
 */
public record Verdict(double precision, List<Figure> figures) {
  /** The most that {@code --rounds} takes. */
  private static final int MOST_ROUNDS = 1000;

  /**
   * The verdict on the headline figures of a plan: the ratios to {@code pooled} of benchmark {@code
   * request} and the costs of a connection with a full handshake; in a plan of loops alone, their
   * ratios; in a plan without ratios, the means of its cells.
   *
   * @param planned the cells of the plan, measured or not
   * @param forks finished so far
   * @param precision greatest distance from an estimate to the farther end of its 95 % interval, as
   *     a share of the estimate
   * @param seed of the bootstrap; the manifest's, so that scheduler and report agree
   */
  public static Verdict of(
      List<Cell> planned, List<ForkRecord> forks, double precision, long seed) {
    return of(planned, new ForkIndex(forks), new Bootstrap(seed), precision);
  }

  static Verdict of(List<Cell> planned, ForkIndex index, Bootstrap bootstrap, double precision) {
    final List<Cell> candidates = headline(planned);
    if (candidates.isEmpty()) {
      return new Verdict(
          precision, planned.stream().map(cell -> mean(cell, index, bootstrap)).toList());
    }
    final Ratios ratios = new Ratios(index, bootstrap);
    final Costs costs = new Costs(index, bootstrap);
    final List<Figure> figures = new ArrayList<>();
    candidates.forEach(candidate -> figures.add(ratio(candidate, ratios)));
    Costs.ladders(planned, Costs.Cause.CONNECTION_FULL)
        .forEach(ladder -> figures.add(connection(ladder, costs)));
    return new Verdict(precision, List.copyOf(figures));
  }

  private static List<Cell> headline(List<Cell> cells) {
    final List<Cell> all = Ratios.candidates(cells);
    final List<Cell> requests =
        all.stream().filter(cell -> cell.benchmark().equals(AxisNames.REQUEST)).toList();
    return requests.isEmpty() ? all : requests;
  }

  private static Figure ratio(Cell candidate, Ratios ratios) {
    return ratios
        .of(candidate)
        .map(it -> new Figure(Kind.RATIO, candidate, it.ratio(), it.ci95(), it.rounds()))
        .orElseGet(() -> new Figure(Kind.RATIO, candidate, null, null, 0));
  }

  private static Figure connection(Cell ladder, Costs costs) {
    return costs
        .of(Costs.Cause.CONNECTION_FULL, ladder)
        .map(Costs.Estimate::cost)
        .map(it -> new Figure(Kind.COST, ladder, it.byDifference(), it.ci95(), it.rounds()))
        .orElseGet(() -> new Figure(Kind.COST, ladder, null, null, 0));
  }

  private static Figure mean(Cell cell, ForkIndex index, Bootstrap bootstrap) {
    final double[] means = ForkFigures.means(index.forks(cell));
    return new Figure(
        Kind.MEAN,
        cell,
        means.length == 0 ? null : ForkFigures.mean(means),
        bootstrap.mean(means),
        means.length);
  }

  /** Whether every ratio says which policy is slower, and every mean has an interval. */
  public boolean decided() {
    return figures.stream().noneMatch(Verdict::isOpen);
  }

  /** Whether the run is decided, and every figure is as precise as asked. */
  public boolean conclusive() {
    return figures.stream().noneMatch(figure -> isOpen(figure) || isImprecise(figure));
  }

  /** The figures that are open or imprecise, kind by kind. */
  List<Finding> findings() {
    final List<Finding> findings = new ArrayList<>();
    for (final Kind kind : Kind.values()) {
      final List<Figure> all = figures.stream().filter(it -> it.kind() == kind).toList();
      final List<Figure> open = all.stream().filter(Verdict::isOpen).toList();
      final List<Figure> imprecise =
          all.stream()
              .filter(figure -> !isOpen(figure) && isImprecise(figure))
              .sorted(Comparator.comparingDouble(Figure::relativeHalfWidth).reversed())
              .toList();
      if (!open.isEmpty()) {
        findings.add(
            new Finding.Undecided(open, all.size(), roundsNeeded(open, Verdict::distanceFromOne)));
      }
      if (!imprecise.isEmpty()) {
        findings.add(
            new Finding.Imprecise(
                imprecise, all.size(), precision, roundsNeeded(imprecise, figure -> precision)));
      }
    }
    return findings;
  }

  /** A cost is the difference of the two times in a ratio, so the ratio gives its direction. */
  private static boolean isOpen(Figure figure) {
    final Interval ci95 = figure.ci95();
    return switch (figure.kind()) {
      case RATIO -> ci95 == null || ci95.contains(1);
      case COST -> false;
      case MEAN -> ci95 == null;
    };
  }

  private boolean isImprecise(Figure figure) {
    return figure.relativeHalfWidth() > precision;
  }

  private static double distanceFromOne(Figure figure) {
    return figure.value() == null ? 0 : Math.abs(1 - 1 / figure.value());
  }

  /**
   * How many rounds are likely to be enough for all figures.
   *
   * @param target the share of a figure to which it has to be known
   * @return 0 if no number of rounds is
   */
  private static int roundsNeeded(List<Figure> figures, ToDoubleFunction<Figure> target) {
    final int needed =
        figures.stream()
            .mapToInt(figure -> roundsNeeded(figure, target.applyAsDouble(figure)))
            .max()
            .orElse(0);
    return needed > MOST_ROUNDS ? 0 : needed;
  }

  private static int roundsNeeded(Figure figure, double target) {
    if (figure.ci95() == null) {
      return Interval.LEAST_ROUNDS;
    }
    final double enough = width(figure.rounds()) * target / figure.relativeHalfWidth();
    int rounds = figure.rounds();
    while (rounds <= MOST_ROUNDS && width(rounds) > enough) {
      rounds++;
    }
    return rounds;
  }

  /** Half the width of an interval, in standard deviations between rounds. */
  private static double width(int rounds) {
    return StudentT.quantile95(rounds - 1) / Math.sqrt(rounds);
  }
}
