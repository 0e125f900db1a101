package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Cost;
import io.github.handshakecost.result.Finding;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cost of each cause: what it adds to a request, by difference and by clock. */
final class Costs {
  /** The share of a cost by which two methods may differ. */
  static final double TOLERANCE = 0.1;

  private final ForkIndex index;
  private final Bootstrap bootstrap;

  Costs(ForkIndex index, Bootstrap bootstrap) {
    this.index = index;
    this.bootstrap = bootstrap;
  }

  /** Why a request takes longer under one policy than under another. */
  enum Cause {
    /** The headline. */
    CONNECTION_FULL("connection-full", AxisNames.FULL, AxisNames.POOLED),
    CONNECTION_RESUMED("connection-resumed", AxisNames.RESUMED, AxisNames.POOLED),
    TCP("tcp", AxisNames.FULL, AxisNames.POOLED),
    TLS_FULL("tls-full", AxisNames.FULL, AxisNames.POOLED),
    TLS_RESUMED("tls-resumed", AxisNames.RESUMED, AxisNames.POOLED),
    CLIENT("client", AxisNames.NEW_CLIENT, AxisNames.FULL);

    /** The name in saved results. */
    private final String key;

    private final String candidate;
    private final String baseline;

    Cause(String key, String candidate, String baseline) {
      this.key = key;
      this.candidate = candidate;
      this.baseline = baseline;
    }

    /** The phases in which the cause shows. */
    private Set<Phase> clocks() {
      return switch (this) {
        case CONNECTION_FULL, CONNECTION_RESUMED ->
            EnumSet.of(Phase.SETUP, Phase.TCP, Phase.TLS, Phase.CLOSE);
        case TCP -> EnumSet.of(Phase.TCP, Phase.CLOSE);
        case TLS_FULL, TLS_RESUMED -> EnumSet.of(Phase.TLS, Phase.CLOSE);
        case CLIENT -> EnumSet.of(Phase.SETUP, Phase.CLOSE);
      };
    }

    /** Of HTTP/2, TLS alone is not known: the plain connection is one of HTTP/1.1. */
    private boolean occursAt(Cell cell) {
      final String protocol = cell.param(AxisNames.PROTOCOL);
      return switch (this) {
        case CLIENT -> true;
        case TCP -> protocol.equals(AxisNames.HTTP);
        case TLS_FULL, TLS_RESUMED ->
            !protocol.equals(AxisNames.HTTP) && !protocol.equals(AxisNames.HTTP_2);
        default -> !protocol.equals(AxisNames.HTTP);
      };
    }

    /** The cells to add and subtract; for TLS alone, less the cost of a plain connection. */
    private List<Term> terms(Cell at) {
      final List<Term> terms = new ArrayList<>();
      terms.add(new Term(at.with(AxisNames.POLICY, candidate), 1));
      terms.add(new Term(at.with(AxisNames.POLICY, baseline), -1));
      if (this == TLS_FULL || this == TLS_RESUMED) {
        final Cell plain = at.with(AxisNames.PROTOCOL, AxisNames.HTTP);
        terms.add(new Term(plain.with(AxisNames.POLICY, AxisNames.FULL), -1));
        terms.add(new Term(plain.with(AxisNames.POLICY, AxisNames.POOLED), 1));
      }
      return terms;
    }
  }

  /** A cell that is added (1) or subtracted (-1). */
  private record Term(Cell cell, int sign) {}

  record Estimate(Cost cost, Optional<Finding> disagreement) {}

  /** Every cost whose policies were measured, ladder by ladder. */
  List<Estimate> all(List<Cell> cells) {
    return ladders(cells)
        .flatMap(
            ladder ->
                Stream.of(Cause.values())
                    .filter(cause -> cause.occursAt(ladder))
                    .flatMap(cause -> of(cause, ladder).stream()))
        .toList();
  }

  /** The pooled cells of the ladders that have every policy of a cause. */
  static List<Cell> ladders(List<Cell> cells, Cause cause) {
    final Set<Cell> all = Set.copyOf(cells);
    return ladders(cells)
        .filter(cause::occursAt)
        .filter(ladder -> all.containsAll(cells(cause.terms(ladder))))
        .toList();
  }

