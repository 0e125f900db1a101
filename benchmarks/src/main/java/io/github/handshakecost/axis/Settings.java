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
import org.jspecify.annotations.Nullable;

/**
 * One value for each axis: everything that a trial has to know.
 *
 * @param nth the request of a new JVM that is timed; absent if the JVM is warm
 * @param cds whether a new JVM shares class data; absent if nothing says so
 */
public record Settings(
    Policy policy,
    Protocol protocol,
    Rtt rtt,
    ClientKind client,
    int body,
    KeyType key,
    TlsProvider serverTls,
    Transport transport,
    Placement placement,
    @Nullable Integer nth,
    @Nullable Boolean cds) {

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
        value(Axes.PLACEMENT, params),
        params.containsKey(AxisNames.NTH) ? value(Axes.NTH, params) : null,
        params.containsKey(AxisNames.CDS) ? value(Axes.CDS, params) : null);
  }

  private static <T> T value(Axis<T> axis, Map<String, String> params) {
    return axis.parse(params.getOrDefault(axis.name(), axis.standard()));
  }

  /** Why this combination has no meaning, with the remedy; empty if it has one. */
  public Optional<String> validationError() {
    if (policy.needsTls() && !protocol.secure()) {
      return Optional.of(
          "policy=%s needs TLS, and protocol=%s has no sessions to resume; use policy=%s"
              .formatted(policy.label(), protocol.label(), AxisNames.FULL));
    }
    if (nth == null) {
      return cds == null
          ? Optional.empty()
          : Optional.of("cds is an axis of new JVMs; name a request, as in -p nth=2");
    }
    return coldError(nth);
  }

  private Optional<String> coldError(int request) {
    if (rtt.isDistant()) {
      return Optional.of(
          "nth=%d rtt=%s: new JVMs are measured on loopback only; use rtt=%s"
              .formatted(request, rtt.label(), AxisNames.LOOPBACK));
    }
    if (placement == Placement.SAME_CORE) {
      return Optional.of(
          "nth=%d placement=%s: the server of a new JVM is another process, which cannot share its core; use placement=%s"
              .formatted(request, AxisNames.SAME_CORE, AxisNames.FREE));
    }
    return request == 1 && (policy == Policy.POOLED || policy.needsTls())
        ? Optional.of(
            "nth=1 policy=%s: the first request of a JVM reuses nothing under any policy; use policy=%s"
                .formatted(policy.label(), AxisNames.NEW_CLIENT))
        : Optional.empty();
  }
}
