package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkMeasurement.LinkRecord;
import io.github.handshakecost.result.ForkRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One cell at two distances or more: its forks, round by round, each with the round-trip time that
 * it measured itself.
 *
 * <p>Loopback is none of them. At a distance both sides sleep between two packets, and find caches
 * and branch predictors cold when they wake, so that the same work takes longer. A line through
 * both kinds would count that as part of a round trip.
 */
final class Distances {
  private static final int LEAST = 2;

  private final Cell cell;
  private final List<List<ForkRecord>> rounds;

  private Distances(Cell cell, List<List<ForkRecord>> rounds) {
    this.cell = cell;
    this.rounds = rounds;
  }

  /**
   * The forks of a cell at all its distances.
   *
   * @param everywhere the cell wherever it was measured
   * @return null unless there are two distances at least, both measured in one round
   */
  static @Nullable Distances of(List<Cell> everywhere, ForkIndex index) {
    final List<Cell> fitted =
        everywhere.stream()
            .filter(at -> !at.param(AxisNames.RTT).equals(AxisNames.LOOPBACK))
            .toList();
    if (fitted.size() < LEAST) {
      return null;
    }
    final Map<Integer, List<ForkRecord>> rounds = new TreeMap<>();
    for (final int round : index.sharedRounds(fitted)) {
      rounds.put(
          round, fitted.stream().flatMap(at -> index.forks(at, List.of(round)).stream()).toList());
    }
    rounds.values().removeIf(forks -> distances(forks) < LEAST);
    return rounds.isEmpty() ? null : new Distances(everywhere.get(0), List.copyOf(rounds.values()));
  }

  /** How many there are, as they were measured: a line needs two. */
  private static long distances(List<ForkRecord> forks) {
    return forks.stream().mapToDouble(fork -> link(fork).connect()).distinct().count();
  }

  /** A cell wherever it was measured. */
  static Cell anywhere(Cell cell) {
    return cell.with(AxisNames.RTT, "any");
  }

  /** As it was measured first. */
  Cell cell() {
    return cell;
  }

  /** The axes but policy and round-trip time. */
  Map<String, String> where() {
    final Map<String, String> where = new LinkedHashMap<>(cell.where());
    where.remove(AxisNames.RTT);
    return where;
  }

  /** In the rounds alone that the other has too; empty if there is none. */
  Optional<Distances> sharedWith(Distances other) {
    final Set<Integer> others =
        other.rounds.stream().map(forks -> forks.get(0).round()).collect(Collectors.toSet());
    final List<List<ForkRecord>> shared =
        rounds.stream().filter(forks -> others.contains(forks.get(0).round())).toList();
    return shared.isEmpty() ? Optional.empty() : Optional.of(new Distances(cell, shared));
  }

  int rounds() {
    return rounds.size();
  }

  /** The nominal round-trip times that a line is laid through, in microseconds, ascending. */
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

  private static LinkRecord link(ForkRecord fork) {
    return fork.measurement().link();
  }
}
