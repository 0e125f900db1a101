package io.github.handshakecost.result;

import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Whether saved counts are those that a policy promises of every request. A fork that broke its
 * promise was never saved, so that a file in which they differ is not what the fork has written.
 */
final class KeptPromise {
  private final Cell cell;
  private final Counts counts;

  KeptPromise(Cell cell, Counts counts) {
    this.cell = cell;
    this.counts = counts;
  }

  /** What is not as promised, with both numbers; empty if all is. */
  Optional<String> breach() {
    return Promised.of(cell).flatMap(this::breach);
  }

  private Optional<String> breach(Promised promised) {
    final long connections = promised.connections() * counts.requests();
    final long full =
        promised.full() == null ? counts.handshakesFull() : promised.full() * counts.requests();
    final long resumed = promised.handshakes() * counts.requests() - full;
    final boolean kept =
        counts.connections() == connections
            && counts.handshakesFull() == full
            && counts.handshakesResumed() == resumed
            && counts.validations() == full
            && counts.resets() == 0
            && LongStream.of(full, resumed, counts.bytesIn(), counts.bytesOut())
                .allMatch(count -> count >= 0);
    return kept
        ? Optional.empty()
        : Optional.of(
            "counts %d connections, %d full and %d resumed handshakes, %d validations and %d resets over %d requests, where %s over %s makes %d, %d, %d, %d and 0"
                .formatted(
                    counts.connections(),
                    counts.handshakesFull(),
                    counts.handshakesResumed(),
                    counts.validations(),
                    counts.resets(),
                    counts.requests(),
                    cell.param(AxisNames.POLICY),
                    cell.param(AxisNames.PROTOCOL),
                    connections,
                    full,
                    resumed,
                    full));
  }
}
