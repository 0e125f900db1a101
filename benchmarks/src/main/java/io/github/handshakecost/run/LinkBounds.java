package io.github.handshakecost.run;

import io.github.handshakecost.result.ForkMeasurement.LinkRecord;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a link may be from what was asked for, before what was measured over it is thrown away.
 */
final class LinkBounds {
  /** From this round-trip time on, in microseconds, the bound is a share of it. */
  private static final double SHARE_FROM = 20_000;

  private static final double SHARE = 0.02;
  private static final double LEAST_MICROS = 200;
  private static final double MICROS_PER_MILLI = 1e3;

  /**
   * Of packets, not of time: a packet that counts as late may be so by any time. What it can come
   * to is told by the worst, which is recorded beside it.
   */
  private static final double MOST_LATE = 0.05;

  private LinkBounds() {}

  /**
   * Of segments. A processor that stalls for some milliseconds makes the kernel take a segment for
   * lost and send it again (RFC 6298, RFC 8985): that happens on every shared machine.
   */
  private static final double MOST_LOST = 0.001;

  /**
   * What is wrong with a link, with value and bound; empty where nothing is.
   *
   * @param segments that the kernel sent over it while its cells were measured; 0 where it counts
   *     others too
   */
  static Optional<String> violation(LinkRecord link, long segments) {
    if (link.losses() > Math.max(1, MOST_LOST * segments)) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "the kernel sent segments again or found no room for connections, %d times over %d segments, of which there may be %.1f %%",
              link.losses(),
              segments,
              100 * MOST_LOST));
    }
    if (link.nominal() == 0) {
      return Optional.empty();
    }
    final double bound = link.nominal() >= SHARE_FROM ? SHARE * link.nominal() : LEAST_MICROS;
    if (Math.abs(link.connect() - link.nominal()) > bound) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "connect() took %.0f us over a link of %.0f us, which may be off by %.0f us",
              link.connect(),
              link.nominal(),
              bound));
    }
    if (link.refused() > 0) {
      return Optional.of(
          "the link dropped %d of %d packets, and may drop none"
              .formatted(link.refused(), link.packets()));
    }
    if (link.late() > MOST_LATE * link.packets()) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%d of %d packets left the link more than 1 ms late (the worst by %.1f ms), of which there may be %.0f %%",
              link.late(),
              link.packets(),
              link.worstLate() / MICROS_PER_MILLI,
              100 * MOST_LATE));
    }
    return Optional.empty();
  }
}
