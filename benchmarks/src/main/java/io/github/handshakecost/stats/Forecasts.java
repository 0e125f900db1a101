package io.github.handshakecost.stats;

import io.github.handshakecost.result.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Phase;
import io.github.handshakecost.result.Run;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The model of a saved run: on each rung a request takes a time that grows along a line with the
 * round-trip time. From the lines of {@code new-client} and {@code pooled} follows what any number
 * of requests takes at any distance, with any service behind them.
 */
public final class Forecasts {
  private final Distances fresh;
  private final Distances pooled;
  private final Bootstrap bootstrap;

  private Forecasts(Distances fresh, Distances pooled, Bootstrap bootstrap) {
    this.fresh = fresh;
    this.pooled = pooled;
    this.bootstrap = bootstrap;
  }

  /**
   * The model of a protocol and a client.
   *
   * @return empty unless both rungs were measured at two distances at least
   */
  public static Optional<Forecasts> of(Run run, String protocol, String client) {
    final ForkIndex index = new ForkIndex(run.forks());
    final List<Cell> cells =
        run.measuredCells().stream()
            .filter(cell -> cell.benchmark().equals(AxisNames.REQUEST))
            .filter(cell -> cell.param(AxisNames.PROTOCOL).equals(protocol))
            .filter(cell -> cell.param(AxisNames.CLIENT).equals(client))
            .toList();
    final Optional<Distances> fresh = distances(AxisNames.NEW_CLIENT, cells, index);
    final Optional<Distances> pooled = distances(AxisNames.POOLED, cells, index);
    return fresh.flatMap(
        above ->
            pooled
                .filter(below -> below.rounds() == above.rounds())
                .map(below -> new Forecasts(above, below, new Bootstrap(run.manifest().seed()))));
  }

  private static Optional<Distances> distances(String policy, List<Cell> cells, ForkIndex index) {
    return cells.stream()
        .filter(cell -> cell.param(AxisNames.POLICY).equals(policy))
        .findFirst()
        .flatMap(cell -> Optional.ofNullable(Distances.of(cell, cells, index)));
  }

  /** The nominal round-trip times that the model rests on, in microseconds, ascending. */
  public List<Double> fittedAt() {
    return fresh.nominal();
  }

  /**
   * What so many requests take.
   *
   * @param rtt round-trip time in microseconds
   * @param requests at least 1
   * @param service what the server takes to think about a request, in microseconds
   */
  public Forecast at(double rtt, int requests, double service) {
    final int[] all = IntStream.range(0, fresh.rounds()).toArray();
    final Interval ci95 =
        bootstrap.statistic(
            fresh.rounds(),
            some ->
                freshTotal(some, rtt, requests, service)
                    / pooledTotal(some, rtt, requests, service));
    final double above = freshTotal(all, rtt, requests, service);
    final double below = pooledTotal(all, rtt, requests, service);
    final Map<Phase, Double> phases = new EnumMap<>(Phase.class);
    for (final Phase phase : Phase.values()) {
      phases.put(phase, fresh.line(fork -> phase.of(ForkFigures.phases(fork))).at(rtt));
    }
    return new Forecast(above, below, above / below, ci95, phases, service, requests);
  }

  /**
   * The longest service time with which reuse still saves a factor: beyond it the service outweighs
   * the handshakes.
   *
   * @return microseconds; negative where no service time is short enough
   */
  public double longestService(double ratio, double rtt, int requests) {
    final int[] all = IntStream.range(0, fresh.rounds()).toArray();
    final double above = freshTotal(all, rtt, requests, 0);
    final double below = pooledTotal(all, rtt, requests, 0);
    return (above - ratio * below) / (requests * (ratio - 1));
  }

  private double freshTotal(int[] rounds, double rtt, int requests, double service) {
    return requests * (fresh.line(ForkRecord::mean, rounds).at(rtt) + service);
  }

  private double pooledTotal(int[] rounds, double rtt, int requests, double service) {
    return fresh.line(ForkRecord::mean, rounds).at(rtt)
        + (requests - 1) * pooled.line(ForkRecord::mean, rounds).at(rtt)
        + requests * service;
  }
}
