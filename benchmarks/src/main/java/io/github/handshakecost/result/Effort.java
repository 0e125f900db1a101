package io.github.handshakecost.result;

import io.github.handshakecost.model.AxisNames;
import java.time.Duration;

/**
 * The time that a plan spends, saved so that a run can be continued with the same limits.
 *
 * @param warmUpMillis the longest warm-up of a fork
 * @param cycles blocks per cell and fork on loopback; at a distance a quarter of them
 * @param blockMillis the shortest duration of a block; a block ends with an operation
 * @param leastRounds rounds before the run may stop
 * @param mostRounds rounds after which the run stops
 * @param budgetMillis no round begins if it would end later
 * @param precision half width of the headline figures' 95 % intervals, as a share of the figure,
 *     that is precise enough to stop
 */
public record Effort(
    long warmUpMillis,
    int cycles,
    long blockMillis,
    int leastRounds,
    int mostRounds,
    long budgetMillis,
    double precision) {
  public static final Duration UNLIMITED = Duration.ofDays(365);

  /** Round trips vary less than CPU work. */
  private static final int FEWER_AT_A_DISTANCE = 4;

  private static final int LEAST_CYCLES = 4;

  public Effort(
      Duration warmUp,
      int cycles,
      Duration block,
      int leastRounds,
      int mostRounds,
      Duration budget,
      double precision) {
    this(
        warmUp.toMillis(),
        cycles,
        block.toMillis(),
        leastRounds,
        mostRounds,
        budget.toMillis(),
        precision);
  }

  public Duration warmUp() {
    return Duration.ofMillis(warmUpMillis);
  }

  public Duration block() {
    return Duration.ofMillis(blockMillis);
  }

  public Duration budget() {
    return Duration.ofMillis(budgetMillis);
  }

  /** Blocks of a cell in a fork; a request of a new JVM is timed once. */
  public int cyclesOf(Cell cell) {
    if (cell.cold()) {
      return 1;
    }
    return cell.param(AxisNames.RTT).equals(AxisNames.LOOPBACK)
        ? cycles
        : Math.min(cycles, Math.max(LEAST_CYCLES, cycles / FEWER_AT_A_DISTANCE));
  }

  public Effort withBlocks(int number, Duration least) {
    return new Effort(warmUp(), number, least, leastRounds, mostRounds, budget(), precision);
  }

  /** Exactly this number of rounds, without a time budget. */
  public Effort withRounds(int rounds) {
    return new Effort(warmUp(), cycles, block(), rounds, rounds, UNLIMITED, precision);
  }

  public Effort withBudget(Duration limit) {
    return new Effort(warmUp(), cycles, block(), leastRounds, mostRounds, limit, precision);
  }

  public Effort withWarmUp(Duration longest) {
    return new Effort(longest, cycles, block(), leastRounds, mostRounds, budget(), precision);
  }

  public Effort withPrecision(double share) {
    return new Effort(warmUp(), cycles, block(), leastRounds, mostRounds, budget(), share);
  }
}
