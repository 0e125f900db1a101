package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Counts;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many of the handshakes that may be resumed really were. */
final class ResumptionShares {
  private static final Set<String> RESUMING =
      Set.of(AxisNames.RESUMED, AxisNames.NEW_CLIENT_SHARED_CONTEXT);

  private ResumptionShares() {}

  /** The share in each fork; null if the policy resumes no session, or a fork made no handshake. */
  static double @Nullable [] of(Cell cell, List<ForkRecord> forks) {
    if (!RESUMING.contains(cell.policy())
        || forks.stream().anyMatch(fork -> handshakes(fork) == 0)) {
      return null;
    }
    return forks.stream()
        .mapToDouble(fork -> (double) fork.counts().handshakesResumed() / handshakes(fork))
        .toArray();
  }

  private static long handshakes(ForkRecord fork) {
    final Counts counts = fork.counts();
    return counts.handshakesFull() + counts.handshakesResumed();
  }

  /** Within what a share can be. */
  static @Nullable Interval interval(double[] shares, Bootstrap bootstrap) {
    final Interval free = bootstrap.difference(shares);
    return free == null ? null : new Interval(Math.max(0, free.low()), Math.min(1, free.high()));
  }
}
