package io.github.handshakecost.result;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the harness found when it was measured itself; {@code self-test.json}. Times in
 * microseconds. A part is absent until it has rounds enough for an interval.
 *
 * @param passed whether all parts that were asked for came out as they must
 * @param commit of the code that ran, or {@code unknown}
 * @param dirty whether that code had uncommitted changes
 * @param startedAt UTC, ISO 8601
 * @param seed of the orders and of the bootstrap
 * @param asked names of the parts
 * @param pairs the same cell twice, and with a delay
 * @param effects a delay in the handshake
 * @param sharing cells in a shared JVM and alone
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

  /** Half of an interval, as a share of its figure, above which it says too little to count. */
  public static final double PRECISION = 0.05;

  public SelfTest {
    asked = List.copyOf(asked);
  }

  /** One of which nothing has been measured. */
  public static SelfTest begun(
      List<String> asked, String commit, boolean dirty, String startedAt, long seed) {
    return new SelfTest(SCHEMA, false, commit, dirty, startedAt, seed, asked, null, null, null);
  }

  /** The same with what was found last. */
  public SelfTest with(Part part) {
    final SelfTest next =
        new SelfTest(
            schema,
            false,
            commit,
            dirty,
            startedAt,
            seed,
            asked,
            part instanceof Pairs found ? found : pairs,
            part instanceof Effects found ? found : effects,
            part instanceof Sharing found ? found : sharing);
    final List<Part> parts = next.parts();
    return parts.size() == asked.size() && parts.stream().allMatch(Part::holds)
        ? next.asPassed()
        : next;
  }

  private SelfTest asPassed() {
    return new SelfTest(
        schema, true, commit, dirty, startedAt, seed, asked, pairs, effects, sharing);
  }

  /** What is known of the parts. */
  public List<Part> parts() {
    final List<Part> parts = new ArrayList<>();
    if (pairs != null) {
      parts.add(pairs);
    }
    if (effects != null) {
      parts.add(effects);
    }
    if (sharing != null) {
      parts.add(sharing);
    }
    return parts;
  }

  /** What one part found. */
  public sealed interface Part {
    /** Whether it came out as it must. */
    boolean holds();

    /** Whether more rounds would tell nothing that is asked. */
    boolean precise();
  }

  /**
   * One cell as three arms, again and again: twice as it is, and once with a delay.
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

    public Pairs {
      pairs = List.copyOf(pairs);
    }

    /** How many are precise enough to count. */
    public int counted() {
      return (int) pairs.stream().filter(Pair::counts).count();
    }

    public int differing() {
      return (int) pairs.stream().filter(Pair::differs).count();
    }

    /** In how many the delay was found where it is; one that is not precise has not found it. */
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
   * The same cell twice, and once more with a delay.
   *
   * @param ratio mean of B over mean of A
   * @param delay C, which has it, against B
   */
  public record Pair(double ratio, Interval ci95, Effect delay) {
    public boolean counts() {
      return ci95.relativeHalfWidth(ratio) <= PRECISION;
    }

    /** Whether the interval says that they differ, which they do not. */
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
   * A delay that the server was told to make, as the figures show it.
   *
   * @param phase in which it was made
   * @param base mean time without it
   * @param injected size of the delay
   * @param difference mean difference over the forks
   * @param phases the difference by phase; they sum to {@code difference}
   * @param inItsPhase whether nearly all of it is in the phase in which it was made
   */
  public record Effect(
      Phase phase,
      double base,
      double injected,
      double difference,
      Interval ci95,
      List<PhaseDifference> phases,
      boolean inItsPhase) {

    public Effect {
      phases = List.copyOf(phases);
    }

    /** Whether the interval excludes that there is none, and it is where it was made. */
    public boolean found() {
      return ci95.low() > 0 && inItsPhase;
    }

    /** Whether the interval contains the size of the delay. */
    public boolean covered() {
      return ci95.contains(injected);
    }
  }

  /** What a delay changed in one phase. */
  public record PhaseDifference(Phase phase, double difference, Interval ci95) {}

  /** Whether a cell takes as long in a shared JVM as alone. */
  public record Sharing(List<Shared> cells) implements Part {
    public Sharing {
      cells = List.copyOf(cells);
    }

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
   * @param alone mean time in a JVM of its own
   * @param ratio of the first to the second
   */
  public record Shared(
      Cell cell, int rounds, double together, double alone, double ratio, Interval ci95) {
    public boolean precise() {
      return ci95.relativeHalfWidth(ratio) <= PRECISION;
    }

    /** Whether the interval contains 1, and little else. */
    public boolean same() {
      return precise() && ci95.contains(1);
    }
  }
}
