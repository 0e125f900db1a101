package io.github.handshakecost.result;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.model.Phase.PhaseTimes;
import java.util.Map;

/** Where the time of a sample cell goes: a set-up, a connection and a handshake of fixed size. */
final class SamplePhases {
  private static final Map<String, Double> TLS =
      Map.of(
          "pooled", 0.0,
          "new-connection-resumed", 700.0,
          "new-connection-full", 1400.0,
          "new-client", 1420.0);

  private SamplePhases() {}

  static PhaseTimes of(Cell cell, double factor) {
    final boolean secure = cell.param("protocol").startsWith("tls");
    final String policy = cell.param("policy");
    final boolean reused = policy.equals("pooled");
    final PhaseTimes request =
        new PhaseTimes(
            policy.equals("new-client") ? 900 : 0,
            reused ? 0.0 : 90.0,
            secure ? TLS.getOrDefault(policy, 0.0) : 0.0,
            (secure ? 22 : 18) + (reused ? 0 : 3),
            reused ? 0 : 40,
            0.5);
    return away(cell, scaled(request, factor * cold(cell) * requests(cell)));
  }

  /** The earlier a request of a new JVM, the longer. */
  private static double cold(Cell cell) {
    return cell.cold() ? 1 + 100 / Double.parseDouble(cell.param("nth")) : 1;
  }

  /** With the round trips that the protocol takes. */
  private static PhaseTimes away(Cell cell, PhaseTimes near) {
    final double rtt = requests(cell) * rttMicros(cell);
    final boolean connects = !cell.param("policy").equals("pooled");
    final boolean resumed = cell.param("policy").endsWith("resumed");
    final String protocol = cell.param("protocol");
    final int handshake =
        protocol.equals("http") ? 0 : protocol.equals("tls1.2") && !resumed ? 2 : 1;
    return new PhaseTimes(
        near.setup(),
        Phase.TCP.of(near) + (connects ? rtt : 0),
        Phase.TLS.of(near) + (connects ? handshake * rtt : 0),
        near.exchange() + rtt,
        near.close(),
        near.residual());
  }

  static double rttMicros(Cell cell) {
    return 1e3 * Double.parseDouble(cell.param("rtt").replace("ms", ""));
  }

  static long requests(Cell cell) {
    return cell.benchmark().equals("request") ? 1 : 11;
  }

  static PhaseTimes scaled(PhaseTimes phases, double factor) {
    return new PhaseTimes(
        phases.setup() * factor,
        Phase.TCP.of(phases) * factor,
        Phase.TLS.of(phases) * factor,
        phases.exchange() * factor,
        phases.close() * factor,
        phases.residual() * factor);
  }
}
