package io.github.handshakecost.run;

import java.time.Duration;

/** How long a fork may take, before any has been seen. */
final class Estimate {
  private static final Duration FIRST_CELL = Duration.ofSeconds(25);
  private static final Duration FURTHER_CELL = Duration.ofMillis(1_500);
  private static final Duration MEASURING = Duration.ofSeconds(4);

  private Estimate() {}

  /** The first cell warms up most of the code; the others add little to it. */
  static Duration of(Effort effort, Group group) {
    final Duration first = effort.warmUp().compareTo(FIRST_CELL) < 0 ? effort.warmUp() : FIRST_CELL;
    final long cells = group.cells().size();
    return first.plus(FURTHER_CELL.multipliedBy(cells - 1)).plus(MEASURING.multipliedBy(cells));
  }
}
