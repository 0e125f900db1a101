package io.github.handshakecost.stats;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.SelfTest.Effect;
import io.github.handshakecost.result.SelfTest.PhaseDifference;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Whether a delay of known size is found, is found to be of that size, and in its phase. */
final class InjectedEffects {
  /** How much of the whole difference its own phase has to carry. */
  static final double LEAST_SHARE = 0.8;

  /** How much of it any other phase may, where it carries some for certain. */
  static final double MOST_ELSEWHERE = 0.1;

  private final Bootstrap bootstrap;
  private final List<ForkRecord> base;
  private final List<ForkRecord> delayed;

  /**
   * @param base without the delay, fork by fork; as many as an interval needs
   * @param delayed with it, in the same forks
   */
  InjectedEffects(Bootstrap bootstrap, List<ForkRecord> base, List<ForkRecord> delayed) {
    this.bootstrap = bootstrap;
    this.base = base;
    this.delayed = delayed;
  }

  /**
   * Judges a delay.
   *
   * @param phase in which it was made
   * @param micros its size
   */
  Effect judge(Phase phase, double micros) {
    final double[] differences = differences(ForkRecord::mean);
    final double difference = Means.of(differences);
    final List<PhaseDifference> phases = Stream.of(Phase.values()).map(this::difference).toList();
    return new Effect(
        phase,
        Means.of(base.stream().mapToDouble(ForkRecord::mean).toArray()),
        micros,
        difference,
        interval(differences),
        phases,
        phases.stream().allMatch(part -> isAsItMust(part, phase, difference)));
  }

  private static boolean isAsItMust(PhaseDifference part, Phase phase, double difference) {
    return part.phase() == phase
        ? part.difference() >= LEAST_SHARE * difference
        : part.ci95().contains(0) || Math.abs(part.difference()) < MOST_ELSEWHERE * difference;
  }

  private PhaseDifference difference(Phase phase) {
    final double[] differences = differences(fork -> phase.of(ForkFigures.phases(fork)));
    return new PhaseDifference(phase, Means.of(differences), interval(differences));
  }

  private double[] differences(ToDoubleFunction<ForkRecord> figure) {
    final double[] differences = new double[base.size()];
    Arrays.setAll(
        differences, i -> figure.applyAsDouble(delayed.get(i)) - figure.applyAsDouble(base.get(i)));
    return differences;
  }

  private Interval interval(double[] differences) {
    return Objects.requireNonNull(bootstrap.difference(differences));
  }
}
