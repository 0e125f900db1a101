package io.github.handshakecost.stats;

import io.github.handshakecost.result.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Cost;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Phase;
import io.github.handshakecost.result.PhaseTimes;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What each cause adds to a request, by difference between rungs and by clock. */
final class Costs {
  /** How much of the dearer rung the clocks may miss or count twice. */
  private static final double CLOCK_TOLERANCE = 0.05;

  private final ForkIndex index;
  private final Bootstrap bootstrap;

  Costs(ForkIndex index, Bootstrap bootstrap) {
    this.index = index;
    this.bootstrap = bootstrap;
  }

  /** Every cost for which the rungs were measured, ladder by ladder. */
  List<CostEstimate> all(List<Cell> cells) {
    final Set<Cell> ladders = new LinkedHashSet<>();
    for (final Cell cell : cells) {
      if (cell.benchmark().equals(AxisNames.REQUEST)) {
        ladders.add(cell.with(AxisNames.POLICY, AxisNames.POOLED));
      }
    }
    return List.copyOf(ladders).parallelStream()
        .flatMap(
            ladder ->
                Cause.ALL.stream()
                    .filter(cause -> cause.occursAt(ladder))
                    .flatMap(cause -> of(cause, ladder).stream()))
        .toList();
  }

  private Optional<CostEstimate> of(Cause cause, Cell ladder) {
    final List<Cause.Term> terms = cause.rungs().apply(ladder);
    final List<Integer> rounds = index.sharedRounds(terms.stream().map(Cause.Term::cell).toList());
    if (rounds.isEmpty()) {
      return Optional.empty();
    }
    final double[] differences = differences(terms, rounds, ForkRecord::mean);
    final Map<Phase, Double> phases = phases(terms, rounds);
    final double byDifference = Means.of(differences);
    final double byClock =
        cause.clocks().stream().mapToDouble(phase -> phases.getOrDefault(phase, 0.0)).sum();
    final Interval ci95 = bootstrap.difference(differences);
    final double allowed =
        allowed(ci95, Means.of(index.values(terms.get(0).cell(), rounds, ForkRecord::mean)));
    final Cost cost =
        new Cost(
            AxisNames.REQUEST,
            cause.key(),
            ladder.where(),
            byDifference,
            byClock,
            phases.getOrDefault(Phase.EXCHANGE, 0.0),
            ci95,
            ci95 == null ? null : Math.abs(byDifference - byClock) <= allowed,
            mean(terms, rounds, ForkFigures::clientCpuPerRequest),
            mean(terms, rounds, ForkFigures::serverCpuPerRequest),
            rounds.size());
    return Optional.of(new CostEstimate(cost, phases, cause.clocks(), allowed));
  }

  private static double allowed(@Nullable Interval ci95, double candidateMean) {
    return ci95 == null
        ? Double.POSITIVE_INFINITY
        : ci95.halfWidth() + CLOCK_TOLERANCE * candidateMean;
  }

  private double mean(
      List<Cause.Term> terms, List<Integer> rounds, ToDoubleFunction<ForkRecord> figure) {
    return Means.of(differences(terms, rounds, figure));
  }

  /** Each phase by itself; all in one pass, since the phases of a fork are dear to sum up. */
  private Map<Phase, Double> phases(List<Cause.Term> terms, List<Integer> rounds) {
    final Map<Phase, double[]> differences = new EnumMap<>(Phase.class);
    for (final Phase phase : Phase.values()) {
      differences.put(phase, new double[rounds.size()]);
    }
    for (final Cause.Term term : terms) {
      final List<ForkRecord> forks = index.forks(term.cell(), rounds);
      for (int i = 0; i < forks.size(); i++) {
        final int round = i;
        final PhaseTimes budget = ForkFigures.phases(forks.get(round));
        differences.forEach((phase, each) -> each[round] += term.sign() * phase.of(budget));
      }
    }
    final Map<Phase, Double> phases = new EnumMap<>(Phase.class);
    differences.forEach((phase, each) -> phases.put(phase, Means.of(each)));
    return phases;
  }

  /** The rungs added and subtracted within each round. */
  private double[] differences(
      List<Cause.Term> terms, List<Integer> rounds, ToDoubleFunction<ForkRecord> figure) {
    final double[] differences = new double[rounds.size()];
    for (final Cause.Term term : terms) {
      final double[] values = index.values(term.cell(), rounds, figure);
      Arrays.setAll(differences, i -> differences[i] + term.sign() * values[i]);
    }
    return differences;
  }
}
