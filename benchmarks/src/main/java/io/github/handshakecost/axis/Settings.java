package io.github.handshakecost.axis;

import io.github.handshakecost.axis.Axes.Placement;
import io.github.handshakecost.axis.Axes.Rtt;
import io.github.handshakecost.client.ClientKind;
import io.github.handshakecost.fixture.KeyType;
import io.github.handshakecost.fixture.TlsProvider;
import io.github.handshakecost.fixture.Transport;
import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import java.util.Map;
import java.util.Optional;

/** One value for each axis: everything that a trial has to know. */
public record Settings(
    Policy policy,
    Protocol protocol,
    Rtt rtt,
    ClientKind client,
    int body,
    KeyType key,
    TlsProvider serverTls,
    Transport transport,
    Placement placement) {

  /**
   * Reads the values of a cell; an axis that is left out has its standard value.
   *
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

  /** Why this combination has no meaning, with the remedy; empty if it has one. */
  public Optional<String> validationError() {
    return policy.needsTls() && !protocol.secure()
        ? Optional.of(
            "policy=%s needs TLS, and protocol=%s has no sessions to resume; use policy=%s"
                .formatted(policy.label(), protocol.label(), AxisNames.FULL))
        : Optional.empty();
  }
}
