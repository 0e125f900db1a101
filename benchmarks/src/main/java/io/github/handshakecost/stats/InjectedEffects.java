package io.github.handshakecost.stats;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Phase;
import io.github.handshakecost.result.SelfTest.Effect;
import io.github.handshakecost.result.SelfTest.PhaseDifference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Whether a delay of known size is found, is found to be of that size, and in its phase. */
public final class InjectedEffects {
  /** How much of the whole difference its own phase has to carry. */
  static final double LEAST_SHARE = 0.8;

  /** How much of it any other phase may, where it carries some for certain. */
  static final double MOST_ELSEWHERE = 0.1;

  private final Cell cell;
  private final ForkIndex base;
  private final ForkIndex injected;
  private final Bootstrap bootstrap;
  private final List<Integer> rounds;

  private InjectedEffects(
      Cell cell, List<ForkRecord> base, List<ForkRecord> injected, Bootstrap bootstrap) {
    this.cell = cell;
    this.base = new ForkIndex(base);
    this.injected = new ForkIndex(injected);
    this.bootstrap = bootstrap;
    rounds = new ArrayList<>(this.base.sharedRounds(List.of(cell)));
    rounds.retainAll(this.injected.sharedRounds(List.of(cell)));
  }

  /**
   * Judges a delay.
   *
   * @param cell that shows it; measured with and without it in the same rounds, {@link
   *     Interval#LEAST_ROUNDS} at least
   * @param phase in which it was made
   * @param micros its size
   * @param seed of the bootstrap
   */
  public static Effect judge(
      Cell cell,
      List<ForkRecord> base,
      List<ForkRecord> injected,
      Phase phase,
      double micros,
      long seed) {
    return new InjectedEffects(cell, base, injected, new Bootstrap(seed)).judge(phase, micros);
  }

  private Effect judge(Phase phase, double micros) {
    final double[] differences = differences(ForkRecord::mean);
    final double found = Means.of(differences);
    final Interval ci95 = interval(differences);
    final List<PhaseDifference> phases = Stream.of(Phase.values()).map(this::difference).toList();
    return new Effect(
        phase,
        cell,
        Means.of(base.values(cell, rounds, ForkRecord::mean)),
        micros,
        found,
        ci95,
        rounds.size(),
        phases,
        ci95.low() > 0,
        ci95.contains(micros),
        phases.stream().allMatch(part -> isAsItMust(part, phase, found)));
  }

  private static boolean isAsItMust(PhaseDifference part, Phase phase, double found) {
    return part.phase() == phase
        ? part.difference() >= LEAST_SHARE * found
        : part.ci95().contains(0) || Math.abs(part.difference()) < MOST_ELSEWHERE * found;
  }

  private PhaseDifference difference(Phase phase) {
    final double[] differences = differences(fork -> phase.of(ForkFigures.phases(fork)));
    return new PhaseDifference(phase, Means.of(differences), interval(differences));
  }

  private double[] differences(ToDoubleFunction<ForkRecord> figure) {
    final double[] with = injected.values(cell, rounds, figure);
    final double[] without = base.values(cell, rounds, figure);
    final double[] differences = new double[with.length];
    Arrays.setAll(differences, i -> with[i] - without[i]);
    return differences;
  }

  private Interval interval(double[] differences) {
    return Objects.requireNonNull(bootstrap.difference(differences));
  }
}