  /** The pooled cells of the ladders of requests, measured or not. */
  private static Stream<Cell> ladders(List<Cell> cells) {
    return cells.stream()
        .filter(cell -> cell.benchmark().equals(AxisNames.REQUEST))
        .map(Cell::pooled)
        .distinct();
  }

  /** The cost of a cause; empty without a round in which all its policies have a fork. */
  Optional<Estimate> of(Cause cause, Cell ladder) {
    final List<Term> terms = cause.terms(ladder);
    final List<Integer> rounds = index.sharedRounds(cells(terms));
    if (rounds.isEmpty()) {
      return Optional.empty();
    }
    final Map<Phase, Double> phases = new EnumMap<>(Phase.class);
    final double[] clocks = new double[rounds.size()];
    for (final Phase phase : Phase.values()) {
      final double[] each = differences(terms, rounds, fork -> phase.of(ForkFigures.phases(fork)));
      phases.put(phase, ForkFigures.mean(each));
      if (cause.clocks().contains(phase)) {
        Arrays.setAll(clocks, i -> clocks[i] + each[i]);
      }
    }
    final double[] time = differences(terms, rounds, ForkRecord::mean);
    final double byDifference = ForkFigures.mean(time);
    final double allowed = TOLERANCE * Math.abs(byDifference);
    final double[] apart = new double[time.length];
    Arrays.setAll(apart, i -> time[i] - clocks[i]);
    // Both come from the same forks, so this interval is much narrower than that of the cost.
    final Interval apartCi95 = bootstrap.difference(apart);
    final boolean timed =
        cells(terms).stream()
            .flatMap(cell -> index.forks(cell).stream())
            .allMatch(ForkFigures::timed);
    final Cost cost =
        new Cost(
            AxisNames.REQUEST,
            cause.key,
            ladder.where(),
            byDifference,
            timed ? ForkFigures.mean(clocks) : null,
            timed ? phases.getOrDefault(Phase.EXCHANGE, 0.0) : null,
            interval(terms, rounds, ForkRecord::mean),
            (!timed || apartCi95 == null) ? null : apartCi95.liesWithin(-allowed, allowed),
            ForkFigures.mean(differences(terms, rounds, ForkFigures::clientCpuPerRequest)),
            interval(terms, rounds, ForkFigures::clientCpuPerRequest),
            ForkFigures.mean(differences(terms, rounds, ForkFigures::serverCpuPerRequest)),
            interval(terms, rounds, ForkFigures::serverCpuPerRequest),
            rounds.size());
    phases.keySet().removeAll(cause.clocks());
    return Optional.of(new Estimate(cost, disagreement(cost, phases, allowed)));
  }

  private static Optional<Finding> disagreement(
      Cost cost, Map<Phase, Double> unclocked, double allowed) {
    return Boolean.FALSE.equals(cost.agree())
        ? unclocked.entrySet().stream()
            .max(Comparator.comparingDouble(phase -> Math.abs(phase.getValue())))
            .map(it -> new Finding.ClocksDisagree(cost, allowed, it.getKey(), it.getValue()))
        : Optional.empty();
  }

  /** At the mean speed of the machine, shown by the policy that the cost comes on top of. */
  private @Nullable Interval interval(
      List<Term> terms, List<Integer> rounds, ToDoubleFunction<ForkRecord> figure) {
    return bootstrap.difference(
        differences(terms, rounds, figure), index.values(terms.get(1).cell(), rounds, figure));
  }

  /** The cells added and subtracted within each round. */
  private double[] differences(
      List<Term> terms, List<Integer> rounds, ToDoubleFunction<ForkRecord> figure) {
    final double[] differences = new double[rounds.size()];
    for (final Term term : terms) {
      final double[] values = index.values(term.cell(), rounds, figure);
      Arrays.setAll(differences, i -> differences[i] + term.sign() * values[i]);
    }
    return differences;
  }

  private static List<Cell> cells(List<Term> terms) {
    return terms.stream().map(Term::cell).toList();
  }
}
