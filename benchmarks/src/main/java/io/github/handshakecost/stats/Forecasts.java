package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Run;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The model of a saved run: on each rung a request takes a time that grows along a line with the
 * round-trip time. From the lines of {@code new-client} and {@code pooled} follows what any number
 * of requests takes at any distance, with any service behind them.
 */
public final class Forecasts {
  private final Distances fresh;
  private final Lines freshLines;
  private final Lines pooledLines;
  private final Bootstrap bootstrap;

  private Forecasts(Distances fresh, Distances pooled, Bootstrap bootstrap) {
    this.fresh = fresh;
    this.freshLines = fresh.lines(ForkRecord::mean);
    this.pooledLines = pooled.lines(ForkRecord::mean);
    this.bootstrap = bootstrap;
  }

  /**
   * The model of a protocol and a client, in the first place that has one.
   *
   * @return empty unless both rungs were measured at two distances at least, all else equal
   */
  public static Optional<Forecasts> of(Run run, String protocol, String client) {
    final List<Cell> cells =
        run.measuredCells().stream()
            .filter(cell -> cell.benchmark().equals(AxisNames.REQUEST))
            .filter(cell -> cell.param(AxisNames.PROTOCOL).equals(protocol))
            .filter(cell -> cell.param(AxisNames.CLIENT).equals(client))
            .toList();
    final ForkIndex index = new ForkIndex(run.forks());
    final Bootstrap bootstrap = new Bootstrap(run.manifest().seed());
    return cells.stream()
        .filter(cell -> cell.param(AxisNames.POLICY).equals(AxisNames.NEW_CLIENT))
        .map(Distances::anywhere)
        .distinct()
        .flatMap(fresh -> of(fresh, cells, index, bootstrap).stream())
        .findFirst();
  }

  /** The rungs are paired by round, and a run that was cut short has not all of them. */
  private static Optional<Forecasts> of(
      Cell anywhere, List<Cell> cells, ForkIndex index, Bootstrap bootstrap) {
    final Distances fresh = distances(anywhere, cells, index);
    final Distances pooled =
        distances(anywhere.with(AxisNames.POLICY, AxisNames.POOLED), cells, index);
    if (fresh == null || pooled == null) {
      return Optional.empty();
    }
    return fresh
        .sharedWith(pooled)
        .flatMap(
            above -> pooled.sharedWith(fresh).map(below -> new Forecasts(above, below, bootstrap)));
  }

  private static @Nullable Distances distances(Cell anywhere, List<Cell> cells, ForkIndex index) {
    return Distances.of(
        cells.stream().filter(cell -> Distances.anywhere(cell).equals(anywhere)).toList(), index);
  }

  /** The axes but policy and round-trip time: the place that the model is of. */
  public Map<String, String> where() {
    return fresh.where();
  }

  /** The nominal round-trip times that the model rests on, in microseconds, ascending. */
  public List<Double> fittedAt() {
    return fresh.nominal();
  }

  /**
   * Whether both lines are above 0 there. A line that is drawn out to distances that were not
   * measured may end below.
   *
   * @param rtt round-trip time in microseconds
   */
  public boolean holdsAt(double rtt) {
    return freshLines.all().at(rtt) > 0 && pooledLines.all().at(rtt) > 0;
  }

  /**
   * What so many requests take.
   *
   * @param rtt round-trip time in microseconds
   * @param requests at least 1
   * @param service what the server takes to think about a request, in microseconds
   */
  public Forecast at(double rtt, int requests, double service) {
    final Totals totals = new Totals(requests, service);
    final double first = freshLines.all().at(rtt);
    final double other = pooledLines.all().at(rtt);
    final IntFunction<Line> firsts = bootstrap.lines(freshLines);
    final IntFunction<Line> others = bootstrap.lines(pooledLines);
    final Interval ci95 =
        bootstrap.figure(
            fresh.rounds(),
            totals.ratio(first, other),
            i -> totals.ratio(firsts.apply(i).at(rtt), others.apply(i).at(rtt)));
    final Map<Phase, Double> phases = new EnumMap<>(Phase.class);
    for (final Phase phase : Phase.values()) {
      phases.put(phase, fresh.lines(fork -> phase.of(ForkFigures.phases(fork))).all().at(rtt));
    }
    return new Forecast(
        totals.fresh(first),
        totals.pooled(first, other),
        totals.ratio(first, other),
        ci95,
        phases,
        service,
        requests);
  }

  /** The ratio of {@link #at} alone, without its interval, which takes ten thousand lines. */
  public double ratio(double rtt, int requests, double service) {
    return new Totals(requests, service).ratio(freshLines.all().at(rtt), pooledLines.all().at(rtt));
  }

  /**
   * The longest service time with which reuse still saves a factor: beyond it the service outweighs
   * the handshakes.
   *
   * @return microseconds; negative where no service time is short enough
   */
  public double longestService(double ratio, double rtt, int requests) {
    final Totals totals = new Totals(requests, 0);
    final double above = totals.fresh(freshLines.all().at(rtt));
    final double below = totals.pooled(freshLines.all().at(rtt), pooledLines.all().at(rtt));
    return (above - ratio * below) / (requests * (ratio - 1));
  }

  /** What all requests take, from what one takes on either rung. */
  private record Totals(int requests, double service) {
    double fresh(double one) {
      return requests * (one + service);
    }

    /** The first request opens the connection. */
    double pooled(double first, double other) {
      return first + (requests - 1) * other + requests * service;
    }

    double ratio(double first, double other) {
      return fresh(first) / pooled(first, other);
    }
  }
}
