package io.github.handshakecost.result;

import io.github.handshakecost.model.Phase;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The findings of a self-test; {@code self-test.json}. Times are in microseconds. A part is absent
 * until it has enough rounds for an interval.
 *
 * @param passed whether all parts that were asked for passed
 * @param commit of the code that ran, or {@code unknown}
 * @param dirty whether that code had uncommitted changes
 * @param startedAt UTC, ISO 8601
 * @param seed of the orders and of the bootstrap
 * @param asked names of the parts
 */
public record SelfTest(
    String schema,
    boolean passed,
    String commit,
    boolean dirty,
    String startedAt,
    long seed,
    List<String> asked,
    @Nullable Pairs pairs,
    @Nullable Effects effects,
    @Nullable Sharing sharing) {

  private static final String SCHEMA = "handshake-cost/self-test/2";

  /** The largest half width of an interval that counts, as a share of its estimate. */
  public static final double PRECISION = 0.05;

  /** A self-test of which nothing has been measured. */
  public static SelfTest begun(
      List<String> asked, String commit, boolean dirty, String startedAt, long seed) {
    return new SelfTest(SCHEMA, false, commit, dirty, startedAt, seed, asked, null, null, null);
  }

  /** This self-test with the latest finding of a part. */
  public SelfTest with(Part part) {
    final Pairs ofPairs = part instanceof Pairs found ? found : pairs;
    final Effects ofEffects = part instanceof Effects found ? found : effects;
    final Sharing ofSharing = part instanceof Sharing found ? found : sharing;
    final List<Part> parts = parts(ofPairs, ofEffects, ofSharing);
    return new SelfTest(
        schema,
        parts.size() == asked.size() && parts.stream().allMatch(Part::holds),
        commit,
        dirty,
        startedAt,
        seed,
        asked,
        ofPairs,
        ofEffects,
        ofSharing);
  }

  /** The parts that have been measured. */
  public List<Part> parts() {
    return parts(pairs, effects, sharing);
  }

  private static List<Part> parts(
      @Nullable Pairs pairs, @Nullable Effects effects, @Nullable Sharing sharing) {
    return Stream.of(
            Stream.<Part>ofNullable(pairs),
            Stream.<Part>ofNullable(effects),
            Stream.<Part>ofNullable(sharing))
        .flatMap(part -> part)
        .toList();
  }

  /** The finding of one part. */
  public sealed interface Part {
    /** Whether the part passed. */
    boolean holds();

    /** Whether more rounds would add nothing. */
    boolean precise();
  }

  /**
   * One cell in many arms of a fork: in each pair twice unchanged, and once with a delay.
   *
   * @param forks each of which measured all arms
   */
  public record Pairs(Cell cell, int forks, List<Pair> pairs) implements Part {
    /** Of 20. Exact 95 % intervals exceed it in 26 % of all self-tests. */
    public static final int MOST_DIFFERING = 1;

    /** Of 20. */
    public static final int MOST_MISSED = 1;

    /** Of 20. Exact 95 % intervals exceed it in 1.6 % of all self-tests. */
    public static final int MOST_OF_ANOTHER_SIZE = 3;

    /** Pairs that are precise enough to count. */
    public int counted() {
      return (int) pairs.stream().filter(Pair::counts).count();
    }

    public int differing() {
      return (int) pairs.stream().filter(Pair::differs).count();
    }

    /** Pairs that count and found the delay. */
    public int found() {
      return (int) pairs.stream().filter(pair -> pair.counts() && pair.delay().found()).count();
    }

    public int ofItsSize() {
      return (int) pairs.stream().filter(pair -> pair.delay().covered()).count();
    }

    @Override
    public boolean holds() {
      return differing() <= MOST_DIFFERING
          && found() >= pairs.size() - MOST_MISSED
          && ofItsSize() >= pairs.size() - MOST_OF_ANOTHER_SIZE;
    }

    @Override
    public boolean precise() {
      return counted() == pairs.size();
    }
  }

  /**
   * The arms A and B, which are the same, and C, which has the delay.
   *
   * @param ratio mean of B over mean of A
   * @param delay C against B
   */
  public record Pair(double ratio, Interval ci95, Effect delay) {
    public boolean counts() {
      return ci95.relativeHalfWidth(ratio) <= PRECISION;
    }

    /** Whether the interval says that they differ, which is false. */
    public boolean differs() {
      return !ci95.contains(1);
    }
  }

  /**
   * A delay in the handshake.
   *
   * @param forks each of which measured both arms
   */
  public record Effects(Cell cell, int forks, Effect handshake) implements Part {
    @Override
    public boolean holds() {
      return handshake.found() && handshake.covered();
    }

    @Override
    public boolean precise() {
      return handshake.ci95().relativeHalfWidth(handshake.difference()) <= PRECISION;
    }
  }

  /**
   * The measured effect of a delay in the server.
   *
   * @param phase that the server delays
   * @param base mean time without the delay
   * @param injected size of the delay
   * @param difference mean difference over the forks
   * @param phases the difference by phase; they sum to {@code difference}
   * @param inItsPhase whether nearly all of the difference is in the delayed phase
   */
  public record Effect(
      Phase phase,
      double base,
      double injected,
      double difference,
      Interval ci95,
      List<PhaseDifference> phases,
      boolean inItsPhase) {

    /** Whether the interval excludes 0, and the difference is in its phase. */
    public boolean found() {
      return ci95.low() > 0 && inItsPhase;
    }

    /** Whether the interval contains the size of the delay. */
    public boolean covered() {
      return ci95.contains(injected);
    }
  }

  public record PhaseDifference(Phase phase, double difference, Interval ci95) {}

  /** Cells in a shared JVM and alone. */
  public record Sharing(List<Shared> cells) implements Part {
    @Override
    public boolean holds() {
      return cells.stream().allMatch(Shared::same);
    }

    @Override
    public boolean precise() {
      return cells.stream().allMatch(Shared::precise);
    }
  }

  /**
   * A cell in a shared JVM and alone.
   *
   * @param rounds each of which measured both
   * @param together mean time in the shared JVM
   * @param alone mean time in a JVM of its own
   * @param ratio of the first to the second
   */
  public record Shared(
      Cell cell, int rounds, double together, double alone, double ratio, Interval ci95) {
    public boolean precise() {
      return ci95.relativeHalfWidth(ratio) <= PRECISION;
    }

    /** Whether the interval is narrow and contains 1. */
    public boolean same() {
      return precise() && ci95.contains(1);
    }
  }
}
