package io.github.handshakecost.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the harness found when it was measured itself; {@code self-test.json}. Times in
 * microseconds.
 *
 * @param passed whether all of it was measured and came out as it must
 * @param commit of the code that ran, or {@code unknown}
 * @param dirty whether that code had uncommitted changes
 * @param startedAt UTC, ISO 8601
 * @param seed of the orders and of the bootstrap
 * @param pairs the same cell twice
 * @param effects of delays of known size; absent until they have been measured
 */
public record SelfTest(
    String schema,
    boolean passed,
    String commit,
    boolean dirty,
    String startedAt,
    long seed,
    SameCell pairs,
    @Nullable List<Effect> effects) {

  public static final String SCHEMA = "handshake-cost/self-test/1";

  public SelfTest {
    effects = effects == null ? null : List.copyOf(effects);
  }

  /** What has been found so far, beginning with a run of this manifest. */
  public static SelfTest of(RunManifest first, SameCell pairs, @Nullable List<Effect> effects) {
    return new SelfTest(
        SCHEMA,
        pairs.holds() && effects != null && effects.stream().allMatch(Effect::holds),
        first.commit(),
        first.dirty(),
        first.startedAt(),
        first.seed(),
        pairs,
        effects);
  }

  /**
   * The same cell measured twice in the same rounds, again and again. By the definition of a 95 %
   * interval, one pair in twenty differs by chance.
   *
   * @param roundsPerPair rounds in which both were measured
   * @param flagged pairs whose interval does not contain 1
   * @param mostFlagged pairs that may be
   * @param chance that more are, by chance, of intervals that are exact
   */
  public record SameCell(
      Cell cell, int roundsPerPair, int flagged, int mostFlagged, double chance, List<Pair> pairs) {

    public SameCell {
      pairs = List.copyOf(pairs);
    }

    public boolean holds() {
      return flagged <= mostFlagged;
    }
  }

  /**
   * One over the other.
   *
   * @param firstRound of those that make the pair
   * @param ratio mean of B over mean of A
   * @param ci95 by paired bootstrap over rounds
   * @param flagged whether the interval says that they differ, which they do not
   */
  public record Pair(int firstRound, double ratio, Interval ci95, boolean flagged) {}

  /**
   * A delay that the server was told to make, as the figures show it.
   *
   * @param phase in which it was made
   * @param cell that shows it
   * @param base mean time of the cell without it
   * @param injected size of the delay
   * @param found mean difference, over rounds in which both were measured
   * @param ci95 of {@code found}, by bootstrap over rounds
   * @param rounds in which both were measured
   * @param phases the difference by phase; they sum to {@code found}
   * @param detected whether the interval excludes no difference
   * @param covered whether it contains the size of the delay
   * @param inItsPhase whether nearly all of it is in the phase in which it was made
   */
  public record Effect(
      Phase phase,
      Cell cell,
      double base,
      double injected,
      double found,
      Interval ci95,
      int rounds,
      List<PhaseDifference> phases,
      boolean detected,
      boolean covered,
      boolean inItsPhase) {

    public Effect {
      phases = List.copyOf(phases);
    }

    public boolean holds() {
      return detected && covered && inItsPhase;
    }
  }

  /**
   * What a delay changed in one phase.
   *
   * @param ci95 by bootstrap over rounds
   */
  public record PhaseDifference(Phase phase, double difference, Interval ci95) {}
}
