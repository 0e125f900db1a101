package io.github.handshakecost.stats;

import static io.github.handshakecost.stats.ForkFigures.mean;
import static io.github.handshakecost.stats.ForkFigures.means;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.SelfTest.Effect;
import io.github.handshakecost.result.SelfTest.Effects;
import io.github.handshakecost.result.SelfTest.Pair;
import io.github.handshakecost.result.SelfTest.Pairs;
import io.github.handshakecost.result.SelfTest.PhaseDifference;
import io.github.handshakecost.result.SelfTest.Shared;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The figures of a self-test, by the bootstrap that reports use. A fork is a list of arms; each
 * method needs {@link Interval#LEAST_ROUNDS} forks.
 */
public final class SelfTestFigures {
  /** Arms of a pair: A, B, and C with the delay. */
  public static final int ARMS = 3;

  /** The share of the whole difference that the delayed phase must have. */
  private static final double LEAST_SHARE = 0.8;

  /** The share that any other phase may have. */
  private static final double MOST_ELSEWHERE = 0.1;

  private final Bootstrap bootstrap;

  public SelfTestFigures(long seed) {
    bootstrap = new Bootstrap(seed);
  }

  /** The same cell twice, and with a delay in the exchange; the arms in threes: A, B, C. */
  public Pairs pairs(List<List<ForkRecord>> forks, double micros) {
    final List<Pair> pairs = new ArrayList<>();
    for (int arm = 0; arm + ARMS <= forks.get(0).size(); arm += ARMS) {
      final List<ForkRecord> a = arm(forks, arm);
      final List<ForkRecord> b = arm(forks, arm + 1);
      final List<ForkRecord> c = arm(forks, arm + 2);
      pairs.add(
          new Pair(
              mean(means(b)) / mean(means(a)), ratio(b, a), effect(b, c, Phase.EXCHANGE, micros)));
    }
    return new Pairs(forks.get(0).get(0).cell(), forks.size(), pairs);
  }

  /** A delay in the handshake; each fork has two arms, the second with the delay. */
  public Effects effects(List<List<ForkRecord>> forks, double micros) {
    return new Effects(
        forks.get(0).get(0).cell(),
        forks.size(),
        effect(arm(forks, 0), arm(forks, 1), Phase.TLS, micros));
  }

  /** A cell in a shared JVM and alone, by round: the machine was about as fast for both. */
  public Shared shared(List<ForkRecord> together, List<ForkRecord> alone) {
    final double shared = mean(means(together));
    final double single = mean(means(alone));
    return new Shared(
        alone.get(0).cell(), alone.size(), shared, single, shared / single, ratio(together, alone));
  }

  /** Whether a delay of known size is found with its size and in its phase, fork by fork. */
  Effect effect(List<ForkRecord> base, List<ForkRecord> delayed, Phase phase, double micros) {
    final double[] differences = differences(base, delayed, ForkRecord::mean);
    final double difference = mean(differences);
    final List<PhaseDifference> phases =
        Stream.of(Phase.values()).map(each -> difference(base, delayed, each)).toList();
    return new Effect(
        phase,
        mean(means(base)),
        micros,
        difference,
        interval(differences),
        phases,
        phases.stream().allMatch(part -> isAsExpected(part, phase, difference)));
  }

  private static boolean isAsExpected(PhaseDifference part, Phase phase, double difference) {
    return part.phase() == phase
        ? part.difference() >= LEAST_SHARE * difference
        : part.ci95().contains(0) || Math.abs(part.difference()) < MOST_ELSEWHERE * difference;
  }

  private PhaseDifference difference(List<ForkRecord> base, List<ForkRecord> delayed, Phase phase) {
    final double[] differences =
        differences(base, delayed, fork -> phase.of(ForkFigures.phases(fork)));
    return new PhaseDifference(phase, mean(differences), interval(differences));
  }

  private static double[] differences(
      List<ForkRecord> base, List<ForkRecord> delayed, ToDoubleFunction<ForkRecord> figure) {
    final double[] differences = new double[base.size()];
    Arrays.setAll(
        differences, i -> figure.applyAsDouble(delayed.get(i)) - figure.applyAsDouble(base.get(i)));
    return differences;
  }

  private Interval interval(double[] differences) {
    return Objects.requireNonNull(bootstrap.difference(differences));
  }

  private Interval ratio(List<ForkRecord> candidate, List<ForkRecord> baseline) {
    return Objects.requireNonNull(
        bootstrap.ratio(new Bootstrap.Paired(means(candidate), means(baseline))));
  }

  private static List<ForkRecord> arm(List<List<ForkRecord>> forks, int arm) {
    return forks.stream().map(fork -> fork.get(arm)).toList();
  }
}
