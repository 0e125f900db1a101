package io.github.handshakecost.run;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.RunManifest.RunEffort;
import io.github.handshakecost.trial.Workload;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.options.Options;

/**
 * The time that a plan spends.
 *
 * @param warmUp the longest warm-up of a fork
 * @param cycles blocks per cell and fork on loopback; at a distance a quarter of them
 * @param block the shortest duration of a block; a block ends with an operation
 * @param leastRounds rounds before the run may stop
 * @param mostRounds rounds after which the run stops
 * @param budget no round begins if it would end later
 * @param precision half width of the headline figures' 95 % intervals, as a share of the figure,
 *     that is precise enough to stop
 */
public record Effort(
    Duration warmUp,
    int cycles,
    Duration block,
    int leastRounds,
    int mostRounds,
    Duration budget,
    double precision) {
  public static final Duration UNLIMITED = Duration.ofDays(365);

  /** Start and end of a JVM. */
  private static final Duration FORK_OVERHEAD = Duration.ofSeconds(3);

  private static final Duration FIRST_WARM_UP = Duration.ofSeconds(15);
  private static final Duration FURTHER_WARM_UP = Duration.ofSeconds(2);

  /** Lead-in and proof of a block. */
  private static final Duration BLOCK_OVERHEAD = Duration.ofMillis(20);

  /** Of a request over a new connection with TLS 1.3. */
  private static final int ROUND_TRIPS = 3;

  static Effort of(RunEffort saved) {
    return new Effort(
        Duration.ofMillis(saved.warmUpMillis()),
        saved.cycles(),
        Duration.ofMillis(saved.blockMillis()),
        saved.leastRounds(),
        saved.mostRounds(),
        Duration.ofMillis(saved.budgetMillis()),
        saved.precision());
  }

  RunEffort saved() {
    return new RunEffort(
        warmUp.toMillis(),
        cycles,
        block.toMillis(),
        leastRounds,
        mostRounds,
        budget.toMillis(),
        precision);
  }

  /** Blocks of a cell in a fork. */
  int cyclesOf(Cell cell) {
    return saved().cyclesOf(cell);
  }

  /** A guess of the duration of a fork, before the first fork has been measured. */
  public Duration guess(Group group) {
    final Set<Cell> kinds = new HashSet<>();
    Duration measuring = Duration.ZERO;
    for (final Cell cell : group.cells()) {
      kinds.add(cell.with(Axes.RTT.name(), ""));
      measuring = measuring.plus(guessOfBlock(cell).multipliedBy(cyclesOf(cell)));
    }
    final Duration warming = FIRST_WARM_UP.plus(FURTHER_WARM_UP.multipliedBy(kinds.size() - 1L));
    return FORK_OVERHEAD.plus(warming.compareTo(warmUp) < 0 ? warming : warmUp).plus(measuring);
  }

  private Duration guessOfBlock(Cell cell) {
    final int requests = Workload.of(cell.benchmark()) == Workload.REQUEST ? 1 : Workload.YEARS;
    final Duration operation = rtt(cell).multipliedBy((long) ROUND_TRIPS * requests);
    final Duration measured = operation.compareTo(block) > 0 ? operation : block;
    return measured.plus(BLOCK_OVERHEAD).plus(rtt(cell).multipliedBy(ROUND_TRIPS));
  }

  private static Duration rtt(Cell cell) {
    return Settings.of(cell.params()).rtt().time();
  }

  /** With the blocks of {@code -i} and {@code -r}, if the user gave them. */
  public Effort withJmhOptions(Options user) {
    return new Effort(
        warmUp,
        user.getMeasurementIterations().orElse(cycles),
        user.getMeasurementTime().hasValue()
            ? Duration.ofNanos(user.getMeasurementTime().get().convertTo(TimeUnit.NANOSECONDS))
            : block,
        leastRounds,
        mostRounds,
        budget,
        precision);
  }

  /** Exactly this number of rounds, without a time budget. */
  public Effort withRounds(int rounds) {
    return new Effort(warmUp, cycles, block, rounds, rounds, UNLIMITED, precision);
  }

  public Effort withBudget(Duration limit) {
    return new Effort(warmUp, cycles, block, leastRounds, mostRounds, limit, precision);
  }

  public Effort withWarmUp(Duration longest) {
    return new Effort(longest, cycles, block, leastRounds, mostRounds, budget, precision);
  }

  public Effort withPrecision(double share) {
    return new Effort(warmUp, cycles, block, leastRounds, mostRounds, budget, share);
  }
}
