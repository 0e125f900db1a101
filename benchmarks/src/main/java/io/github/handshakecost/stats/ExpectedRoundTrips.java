package io.github.handshakecost.stats;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Phase;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How many round trips a time takes by the protocol: one for TCP's SYN and SYN-ACK (RFC 9293
 * section 3.5), one for a handshake of TLS 1.3 (RFC 8446 section 2), two for a full one of TLS 1.2
 * and one for a resumed one (RFC 5246 section 7.3), one for request and response.
 *
 * @param cause the name in saved results
 * @param figure of a fork that shows it, in microseconds
 * @param number absent where the protocol does not say
 */
record ExpectedRoundTrips(
    String cause, ToDoubleFunction<ForkRecord> figure, @Nullable Double number) {
  /** Bytes of a body that the first congestion window surely holds (RFC 6928: ten segments). */
  private static final int FIRST_WINDOW = 10_000;

  private static final List<String> WAITS =
      List.of(AxisNames.USERS, AxisNames.POOL, AxisNames.SERVER_NAGLE, AxisNames.RECOVERY);

  /** The phases of a cell whose round trips are known, and the whole operation last. */
  static List<ExpectedRoundTrips> of(Cell cell) {
    final boolean known = cell.benchmark().equals(AxisNames.REQUEST) && !waits(cell);
    final List<ExpectedRoundTrips> expected = new ArrayList<>(known ? ofPhases(cell) : List.of());
    expected.add(new ExpectedRoundTrips("total", ForkRecord::mean, known ? ofRequest(cell) : null));
    return expected;
  }

  /** Whether a request waits for other users, an acknowledgement, a check or a larger window. */
  private static boolean waits(Cell cell) {
    return Integer.parseInt(cell.param(AxisNames.BODY)) > FIRST_WINDOW
        || WAITS.stream().anyMatch(axis -> cell.params().containsKey(axis));
  }

  private static List<ExpectedRoundTrips> ofPhases(Cell cell) {
    final String protocol = cell.param(AxisNames.PROTOCOL);
    final ExpectedRoundTrips tcp = ofPhase("tcp", Phase.TCP, 1);
    return switch (cell.policy()) {
      case AxisNames.POOLED -> List.of(ofPhase("exchange", Phase.EXCHANGE, 1));
      case AxisNames.RESUMED -> List.of(ofPhase(protocol + "-resumed", Phase.TLS, 1));
      case AxisNames.FULL ->
          protocol.equals(AxisNames.HTTP)
              ? List.of(tcp)
              : List.of(tcp, ofPhase(protocol + "-full", Phase.TLS, fullHandshake(protocol)));
      default -> List.of();
    };
  }

  /** Null where handshakes are of either kind. */
  private static @Nullable Double ofRequest(Cell cell) {
    return switch (cell.policy()) {
      case AxisNames.POOLED -> 1.0;
      case AxisNames.RESUMED -> 3.0;
      case AxisNames.FULL, AxisNames.NEW_CLIENT ->
          2 + fullHandshake(cell.param(AxisNames.PROTOCOL));
      default -> null;
    };
  }

  private static double fullHandshake(String protocol) {
    return switch (protocol) {
      case AxisNames.HTTP -> 0;
      case AxisNames.TLS_1_2 -> 2;
      default -> 1;
    };
  }

  private static ExpectedRoundTrips ofPhase(String cause, Phase phase, double number) {
    return new ExpectedRoundTrips(cause, fork -> phase.of(ForkFigures.phases(fork)), number);
  }
}
