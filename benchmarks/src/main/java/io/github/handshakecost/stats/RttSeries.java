package io.github.handshakecost.stats;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement.LinkRecord;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.RoundTrips;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One cell at two distances or more: its forks, round by round, each with the round-trip time that
 * it measured itself.
 *
 * <p>Loopback is not among the distances. At a distance both sides sleep between two packets and
 * find caches and branch predictors cold when they wake, so the same work takes longer. A line
 * through both would count that as part of a round trip.
 */
final class RttSeries {
  /** A line needs two. */
  private static final int LEAST_DISTANCES = 2;

  private final Cell cell;
  private final List<List<ForkRecord>> rounds;

  private RttSeries(Cell cell, List<List<ForkRecord>> rounds) {
    this.cell = cell;
    this.rounds = rounds;
  }

  /** The series of all cells that have one. */
  static List<RttSeries> all(List<Cell> measured, ForkIndex index) {
    final Map<Cell, List<Cell>> byCell =
        measured.stream().collect(groupingBy(RttSeries::anywhere, LinkedHashMap::new, toList()));
    return byCell.values().stream()
        .map(cells -> of(cells, index))
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * The forks of a cell at all its distances.
   *
   * @param everywhere the cell wherever it was measured
   * @return null unless two distances at least were measured in one round
   */
  static @Nullable RttSeries of(List<Cell> everywhere, ForkIndex index) {
    final List<Cell> distant =
        everywhere.stream()
            .filter(at -> !at.param(AxisNames.RTT).equals(AxisNames.LOOPBACK))
            .toList();
    if (distant.size() < LEAST_DISTANCES) {
      return null;
    }
    final List<List<ForkRecord>> rounds =
        index.sharedRounds(distant).stream()
            .map(List::of)
            .map(round -> distant.stream().flatMap(at -> index.forks(at, round).stream()).toList())
            .filter(forks -> measuredDistances(forks) >= LEAST_DISTANCES)
            .toList();
    return rounds.isEmpty() ? null : new RttSeries(everywhere.get(0), rounds);
  }

  private static long measuredDistances(List<ForkRecord> forks) {
    return forks.stream().mapToDouble(fork -> link(fork).connect()).distinct().count();
  }

  /** A cell wherever it was measured. */
  static Cell anywhere(Cell cell) {
    return cell.with(AxisNames.RTT, "any");
  }

  /** The axes but policy and round-trip time. */
  Map<String, String> where() {
    final Map<String, String> where = new LinkedHashMap<>(cell.where());
    where.remove(AxisNames.RTT);
    return where;
  }

  /** Only the rounds that the other series has too; empty if there are none. */
  Optional<RttSeries> sharedWith(RttSeries other) {
    final Set<Integer> others =
        other.rounds.stream().map(forks -> forks.get(0).round()).collect(toSet());
    final List<List<ForkRecord>> shared =
        rounds.stream().filter(forks -> others.contains(forks.get(0).round())).toList();
    return shared.isEmpty() ? Optional.empty() : Optional.of(new RttSeries(cell, shared));
  }

  int rounds() {
    return rounds.size();
  }

  /** The nominal round-trip times of the distances, in microseconds, ascending. */
  List<Double> nominal() {
    return rounds.get(0).stream().map(fork -> link(fork).nominal()).sorted().toList();
  }

  /** Lines of a figure against the measured round-trip time, both in microseconds. */
  Lines lines(ToDoubleFunction<ForkRecord> figure) {
    return new Lines(
        rounds.stream()
            .map(forks -> forks.stream().map(fork -> point(fork, figure)).toList())
            .toList());
  }

  private static Lines.Point point(ForkRecord fork, ToDoubleFunction<ForkRecord> figure) {
    return new Lines.Point(link(fork).connect(), figure.applyAsDouble(fork));
  }

  /** Round trips, counted by how times grow with distance. */
  List<RoundTrips> roundTrips(Bootstrap bootstrap) {
    return ExpectedRoundTrips.of(cell).stream().map(it -> roundTrips(it, bootstrap)).toList();
  }

  private RoundTrips roundTrips(ExpectedRoundTrips expected, Bootstrap bootstrap) {
    final Lines lines = lines(expected.figure());
    final Lines.Line line = lines.all();
    final IntFunction<Lines.Line> resampled = bootstrap.lines(lines);
    final Interval slope =
        bootstrap.figure(rounds(), line.slope(), i -> resampled.apply(i).slope());
    final Double number = expected.number();
    return new RoundTrips(
        cell.benchmark(),
        expected.cause(),
        cell.policy(),
        where(),
        line.slope(),
        slope,
        line.intercept(),
        bootstrap.figure(rounds(), line.intercept(), i -> resampled.apply(i).intercept()),
        number,
        (slope == null || number == null)
            ? null
            : slope.liesWithin(number - RoundTrips.TOLERANCE, number + RoundTrips.TOLERANCE),
        rounds());
  }

  private static LinkRecord link(ForkRecord fork) {
    return fork.measurement().link();
  }
}
