package io.github.handshakecost.result;

import io.github.handshakecost.model.Phase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The findings of a self-test; {@code self-test.json}. Times in microseconds. A part is absent
 * until it has enough rounds for an interval.
 *
 * @param passed whether all parts that were asked for hold
 * @param commit of the code that ran, or {@code unknown}
 * @param dirty whether that code had uncommitted changes
 * @param startedAt UTC, ISO 8601
 * @param seed for the orders and the bootstrap
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

  public static final String SCHEMA = "handshake-cost/self-test/2";

  /** The half-width of an interval, as a share of its figure, up to which a figure counts. */
  public static final double PRECISION = 0.05;

  /** A self-test without findings yet. */
  public static SelfTest begun(
      List<String> asked, String commit, boolean dirty, String startedAt, long seed) {
    return new SelfTest(SCHEMA, false, commit, dirty, startedAt, seed, asked, null, null, null);
  }

  /** This self-test with the latest finding of a part. */
  public SelfTest with(Part part) {
    final Pairs newPairs = part instanceof Pairs found ? found : pairs;
    final Effects newEffects = part instanceof Effects found ? found : effects;
    final Sharing newSharing = part instanceof Sharing found ? found : sharing;
    final List<Part> parts = parts(newPairs, newEffects, newSharing);
    return new SelfTest(
        schema,
        parts.size() == asked.size() && parts.stream().allMatch(Part::holds),
        commit,
        dirty,
        startedAt,
        seed,
        asked,
        newPairs,
        newEffects,
        newSharing);
  }

  /** The parts that have findings. */
  public List<Part> parts() {
    return parts(pairs, effects, sharing);
  }

  private static List<Part> parts(
      @Nullable Pairs pairs, @Nullable Effects effects, @Nullable Sharing sharing) {
    return Stream.<Optional<? extends Part>>of(
            Optional.ofNullable(pairs), Optional.ofNullable(effects), Optional.ofNullable(sharing))
        .<Part>flatMap(Optional::stream)
        .toList();
  }

  /** The finding of one part. */
  public sealed interface Part {
    /** Whether the harness passes. */
    boolean holds();

    /** Whether no more rounds are needed. */
    boolean precise();
  }

  /**
   * Repeated measurements of one cell as three arms: A and B are equal, C has a delay.
   *
   * @param forks in each of which all arms were measured
   */
  public record Pairs(Cell cell, int forks, List<Pair> pairs) implements Part {
    /** Of 20. Exact 95 % intervals exceed it in 26 % of all self-tests. */
    public static final int MOST_DIFFERING = 1;

    /** Of 20. */
    public static final int MOST_MISSED = 1;

    /** Of 20. Exact 95 % intervals exceed it in 1.6 % of all self-tests. */
    public static final int MOST_OF_ANOTHER_SIZE = 3;

    /** How many are precise enough to count. */
    public int counted() {
      return (int) pairs.stream().filter(Pair::counts).count();
    }

    public int differing() {
      return (int) pairs.stream().filter(Pair::differs).count();
    }

    /** In how many the delay was found in its phase, with enough precision. */
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
   * One measurement of the three arms.
   *
   * @param ratio mean of B over mean of A
   * @param delay C compared with B
   */
  public record Pair(double ratio, Interval ci95, Effect delay) {
    public boolean counts() {
      return ci95.relativeHalfWidth(ratio) <= PRECISION;
    }

    /** Whether the interval excludes 1: a false positive. */
    public boolean differs() {
      return !ci95.contains(1);
    }
  }

  /**
   * A delay in the handshake.
   *
   * @param forks in each of which both arms were measured
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
   * An injected delay as the figures show it.
   *
   * @param phase of the delay
   * @param base mean time without it
   * @param injected size of the delay
   * @param difference mean difference over the forks
   * @param phases the difference by phase; they sum to {@code difference}
   * @param inItsPhase whether nearly all of the difference is in that phase
   */
  public record Effect(
      Phase phase,
      double base,
      double injected,
      double difference,
      Interval ci95,
      List<PhaseDifference> phases,
      boolean inItsPhase) {

    /** Whether the interval is above 0, and the difference is in its phase. */
    public boolean found() {
      return ci95.low() > 0 && inItsPhase;
    }

    /** Whether the interval contains the size of the delay. */
    public boolean covered() {
      return ci95.contains(injected);
    }
  }

  public record PhaseDifference(Phase phase, double difference, Interval ci95) {}

  /** Whether a cell takes as long in a shared JVM as alone. */
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
   * @param rounds in each of which both were measured
   * @param together mean time in the shared JVM
   * @param alone mean time in its own JVM
   * @param ratio of the first to the second
   */
  public record Shared(
      Cell cell, int rounds, double together, double alone, double ratio, Interval ci95) {
    public boolean precise() {
      return ci95.relativeHalfWidth(ratio) <= PRECISION;
    }

    /** Whether the interval contains 1 and is narrow. */
    public boolean same() {
      return precise() && ci95.contains(1);
    }
  }
}
