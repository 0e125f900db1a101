package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Phase;
import io.github.handshakecost.model.Phase.PhaseTimes;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Cost;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What each cause adds to a request, by difference between rungs and by clock. */
final class Costs {
  /** How much of a cost the clocks may miss or count twice. */
  private static final double CLOCK_TOLERANCE = 0.1;

  private final ForkIndex index;
  private final Bootstrap bootstrap;

  Costs(ForkIndex index, Bootstrap bootstrap) {
    this.index = index;
    this.bootstrap = bootstrap;
  }

  /** Every cost for which the rungs were measured, ladder by ladder. */
  List<CostEstimate> all(List<Cell> cells) {
    return ladders(cells).parallelStream()
        .flatMap(
            ladder ->
                Cause.ALL.stream()
                    .filter(cause -> cause.occursAt(ladder))
                    .flatMap(cause -> of(cause, ladder).stream()))
        .toList();
  }

  /** The pooled cells of the ladders of requests, measured or not. */
  private static List<Cell> ladders(List<Cell> cells) {
    return cells.stream()
        .filter(cell -> cell.benchmark().equals(AxisNames.REQUEST))
        .map(cell -> cell.with(AxisNames.POLICY, AxisNames.POOLED))
        .distinct()
        .toList();
  }

  /** The pooled cells of those ladders that hold every rung which a cause takes. */
  static List<Cell> ladders(List<Cell> cells, Cause cause) {
    final Set<Cell> all = Set.copyOf(cells);
    return ladders(cells).stream()
        .filter(cause::occursAt)
        .filter(ladder -> all.containsAll(Cause.cells(cause.rungs().apply(ladder))))
        .toList();
  }

  /**
   * A cost by difference and its interval; empty without a round in which all rungs have a fork.
   */
  Optional<Difference> byDifference(Cause cause, Cell ladder) {
    final List<Cause.Term> terms = cause.rungs().apply(ladder);
    final List<Integer> rounds = index.sharedRounds(Cause.cells(terms));
    return rounds.isEmpty()
        ? Optional.empty()
        : Optional.of(difference(terms, rounds, ForkRecord::mean));
  }

  private Difference difference(
      List<Cause.Term> terms, List<Integer> rounds, ToDoubleFunction<ForkRecord> figure) {
    final double[] each = differences(terms, rounds, figure);
    final double[] unit = index.values(unit(terms), rounds, figure);
    return new Difference(Means.of(each), bootstrap.difference(each, unit));
  }

  /** The rung that the cost comes on top of: its time says how fast the machine was. */
  private static Cell unit(List<Cause.Term> terms) {
    return terms.stream()
        .filter(term -> term.sign() < 0)
        .findFirst()
        .map(Cause.Term::cell)
        .orElseThrow();
  }

  /**
   * Between rungs, over all rounds.
   *
   * @param ci95 at the speed of the machine in these rounds; absent with too few
   */
  record Difference(double mean, @Nullable Interval ci95) {}

  private Optional<CostEstimate> of(Cause cause, Cell ladder) {
    final List<Cause.Term> terms = cause.rungs().apply(ladder);
    final List<Integer> rounds = index.sharedRounds(Cause.cells(terms));
    if (rounds.isEmpty()) {
      return Optional.empty();
    }
    final double[] differences = differences(terms, rounds, ForkRecord::mean);
    final Map<Phase, double[]> phases = phases(terms, rounds);
    final double[] clocks = sum(cause.clocks().stream().map(phases::get).toList(), rounds.size());
    final Map<Phase, Double> means = new EnumMap<>(Phase.class);
    phases.forEach((phase, each) -> means.put(phase, Means.of(each)));
    final Difference time = difference(terms, rounds, ForkRecord::mean);
    final Difference clientCpu = difference(terms, rounds, ForkFigures::clientCpuPerRequest);
    final Difference serverCpu = difference(terms, rounds, ForkFigures::serverCpuPerRequest);
    final double byDifference = time.mean();
    final double allowed = CLOCK_TOLERANCE * Math.abs(byDifference);
    final Cost cost =
        new Cost(
            AxisNames.REQUEST,
            cause.key(),
            ladder.where(),
            byDifference,
            Means.of(clocks),
            means.getOrDefault(Phase.EXCHANGE, 0.0),
            time.ci95(),
            agree(differences, clocks, allowed),
            clientCpu.mean(),
            clientCpu.ci95(),
            serverCpu.mean(),
            serverCpu.ci95(),
            rounds.size());
    return Optional.of(new CostEstimate(cost, means, cause.clocks(), allowed));
  }

  /**
   * Whether the two roads lie within what is allowed, by the interval of how far they are apart.
   * Both come from the same forks, so that it is much narrower than that of the cost.
   *
   * @return null where the interval leaves that open, or there is none
   */
  private @Nullable Boolean agree(double[] differences, double[] clocks, double allowed) {
    final double[] apart = new double[differences.length];
    Arrays.setAll(apart, i -> differences[i] - clocks[i]);
    final Interval ci95 = bootstrap.difference(apart);
    if (ci95 == null) {
      return null;
    }
    if (ci95.low() >= -allowed && ci95.high() <= allowed) {
      return true;
    }
    final boolean outside = ci95.low() > allowed || ci95.high() < -allowed;
    return outside ? false : null;
  }

  private static double[] sum(List<double[]> each, int length) {
    final double[] sum = new double[length];
    for (final double[] values : each) {
      Arrays.setAll(sum, i -> sum[i] + values[i]);
    }
    return sum;
  }

  /** Each phase by itself; all in one pass, since the phases of a fork are dear to sum up. */
  private Map<Phase, double[]> phases(List<Cause.Term> terms, List<Integer> rounds) {
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
    return differences;
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
