package io.github.handshakecost.stats;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.SelfTest.Effects;
import io.github.handshakecost.result.SelfTest.Pair;
import io.github.handshakecost.result.SelfTest.Pairs;
import io.github.handshakecost.result.SelfTest.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a self-test's forks say, by the bootstrap that reports use. A fork is a list of arms; each
 * method needs {@link Interval#LEAST_ROUNDS} forks.
 */
public final class SelfTestFigures {
  /** Arms of a pair: A, B, and C with the delay. */
  public static final int ARMS = 3;

  private final Bootstrap bootstrap;

  /**
   * @param seed of the bootstrap
   */
  public SelfTestFigures(long seed) {
    bootstrap = new Bootstrap(seed);
  }

  /**
   * The same cell twice, and with a delay in the exchange.
   *
   * @param forks arms in threes: A, B, C
   * @param micros size of the delay
   */
  public Pairs pairs(List<List<ForkRecord>> forks, double micros) {
    final List<Pair> pairs = new ArrayList<>();
    for (int arm = 0; arm + ARMS <= forks.get(0).size(); arm += ARMS) {
      final List<ForkRecord> a = arm(forks, arm);
      final List<ForkRecord> b = arm(forks, arm + 1);
      final List<ForkRecord> c = arm(forks, arm + 2);
      pairs.add(
          new Pair(
              Means.of(means(b)) / Means.of(means(a)),
              ratio(b, a),
              new InjectedEffects(bootstrap, b, c).judge(Phase.EXCHANGE, micros)));
    }
    return new Pairs(forks.get(0).get(0).cell(), forks.size(), pairs);
  }

  /**
   * A delay in the handshake.
   *
   * @param forks two arms each, the second with the delay
   * @param micros its size
   */
  public Effects effects(List<List<ForkRecord>> forks, double micros) {
    return new Effects(
        forks.get(0).get(0).cell(),
        forks.size(),
        new InjectedEffects(bootstrap, arm(forks, 0), arm(forks, 1)).judge(Phase.TLS, micros));
  }

  /**
   * A cell in a shared JVM and alone. The two of a round are paired: they are different JVMs, but
   * the machine was about as fast for both.
   *
   * @param together by round
   * @param alone by round
   */
  public Shared shared(List<ForkRecord> together, List<ForkRecord> alone) {
    final double shared = Means.of(means(together));
    final double single = Means.of(means(alone));
    return new Shared(
        alone.get(0).cell(), alone.size(), shared, single, shared / single, ratio(together, alone));
  }

  private Interval ratio(List<ForkRecord> candidate, List<ForkRecord> baseline) {
    return Objects.requireNonNull(bootstrap.ratio(means(candidate), means(baseline)));
  }

  private static List<ForkRecord> arm(List<List<ForkRecord>> forks, int arm) {
    return forks.stream().map(fork -> fork.get(arm)).toList();
  }

  private static double[] means(List<ForkRecord> forks) {
    return forks.stream().mapToDouble(ForkRecord::mean).toArray();
  }
}
