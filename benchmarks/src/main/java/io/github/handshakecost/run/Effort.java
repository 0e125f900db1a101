package io.github.handshakecost.run;

import io.github.handshakecost.result.RunEffort;
import java.time.Duration;

/**
 * How much a plan spends.
 *
 * @param warmUp the longest that a fork may warm up before anything is counted
 * @param warmupIterations of JMH, after that, with the threads in their places
 * @param iterations measured in a fork
 * @param iterationTime of either kind
 * @param leastRounds before the stopping rule is asked
 * @param mostRounds after which a run ends, conclusive or not
 * @param budget after which no further round begins
 * @param precision half width of a headline ratio's 95 % interval, as a share of the ratio, that
 *     ends a run
 */
public record Effort(
    Duration warmUp,
    int warmupIterations,
    int iterations,
    Duration iterationTime,
    int leastRounds,
    int mostRounds,
    Duration budget,
    double precision) {

  private static final int LEAST_ROUND_TRIPS = 12;
  private static final Duration UNLIMITED = Duration.ofDays(365);

  /** JVM start and end, as long as nothing better is known. */
  private static final Duration FORK_OVERHEAD = Duration.ofSeconds(2);

  /** As a run saved it. */
  public static Effort of(RunEffort saved) {
    return new Effort(
        Duration.ofMillis(saved.warmUpMillis()),
        saved.warmupIterations(),
        saved.iterations(),
        Duration.ofMillis(saved.iterationMillis()),
        saved.leastRounds(),
        saved.mostRounds(),
        Duration.ofMillis(saved.budgetMillis()),
        saved.precision());
  }

  /** As a run saves it. */
  public RunEffort saved() {
    return new RunEffort(
        warmUp.toMillis(),
        warmupIterations,
        iterations,
        iterationTime.toMillis(),
        leastRounds,
        mostRounds,
        budget.toMillis(),
        precision);
  }

  /** Iterations at a distance hold a dozen round trips at least. */
  Duration iterationTimeAt(Duration rtt) {
    final Duration least = rtt.multipliedBy(LEAST_ROUND_TRIPS);
    return least.compareTo(iterationTime) > 0 ? least : iterationTime;
  }

  /** How long a fork may take, before any has been seen. */
  Duration guess() {
    return FORK_OVERHEAD
        .plus(warmUp)
        .plus(iterationTime.multipliedBy(warmupIterations + (long) iterations));
  }

  /** Just so many rounds, however long they take. */
  public Effort withRounds(int rounds) {
    return new Effort(
        warmUp, warmupIterations, iterations, iterationTime, rounds, rounds, UNLIMITED, precision);
  }

  public Effort withBudget(Duration limit) {
    return new Effort(
        warmUp,
        warmupIterations,
        iterations,
        iterationTime,
        leastRounds,
        mostRounds,
        limit,
        precision);
  }

  public Effort withWarmUp(Duration longest) {
    return new Effort(
        longest,
        warmupIterations,
        iterations,
        iterationTime,
        leastRounds,
        mostRounds,
        budget,
        precision);
  }

  public Effort withPrecision(double share) {
    return new Effort(
        warmUp,
        warmupIterations,
        iterations,
        iterationTime,
        leastRounds,
        mostRounds,
        budget,
        share);
  }
}
