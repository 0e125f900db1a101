package io.github.handshakecost.result;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.RunManifest.End;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a reader of a {@link Summary} has to know, as numbers. {@code report.Messages} is
 * the only class that puts it into words. Times are in microseconds.
 */
public sealed interface Finding {
  /** How a finding affects the figures, the gravest first. */
  enum Severity {
    /** Figures are missing or must not be quoted. */
    WRONG,
    /** Figures are known less well than they should be. */
    UNCERTAIN,
    /** Figures stand; this explains them. */
    INFORMATION
  }

  default Severity severity() {
    if (this instanceof Wrong) {
      return Severity.WRONG;
    }
    return this instanceof Uncertain ? Severity.UNCERTAIN : Severity.INFORMATION;
  }

  /** The fork that shows it; null if it is not about a single fork. */
  default @Nullable ForkId fork() {
    return null;
  }

  sealed interface Wrong extends Finding {}

  sealed interface Uncertain extends Finding {}

  sealed interface Information extends Finding {}

  /** A finding about the run, which holds even if the run failed and its figures do not. */
  sealed interface OfRun extends Finding {}

  record ForkId(Cell cell, int round) {}

  /**
   * The run did not end as planned, or has lost forks.
   *
   * @param endedEarly whether its user ended it after enough rounds
   * @param shortfall in a few words, from {@link Run#shortfall()}
   * @param reason why the run ended before it was complete
   * @param rounds of which every planned cell has a fork
   * @param begun rounds of which any cell has a fork
   */
  record Incomplete(
      End end, boolean endedEarly, String shortfall, @Nullable String reason, int rounds, int begun)
      implements Wrong, OfRun {}

  /**
   * The run ended after enough rounds, but before it was precise.
   *
   * @param reason absent if its user ended it
   */
  record EndedEarly(int rounds, @Nullable String reason) implements Information, OfRun {}

  /** Planned cells without any fork. */
  record MissingCells(List<Cell> cells, int planned) implements Wrong, OfRun {}

  /** The code had changes that its commit does not hold. */
  record UncommittedCode(String commit) implements Uncertain, OfRun {}

  /** The server of some forks had faults or delays that were injected on purpose. */
  record Injected(List<String> what) implements Wrong, OfRun {}

  /** JVM flags of some forks that the plan does not set. */
  record ChangedFlags(List<String> flags) implements Uncertain, OfRun {}

  /** Fewer whole rounds than an interval needs. */
  record FewRounds(int rounds) implements Uncertain, OfRun {}

  /**
   * A warning that the run or one of its forks saved as text.
   *
   * @param remedy empty if there is none
   * @param fork absent if the run saved it
   */
  record Saved(String cause, String remedy, @Nullable ForkId fork) implements Uncertain, OfRun {}

  /**
   * Headline figures of one kind that do not say which policy is slower.
   *
   * @param of how many figures of that kind there are
   * @param roundsNeeded an estimate; 0 if no number of rounds is likely to decide
   */
  record Undecided(List<Figure> figures, int of, int roundsNeeded) implements Uncertain {}

  /**
   * Headline figures of one kind that are known less closely than asked.
   *
   * @param figures the least precise first
   * @param of how many figures of that kind there are
   * @param target as a share of the figure
   * @param roundsNeeded an estimate; 0 if no number of rounds is likely to be enough
   */
  record Imprecise(List<Figure> figures, int of, double target, int roundsNeeded)
      implements Uncertain {}

  /** The machine was slower by this factor in one round than in another. */
  record UnevenSpeed(double factor) implements Information {}

  /**
   * A cost that differences between policies and clocks in the client disagree about.
   *
   * @param allowed how far apart they may be
   * @param rest the phase that holds most of what the clocks leave out
   * @param inRest the difference in that phase
   */
  record ClocksDisagree(Cost cost, double allowed, Phase rest, double inRest)
      implements Uncertain {}

  /** The cost of a connection by the requests that it serves is not that between two policies. */
  record FitDisagrees(AmortisationFit fit) implements Uncertain {}

  /** A cell of whose mean the clocks miss more than the share {@link #MOST}. */
  record UnclockedTime(Cell cell, double residual, double mean) implements Uncertain {
    public static final double MOST = 0.05;
  }

  /**
   * A cell that resumed less than the share {@link #LEAST} of its handshakes, so its policy costs
   * more than its name says.
   */
  record LowResumption(Cell cell, double share, @Nullable Interval ci95) implements Information {
    public static final double LEAST = 0.9;
  }

  /** A time that grows with distance by more or fewer round trips than the protocol has. */
  record UnexpectedRoundTrips(RoundTrips fit) implements Wrong {}

  /**
   * A fork on loopback whose client and server shared a core and did not have it all the time.
   *
   * @param wall of an operation
   * @param cpu of an operation, of client and server together
   */
  record Starved(ForkId fork, double wall, double cpu) implements Uncertain {}

  /** A fork with an operation that took far longer than the others. */
  record Stalled(ForkId fork, double longest, double median) implements Uncertain {}

  /** A fork that was still getting faster when its warm-up ended. */
  record Unsettled(ForkId fork, double warmUpSeconds) implements Uncertain {}

  /** A fork whose halves differ by more than the width of its 95 % interval. */
  record Drifted(ForkId fork, double firstHalf, double secondHalf, double width)
      implements Information {}

  /** A fork whose mean is far from the mean of the other forks of its cell, {@code others}. */
  record Outlier(ForkId fork, double mean, double others) implements Information {}

  /** A fork whose threads were not pinned, so that its times include waking idle cores. */
  record FreePlacement(ForkId fork) implements Information {}

  /**
   * A headline figure: a ratio to pooled, the cost of a connection, or a mean.
   *
   * @param cell the cell whose ratio or mean it is; the pooled cell of a cost
   * @param value absent if it was not measured
   * @param ci95 absent if it was measured in too few rounds
   */
  record Figure(Kind kind, Cell cell, @Nullable Double value, @Nullable Interval ci95, int rounds) {
    public enum Kind {
      RATIO,
      COST,
      MEAN
    }

    /** Infinite without an interval. */
    public double relativeHalfWidth() {
      return value == null || ci95 == null
          ? Double.POSITIVE_INFINITY
          : ci95.relativeHalfWidth(value);
    }
  }
}
