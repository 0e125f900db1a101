package io.github.handshakecost.selftest;

import io.github.handshakecost.result.Interval;
import io.github.handshakecost.run.Effort;
import java.time.Duration;
import java.util.function.LongSupplier;

/** How long a part goes on. */
final class Pace {
  private final Effort effort;
  private final LongSupplier nanoTime;
  private final long begin;

  Pace(Effort effort, LongSupplier nanoTime) {
    this.effort = effort;
    this.nanoTime = nanoTime;
    begin = nanoTime.getAsLong();
  }

  /**
   * Whether there is another round. Until there is an interval there is, whatever it takes.
   *
   * @param done rounds so far
   * @param precise whether more would tell nothing that is asked
   */
  boolean goesOn(int done, boolean precise) {
    return done < Interval.LEAST_ROUNDS
        || (!(precise && done >= effort.leastRounds())
            && done < effort.mostRounds()
            && elapsed().plus(round(done)).compareTo(effort.budget()) <= 0);
  }

  /** The longest that it may take yet. */
  Duration left(int done) {
    final Duration budget = effort.budget().minus(elapsed());
    final Duration rounds = round(done).multipliedBy(effort.mostRounds() - (long) done);
    final Duration left = done > 0 && rounds.compareTo(budget) < 0 ? rounds : budget;
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Duration elapsed() {
    return Duration.ofNanos(nanoTime.getAsLong() - begin);
  }

  private Duration round(int done) {
    return elapsed().dividedBy(Math.max(1, done));
  }
}
