package io.github.handshakecost.stats;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.SelfTest.Pair;
import io.github.handshakecost.result.SelfTest.SameCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Whether intervals say that something differs from itself, and how often. */
public final class AgainstItself {
  private static final double MISSES = 0.05;

  private AgainstItself() {}

  /**
   * Judges the same cell, measured twice in each round. Some rounds in a row make a pair.
   *
   * @param cell measured in all forks
   * @param roundsPerPair at least {@link Interval#LEAST_ROUNDS}
   * @param mostFlagged pairs that may differ
   * @param seed of the bootstrap
   */
  public static SameCell judge(
      Cell cell,
      List<ForkRecord> a,
      List<ForkRecord> b,
      int roundsPerPair,
      int mostFlagged,
      long seed) {
    final ForkIndex ofA = new ForkIndex(a);
    final ForkIndex ofB = new ForkIndex(b);
    final Bootstrap bootstrap = new Bootstrap(seed);
    final List<Integer> rounds = new ArrayList<>(ofA.sharedRounds(List.of(cell)));
    rounds.retainAll(ofB.sharedRounds(List.of(cell)));
    final List<Pair> pairs = new ArrayList<>();
    for (int from = 0; from + roundsPerPair <= rounds.size(); from += roundsPerPair) {
      final List<Integer> some = rounds.subList(from, from + roundsPerPair);
      final double[] below = ofA.values(cell, some, ForkRecord::mean);
      final double[] above = ofB.values(cell, some, ForkRecord::mean);
      final Interval ci95 = Objects.requireNonNull(bootstrap.ratio(above, below));
      pairs.add(new Pair(some.get(0), Means.of(above) / Means.of(below), ci95, !ci95.contains(1)));
    }
    return new SameCell(
        cell,
        roundsPerPair,
        (int) pairs.stream().filter(Pair::flagged).count(),
        mostFlagged,
        chanceOfMore(pairs.size(), mostFlagged),
        pairs);
  }

  /** Of exact 95 % intervals over so many pairs, the chance that more than some miss the truth. */
  static double chanceOfMore(int pairs, int than) {
    return BinomialDistribution.of(pairs, MISSES).survivalProbability(than);
  }
}
