package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.stats.Lines.Line;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The model of a saved run: the time of a request grows linearly with the round-trip time. The
 * lines of {@code new-client} and {@code pooled} give the time of any number of requests at any
 * round-trip time, with any service time. All times are in microseconds.
 */
public final class Forecasts {
  private final RttSeries fresh;
  private final Lines freshLines;
  private final Lines pooledLines;
  private final Bootstrap bootstrap;

  private Forecasts(RttSeries fresh, RttSeries pooled, Bootstrap bootstrap) {
    this.fresh = fresh;
    this.freshLines = fresh.lines(ForkRecord::mean);
    this.pooledLines = pooled.lines(ForkRecord::mean);
    this.bootstrap = bootstrap;
  }

  /**
   * A prediction.
   *
   * @param fresh time of all requests, each with a new client
   * @param pooled time of all requests on one connection, which the first one opens
   * @param ratio fresh over pooled
   * @param ratioCi95 by bootstrap over rounds; absent with too few of them
   * @param phases of a request with a new client, without the service time
   * @param service time of a request
   */
  public record Forecast(
      double fresh,
      double pooled,
      double ratio,
      @Nullable Interval ratioCi95,
      Map<Phase, Double> phases,
      double service,
      int requests) {

    /** The share of a phase in the fresh time, 0 to 1. */
    public double share(Phase phase) {
      return requests * phases.getOrDefault(phase, 0.0) / fresh;
    }

    /** Whether the run can tell: times are positive, and the interval is not too wide. */
    public boolean isKnown() {
      return fresh > 0
          && pooled > 0
          && (ratioCi95 == null || (ratioCi95.low() > 0 && !ratioCi95.tooWide()));
    }
  }

  /**
   * The model of a protocol and a client, for the first place that has one.
   *
   * @return empty unless both policies were measured at two round-trip times above 0 ms, all else
   *     equal
   */
  public static Optional<Forecasts> of(Run run, String protocol, String client) {
    final List<Cell> cells =
        run.measuredCells().stream()
            .filter(cell -> cell.benchmark().equals(AxisNames.REQUEST))
            .filter(cell -> cell.param(AxisNames.PROTOCOL).equals(protocol))
            .filter(cell -> cell.param(AxisNames.CLIENT).equals(client))
            .toList();
    final ForkIndex index = new ForkIndex(run.forks());
    return cells.stream()
        .filter(cell -> cell.policy().equals(AxisNames.NEW_CLIENT))
        .map(RttSeries::anywhere)
        .distinct()
        .flatMap(fresh -> model(fresh, cells, index, new Bootstrap(run.manifest().seed())))
        .findFirst();
  }

  /** The policies are paired by round, and an interrupted run lacks some of them. */
  private static Stream<Forecasts> model(
      Cell anywhere, List<Cell> cells, ForkIndex index, Bootstrap bootstrap) {
    final RttSeries fresh = distances(anywhere, cells, index);
    final RttSeries pooled =
        distances(anywhere.with(AxisNames.POLICY, AxisNames.POOLED), cells, index);
    return fresh == null || pooled == null
        ? Stream.empty()
        : fresh.sharedWith(pooled).stream()
            .flatMap(
                above ->
                    pooled.sharedWith(fresh).stream()
                        .map(below -> new Forecasts(above, below, bootstrap)));
  }

  private static @Nullable RttSeries distances(Cell anywhere, List<Cell> cells, ForkIndex index) {
    return RttSeries.of(
        cells.stream().filter(cell -> RttSeries.anywhere(cell).equals(anywhere)).toList(), index);
  }

  /** The axes of the model, without policy and round-trip time. */
  public Map<String, String> where() {
    return fresh.where();
  }

  /** The nominal round-trip times that the model is fitted to, ascending. */
  public List<Double> fittedAt() {
    return fresh.nominal();
  }

  /** The time of requests at a round-trip time, if the server takes a service time for each. */
  public Forecast at(double rtt, int requests, double service) {
    final double first = freshLines.all().at(rtt);
    final double other = pooledLines.all().at(rtt);
    final double ratio = ratio(first, other, requests, service);
    final IntFunction<Line> firsts = bootstrap.lines(freshLines);
    final IntFunction<Line> others = bootstrap.lines(pooledLines);
    final Map<Phase, Double> phases = new EnumMap<>(Phase.class);
    for (final Phase phase : Phase.values()) {
      phases.put(phase, fresh.lines(fork -> phase.of(ForkFigures.phases(fork))).all().at(rtt));
    }
    return new Forecast(
        requests * (first + service),
        pooled(first, other, requests, service),
        ratio,
        bootstrap.figure(
            fresh.rounds(),
            ratio,
            i -> ratio(firsts.apply(i).at(rtt), others.apply(i).at(rtt), requests, service)),
        phases,
        service,
        requests);
  }

  /**
   * The longest service time with which reuse still saves a factor.
   *
   * @return negative if no service time is short enough
   */
  public double longestService(double factor, double rtt, int requests) {
    final double first = freshLines.all().at(rtt);
    final double pooled = pooled(first, pooledLines.all().at(rtt), requests, 0);
    return (requests * first - factor * pooled) / (requests * (factor - 1));
  }

  private static double ratio(double first, double other, int requests, double service) {
    return requests * (first + service) / pooled(first, other, requests, service);
  }

  /** The first request opens the connection. */
  private static double pooled(double first, double other, int requests, double service) {
    return first + (requests - 1) * other + requests * service;
  }
}
