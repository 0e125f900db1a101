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
 * How much a plan spends.
 *
 * @param warmUp the longest that a fork may warm up before anything is counted
 * @param cycles blocks of each cell on loopback, in a fork; at a distance a quarter of them
 * @param block how long a block measures at least; it ends with an operation
 * @param leastRounds before the stopping rule is asked
 * @param mostRounds after which a run ends, conclusive or not
 * @param budget after which no further round begins
 * @param precision half width of a headline figure's 95 % interval, as a share of the figure, that
 *     ends a run
 */
public record Effort(
    Duration warmUp,
    int cycles,
    Duration block,
    int leastRounds,
    int mostRounds,
    Duration budget,
    double precision) {
  private static final Duration UNLIMITED = Duration.ofDays(365);

  /** Round trips vary less than work does. */
  private static final int FEWER_AT_A_DISTANCE = 4;

  private static final int LEAST_CYCLES = 4;

  /** JVM start and end, as long as nothing better is known. */
  private static final Duration FORK_OVERHEAD = Duration.ofSeconds(3);

  /** To warm up code that no other cell of the group has run. */
  private static final Duration FIRST_WARM_UP = Duration.ofSeconds(15);

  private static final Duration FURTHER_WARM_UP = Duration.ofSeconds(2);

  /** Lead-in and proof of a block. */
  private static final Duration BLOCK_OVERHEAD = Duration.ofMillis(20);

  /** Of a request over a new connection, with TLS 1.3. */
  private static final int ROUND_TRIPS = 3;

  /** As a run saved it. */
  public static Effort of(RunEffort saved) {
    return new Effort(
        Duration.ofMillis(saved.warmUpMillis()),
        saved.cycles(),
        Duration.ofMillis(saved.blockMillis()),
        saved.leastRounds(),
        saved.mostRounds(),
        Duration.ofMillis(saved.budgetMillis()),
        saved.precision());
  }

  /** As a run saves it. */
  public RunEffort saved() {
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
    return rtt(cell).isZero()
        ? cycles
        : Math.min(cycles, Math.max(LEAST_CYCLES, cycles / FEWER_AT_A_DISTANCE));
  }

  /** How long a fork may take, before any has been seen. */
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

  /** The same where a user gave JMH other blocks, by {@code -i} and {@code -r}. */
  public Effort given(Options user) {
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

  /** Exactly this number of rounds, however long they take. */
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
