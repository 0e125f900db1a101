package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.RoundTrips;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How many round trips something takes, by the protocol: one for TCP's SYN and SYN-ACK (RFC 9293
 * section 3.5), one for a handshake of TLS 1.3 (RFC 8446 section 2), two for a full one of TLS 1.2
 * and one for a resumed one (RFC 5246 section 7.3), one for request and response.
 *
 * @param cause the name in saved results
 * @param policy of the rung that shows it
 * @param figure of a fork that shows it, in microseconds
 * @param expected round trips
 */
record Law(String cause, String policy, ToDoubleFunction<ForkRecord> figure, double expected) {
  /** The laws that a cell at some distance is subject to. */
  static List<Law> of(Cell cell) {
    final String policy = cell.param(AxisNames.POLICY);
    final String protocol = cell.param(AxisNames.PROTOCOL);
    if (policy.equals(AxisNames.POOLED)) {
      return List.of(new Law("exchange", policy, phase(Phase.EXCHANGE), 1));
    }
    if (policy.equals(AxisNames.FULL) && protocol.equals(AxisNames.HTTP)) {
      return List.of(new Law("tcp", policy, phase(Phase.TCP), 1));
    }
    if (policy.equals(AxisNames.FULL)) {
      return List.of(
          new Law("tcp", policy, phase(Phase.TCP), 1),
          new Law(protocol + "-full", policy, phase(Phase.TLS), full(protocol)));
    }
    return policy.equals(AxisNames.RESUMED)
        ? List.of(new Law(protocol + "-resumed", policy, phase(Phase.TLS), 1))
        : List.of();
  }

  /** Round trips of a whole request; empty where handshakes are of either kind. */
  static Optional<Double> ofRequest(Cell cell) {
    final String protocol = cell.param(AxisNames.PROTOCOL);
    return switch (cell.param(AxisNames.POLICY)) {
      case AxisNames.POOLED -> Optional.of(1.0);
      case AxisNames.RESUMED -> Optional.of(3.0);
      case AxisNames.FULL, AxisNames.NEW_CLIENT ->
          Optional.of(protocol.equals(AxisNames.HTTP) ? 2 : 2 + full(protocol));
      default -> Optional.empty();
    };
  }

  /**
   * Whether a slope is as near to the law as it must be, by its interval.
   *
   * @return null where the interval leaves that open, or there is none
   */
  static @Nullable Boolean holds(@Nullable Interval slope, double expected) {
    if (slope == null) {
      return null;
    }
    final double least = expected - RoundTrips.TOLERANCE;
    final double most = expected + RoundTrips.TOLERANCE;
    if (slope.low() >= least && slope.high() <= most) {
      return true;
    }
    final boolean outside = slope.low() > most || slope.high() < least;
    return outside ? false : null;
  }

  private static double full(String protocol) {
    return protocol.equals(AxisNames.TLS_1_2) ? 2 : 1;
  }

  private static ToDoubleFunction<ForkRecord> phase(Phase phase) {
    return fork -> phase.of(ForkFigures.phases(fork));
  }
}
