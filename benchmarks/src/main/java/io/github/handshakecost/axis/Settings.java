package io.github.handshakecost.axis;

import io.github.handshakecost.client.ClientKind;
import io.github.handshakecost.client.ClientTrait;
import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One value for each axis: everything that a trial has to know. */
public final class Settings {
  private final Map<Axis<?>, Object> values;

  private Settings(Map<Axis<?>, Object> values) {
    this.values = values;
  }

  /**
   * Reads the values of a cell; an axis that is left out has its standard value.
   *
   * @throws UsageException if a value is not known
   */
  public static Settings of(Map<String, String> params) {
    final Map<Axis<?>, Object> values = new LinkedHashMap<>();
    for (final Axis<?> axis : Axes.all()) {
      values.put(axis, axis.parse(params.getOrDefault(axis.name(), axis.standard())));
    }
    return new Settings(values);
  }

  /** The value of an axis. */
  @SuppressWarnings("unchecked") // each value was parsed by its axis
  public <T> T get(Axis<T> axis) {
    return (T) Objects.requireNonNull(values.get(axis));
  }

  /** The values of some axes, in this order, to group settings by. */
  public List<Object> get(List<Axis<?>> axes) {
    return axes.stream().<Object>map(this::get).toList();
  }

  public boolean secure() {
    return get(Axes.PROTOCOL).secure();
  }

  /** Why this combination has no meaning, with the remedy; empty if it has one. */
  public Optional<String> validationError() {
    final Policy policy = get(Axes.POLICY);
    final Protocol protocol = get(Axes.PROTOCOL);
    if (policy.needsTls() && !protocol.secure()) {
      return Optional.of(
          "policy=%s needs TLS, and protocol=%s has no sessions to resume; use policy=%s"
              .formatted(policy.label(), protocol.label(), AxisNames.FULL));
    }
    final int limit = get(Axes.REQUESTS_PER_CONNECTION);
    if ((policy == Policy.LIMITED) != (limit > 0)) {
      return Optional.of(
          "policy=%s and requestsPerConnection=%s contradict each other; use policy=limited with requestsPerConnection=2 to 1000"
              .formatted(policy.label(), limit == 0 ? AxisNames.NO_LIMIT : limit));
    }
    return clientError(policy);
  }

  private Optional<String> clientError(Policy policy) {
    final ClientKind client = get(Axes.CLIENT);
    if (client.traits().contains(ClientTrait.KEEPS_CONNECTIONS) && policy.closesConnections()) {
      return Optional.of(
          "client=%s cannot close a connection, and policy=%s needs that; use policy=pooled, new-client or new-client-shared-context"
              .formatted(client.label(), policy.label()));
    }
    if (client.traits().contains(ClientTrait.ONE_ADDRESS) && get(Axes.RTT).isDistant()) {
      return Optional.of(
          "client=%s connects to the system's address of localhost, which rtt=%s does not change; use rtt=%s, or another client"
              .formatted(client.label(), get(Axes.RTT).label(), AxisNames.LOOPBACK));
    }
    return Optional.empty();
  }
}
