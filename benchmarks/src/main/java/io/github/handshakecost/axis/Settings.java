package io.github.handshakecost.axis;

import io.github.handshakecost.axis.Axes.Placement;
import io.github.handshakecost.client.ClientKind;
import io.github.handshakecost.client.ClientOptions.Recovery;
import io.github.handshakecost.client.ClientTrait;
import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One value for each axis: everything that a trial has to know. */
public final class Settings {
  /** A loop of eleven such connections ends before its fork seems to stand still. */
  private static final Duration LONGEST_CONNECTION = Duration.ofSeconds(20);

  /** The server needs a part of it to end a request before it closes. */
  private static final Duration LEAST_PAUSE = Duration.ofMillis(20);

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
      if (params.containsKey(axis.name()) || Axes.ofEveryCell().contains(axis)) {
        values.put(axis, axis.parse(params.getOrDefault(axis.name(), axis.standard())));
      }
    }
    return new Settings(values);
  }

  /** The value of an axis. */
  @SuppressWarnings("unchecked") // each value was parsed by its axis
  public <T> T get(Axis<T> axis) {
    return (T) Objects.requireNonNull(values.get(axis));
  }

  /** The value of an axis of new JVMs; empty if the cell is of a warm one. */
  @SuppressWarnings("unchecked") // each value was parsed by its axis
  public <T> Optional<T> find(Axis<T> axis) {
    return Optional.ofNullable((T) values.get(axis));
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
    if (!protocol.secure()) {
      for (final Axis<?> axis :
          List.<Axis<?>>of(Axes.CHAIN, Axes.CLIENT_AUTH, Axes.TRUST, Axes.GROUP)) {
        if (!get(axis).equals(axis.parse(axis.standard()))) {
          return Optional.of(
              "%s is an axis of TLS, and protocol=%s has none; leave it out, or use protocol=tls1.3"
                  .formatted(axis.name(), protocol.label()));
        }
      }
    }
    final Optional<String> reuse = errorOfReuse(policy);
    if (reuse.isPresent()) {
      return reuse;
    }
    final Integer nth = find(Axes.NTH).orElse(null);
    if (nth != null) {
      return errorOfANewJvm(nth);
    }
    if (find(Axes.CDS).isPresent()) {
      return Optional.of("cds is an axis of new JVMs; name a request, as in -p nth=2");
    }
    return errorOfClient(policy).or(() -> get(Axes.USERS) > 1 ? errorOfManyUsers() : errorOfPool());
  }

  /** Of connections that are reused for a while. */
  private Optional<String> errorOfReuse(Policy policy) {
    final int limit = get(Axes.REQUESTS_PER_CONNECTION);
    if ((policy == Policy.LIMITED) != (limit > 0)) {
      return Optional.of(
          "policy=%s and requestsPerConnection=%s contradict each other; use policy=limited with requestsPerConnection=2 to 1000"
              .formatted(policy.label(), limit == 0 ? AxisNames.NO_LIMIT : limit));
    }
    final Duration rtt = get(Axes.RTT).time();
    final Duration request = rtt.plus(get(Axes.IDLE));
    if (request.multipliedBy(limit).compareTo(LONGEST_CONNECTION) > 0) {
      return Optional.of(
          "requestsPerConnection=%d takes longer than %d s at rtt=%s idle=%dms, and a block ends with a connection; use at most %d"
              .formatted(
                  limit,
                  LONGEST_CONNECTION.toSeconds(),
                  get(Axes.RTT).label(),
                  get(Axes.IDLE).toMillis(),
                  LONGEST_CONNECTION.dividedBy(request)));
    }
    if (policy == Policy.EXPIRED
        && (get(Axes.IDLE).isZero() || get(Axes.RECOVERY) == Recovery.NONE)) {
      return Optional.of(
          "policy=expired needs a pause in which the server closes the connection, and a client that recovers from it; use idle=250ms with recovery=retry or recovery=check");
    }
    final Duration pause = LEAST_PAUSE.plus(rtt.multipliedBy(2));
    if (policy == Policy.EXPIRED && get(Axes.IDLE).compareTo(pause) < 0) {
      return Optional.of(
          "policy=expired idle=%dms: the server closes after half of the pause, which would hit a request at work; use idle=%dms or more at rtt=%s"
              .formatted(get(Axes.IDLE).toMillis(), pause.toMillis(), get(Axes.RTT).label()));
    }
    if (get(Axes.RECOVERY) != Recovery.NONE && get(Axes.CLIENT) != ClientKind.HTTPCLIENT5) {
      return Optional.of(
          "recovery=%s is a setting of Apache HttpClient; use client=%s"
              .formatted(get(Axes.RECOVERY).label(), ClientKind.HTTPCLIENT5.label()));
    }
    return Optional.empty();
  }

  private Optional<String> errorOfClient(Policy policy) {
    final ClientKind client = get(Axes.CLIENT);
    if (get(Axes.PROTOCOL) == Protocol.HTTP_2 && !client.traits().contains(ClientTrait.HTTP_2)) {
      return Optional.of(
          "client=%s is not measured over HTTP/2; use client=okhttp or jdk, or protocol=tls1.3"
              .formatted(client.label()));
    }
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

  private Optional<String> errorOfManyUsers() {
    final int users = get(Axes.USERS);
    final Policy policy = get(Axes.POLICY);
    if (!get(Axes.CLIENT).servesManyUsers()) {
      return Optional.of(
          "users=%d needs a client with a pool of connections, and client=%s has one connection; use client=%s"
              .formatted(users, get(Axes.CLIENT).label(), ClientKind.HTTPCLIENT5.label()));
    }
    if (policy == Policy.NEW_CONNECTION_FULL || policy == Policy.LIMITED) {
      return Optional.of(
          "policy=%s cannot have users=%d: a user would resume the session that another has just made; use policy=%s"
              .formatted(policy.label(), users, AxisNames.NEW_CLIENT));
    }
    if (get(Axes.PLACEMENT) == Placement.SAME_CORE) {
      return Optional.of(
          "users=%d contradicts placement=%s: several threads on one core only queue; use placement=%s"
              .formatted(users, AxisNames.SAME_CORE, AxisNames.FREE));
    }
    return errorOfPool();
  }

  /** A pool of as many connections as users is the ample one: there is one name for each cell. */
  private Optional<String> errorOfPool() {
    final int pool = get(Axes.POOL);
    final int users = get(Axes.USERS);
    if (pool > 0 && get(Axes.POLICY) != Policy.POOLED) {
      return Optional.of(
          "pool=%d has no meaning with policy=%s, which keeps no connection; use pool=%s"
              .formatted(pool, get(Axes.POLICY).label(), AxisNames.AMPLE));
    }
    return pool >= users
        ? Optional.of(
            "pool=%d is ample for users=%d; use pool=%s".formatted(pool, users, AxisNames.AMPLE))
        : Optional.empty();
  }

  private Optional<String> errorOfANewJvm(int request) {
    final Policy policy = get(Axes.POLICY);
    if (get(Axes.RTT).isDistant()) {
      return Optional.of(
          "nth=%d rtt=%s: new JVMs are measured on loopback only; use rtt=%s"
              .formatted(request, get(Axes.RTT).label(), AxisNames.LOOPBACK));
    }
    if (get(Axes.PLACEMENT) == Placement.SAME_CORE) {
      return Optional.of(
          "nth=%d placement=%s: the server of a new JVM is another process, which cannot share its core; use placement=%s"
              .formatted(request, AxisNames.SAME_CORE, AxisNames.FREE));
    }
    if (get(Axes.PROTOCOL) == Protocol.HTTP_2) {
      return Optional.of(
          "nth=%d protocol=%s: new JVMs are measured over HTTP/1.1 only; use protocol=tls1.3"
              .formatted(request, Protocol.HTTP_2.label()));
    }
    if (get(Axes.CLIENT).traits().contains(ClientTrait.UNTIMED)) {
      return Optional.of(
          "nth=%d client=%s: this client does not tell when it connects, which proves the requests of a new JVM; use client=%s"
              .formatted(request, get(Axes.CLIENT).label(), ClientKind.HTTPCLIENT5.label()));
    }
    for (final String name : AxisNames.optionalAxes().keySet()) {
      final Axis<?> axis = Axes.named(name);
      if (!get(axis).equals(axis.parse(axis.standard()))) {
        return Optional.of(
            "nth=%d: new JVMs are measured with %s=%s only; leave %s out, or measure without nth"
                .formatted(request, name, axis.standard(), name));
      }
    }
    return request == 1 && (policy == Policy.POOLED || policy.needsTls())
        ? Optional.of(
            "nth=1 policy=%s: the first request of a JVM reuses nothing under any policy; use policy=%s"
                .formatted(policy.label(), AxisNames.NEW_CLIENT))
        : Optional.empty();
  }
}
