package io.github.handshakecost.axis;

import java.util.Map;
import java.util.Optional;

/** One value for each axis: all that a trial has to know. */
public record Settings(
    Policy policy,
    Protocol protocol,
    Rtt rtt,
    ClientKind client,
    int body,
    Key key,
    ServerTls serverTls,
    ServerTransport transport,
    Placement placement) {

  /**
   * Reads the values of a cell.
   *
   * @param params axis name to value; an axis left out has its standard value
   * @throws UsageException if a value is not known
   */
  public static Settings of(Map<String, String> params) {
    return new Settings(
        value(Axes.POLICY, params),
        value(Axes.PROTOCOL, params),
        value(Axes.RTT, params),
        value(Axes.CLIENT, params),
        value(Axes.BODY, params),
        value(Axes.KEY, params),
        value(Axes.SERVER_TLS, params),
        value(Axes.TRANSPORT, params),
        value(Axes.PLACEMENT, params));
  }

  private static <T> T value(Axis<T> axis, Map<String, String> params) {
    return axis.parse(params.getOrDefault(axis.name(), axis.standard()));
  }

  /** Why this combination has no meaning, in a sentence; empty where it has one. */
  public Optional<String> nonsense() {
    if (policy.needsTls() && !protocol.secure()) {
      return Optional.of(
          "policy=%s needs TLS, and protocol=%s has no sessions to resume; take policy=%s"
              .formatted(policy.label(), protocol.label(), Policy.NEW_CONNECTION_FULL.label()));
    }
    return Optional.empty();
  }
}
