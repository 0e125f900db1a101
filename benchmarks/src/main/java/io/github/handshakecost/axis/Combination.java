package io.github.handshakecost.axis;

import io.github.handshakecost.axis.Axes.Placement;
import io.github.handshakecost.client.ClientKind;
import io.github.handshakecost.client.ClientOptions.Recovery;
import io.github.handshakecost.client.ClientTrait;
import io.github.handshakecost.client.TlsLibrary;
import io.github.handshakecost.fixture.NamedGroup;
import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether values of several axes make sense together. */
record Combination(Settings settings) {
  /** A loop of eleven such connections ends before its fork seems to stand still. */
  private static final Duration LONGEST_CONNECTION = Duration.ofSeconds(20);

  /** The server needs a part of it to end a request before it closes. */
  private static final Duration LEAST_PAUSE = Duration.ofMillis(20);

  /** Why it has no meaning, with the remedy; empty if it has one. */
  Optional<String> error() {
    final Policy policy = settings.get(Axes.POLICY);
    final Protocol protocol = settings.get(Axes.PROTOCOL);
    if (policy.needsTls() && !protocol.secure()) {
      return Optional.of(
          "policy=%s needs TLS, and protocol=%s has no sessions to resume; use policy=%s"
              .formatted(policy.label(), protocol.label(), AxisNames.FULL));
    }
    if (!protocol.secure()) {
      for (final Axis<?> axis :
          List.<Axis<?>>of(Axes.CHAIN, Axes.CLIENT_AUTH, Axes.CLIENT_TLS, Axes.TRUST, Axes.GROUP)) {
        if (!settings.get(axis).equals(axis.parse(axis.standard()))) {
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
    final Integer nth = settings.find(Axes.NTH).orElse(null);
    if (nth != null) {
      return errorOfANewJvm(nth);
    }
    if (settings.find(Axes.CDS).isPresent()) {
      return Optional.of("cds is an axis of new JVMs; name a request, as in -p nth=2");
    }
    return errorOfTls()
        .or(() -> errorOfClient(policy))
        .or(() -> settings.get(Axes.USERS) > 1 ? errorOfManyUsers() : errorOfPool());
  }

  private Optional<String> errorOfTls() {
    final Protocol protocol = settings.get(Axes.PROTOCOL);
    if (settings.get(Axes.GROUP) == NamedGroup.X25519MLKEM768 && protocol == Protocol.TLS_1_2) {
      return Optional.of(
          "group=x25519mlkem768 is a group of TLS 1.3 and not of protocol=%s; use protocol=%s"
              .formatted(protocol.label(), Protocol.TLS_1_3.label()));
    }
    if (settings.get(Axes.CLIENT_TLS) == TlsLibrary.JDK) {
      return Optional.empty();
    }
    final String library = settings.get(Axes.CLIENT_TLS).label();
    if (settings.get(Axes.CLIENT) == ClientKind.HTTPCLIENT5_ASYNC) {
      return Optional.of(
          "client=%s resets connections that it closes with clientTls=%s; use client=%s"
              .formatted(
                  ClientKind.HTTPCLIENT5_ASYNC.label(), library, ClientKind.HTTPCLIENT5.label()));
    }
    return protocol == Protocol.HTTP_2
        ? Optional.of(
            "clientTls=%s closes some connections of protocol=%s without close_notify; use protocol=%s"
                .formatted(library, protocol.label(), Protocol.TLS_1_3.label()))
        : Optional.empty();
  }

  /** Of connections that are reused for a while. */
  private Optional<String> errorOfReuse(Policy policy) {
    final int limit = settings.get(Axes.REQUESTS_PER_CONNECTION);
    if ((policy == Policy.LIMITED) != (limit > 0)) {
      return Optional.of(
          "policy=%s and requestsPerConnection=%s contradict each other; use policy=limited with requestsPerConnection=2 to 1000"
              .formatted(policy.label(), limit == 0 ? AxisNames.NO_LIMIT : limit));
    }
    final Duration rtt = settings.get(Axes.RTT).time();
    final Duration request = rtt.plus(settings.get(Axes.IDLE));
    if (request.multipliedBy(limit).compareTo(LONGEST_CONNECTION) > 0) {
      return Optional.of(
          "requestsPerConnection=%d takes longer than %d s at rtt=%s idle=%dms, and a block ends with a connection; use at most %d"
              .formatted(
                  limit,
                  LONGEST_CONNECTION.toSeconds(),
                  settings.get(Axes.RTT).label(),
                  settings.get(Axes.IDLE).toMillis(),
                  LONGEST_CONNECTION.dividedBy(request)));
    }
    if (policy == Policy.EXPIRED
        && (settings.get(Axes.IDLE).isZero() || settings.get(Axes.RECOVERY) == Recovery.NONE)) {
      return Optional.of(
          "policy=expired needs a pause in which the server closes the connection, and a client that recovers from it; use idle=250ms with recovery=retry or recovery=check");
    }
    final Duration pause = LEAST_PAUSE.plus(rtt.multipliedBy(2));
    if (policy == Policy.EXPIRED && settings.get(Axes.IDLE).compareTo(pause) < 0) {
      return Optional.of(
          "policy=expired idle=%dms: the server closes after half of the pause, which would hit a request at work; use idle=%dms or more at rtt=%s"
              .formatted(
                  settings.get(Axes.IDLE).toMillis(),
                  pause.toMillis(),
                  settings.get(Axes.RTT).label()));
    }
    if (settings.get(Axes.RECOVERY) != Recovery.NONE
        && settings.get(Axes.CLIENT) != ClientKind.HTTPCLIENT5) {
      return Optional.of(
          "recovery=%s is a setting of Apache HttpClient; use client=%s"
              .formatted(settings.get(Axes.RECOVERY).label(), ClientKind.HTTPCLIENT5.label()));
    }
    return Optional.empty();
  }

  private Optional<String> errorOfClient(Policy policy) {
    final ClientKind client = settings.get(Axes.CLIENT);
    if (settings.get(Axes.PROTOCOL) == Protocol.HTTP_2
        && !client.traits().contains(ClientTrait.HTTP_2)) {
      return Optional.of(
          "client=%s is not measured over HTTP/2; use client=okhttp or jdk, or protocol=tls1.3"
              .formatted(client.label()));
    }
    if (client.traits().contains(ClientTrait.KEEPS_CONNECTIONS) && policy.closesConnections()) {
      return Optional.of(
          "client=%s cannot close a connection, and policy=%s needs that; use policy=pooled, new-client or new-client-shared-context"
              .formatted(client.label(), policy.label()));
    }
    if (client.traits().contains(ClientTrait.ONE_ADDRESS) && settings.get(Axes.RTT).isDistant()) {
      return Optional.of(
          "client=%s connects to the system's address of localhost, which rtt=%s does not change; use rtt=%s, or another client"
              .formatted(client.label(), settings.get(Axes.RTT).label(), AxisNames.LOOPBACK));
    }
    return Optional.empty();
  }

  private Optional<String> errorOfManyUsers() {
    final int users = settings.get(Axes.USERS);
    final Policy policy = settings.get(Axes.POLICY);
    final ClientKind client = settings.get(Axes.CLIENT);
    if (!client.servesManyUsers()) {
      return Optional.of(
          "users=%d needs a client that several threads share, and client=%s is one for each; use client=%s or %s"
              .formatted(
                  users,
                  client.label(),
                  ClientKind.HTTPCLIENT5.label(),
                  ClientKind.OKHTTP.label()));
    }
    if (!client.limitsItsPool() && policy != Policy.POOLED) {
      return Optional.of(
          "users=%d client=%s is measured with policy=%s only; use client=%s"
              .formatted(
                  users, client.label(), Policy.POOLED.label(), ClientKind.HTTPCLIENT5.label()));
    }
    if (policy == Policy.NEW_CONNECTION_FULL || policy == Policy.LIMITED) {
      return Optional.of(
          "policy=%s cannot have users=%d: a user would resume the session that another has just made; use policy=%s"
              .formatted(policy.label(), users, AxisNames.NEW_CLIENT));
    }
    if (settings.get(Axes.PLACEMENT) == Placement.SAME_CORE) {
      return Optional.of(
          "users=%d contradicts placement=%s: several threads on one core only queue; use placement=%s"
              .formatted(users, AxisNames.SAME_CORE, AxisNames.FREE));
    }
    return errorOfPool();
  }

  /** A pool of as many connections as users is the ample one: there is one name for each cell. */
  private Optional<String> errorOfPool() {
    final int pool = settings.get(Axes.POOL);
    final int users = settings.get(Axes.USERS);
    final ClientKind client = settings.get(Axes.CLIENT);
    if (pool > 0 && !client.limitsItsPool()) {
      return Optional.of(
          "pool=%d: client=%s opens connections as it needs them; use client=%s"
              .formatted(pool, client.label(), ClientKind.HTTPCLIENT5.label()));
    }
    if (pool > 0 && settings.get(Axes.POLICY) != Policy.POOLED) {
      return Optional.of(
          "pool=%d has no meaning with policy=%s, which keeps no connection; use pool=%s"
              .formatted(pool, settings.get(Axes.POLICY).label(), AxisNames.AMPLE));
    }
    return pool >= users
        ? Optional.of(
            "pool=%d is ample for users=%d; use pool=%s".formatted(pool, users, AxisNames.AMPLE))
        : Optional.empty();
  }

  private Optional<String> errorOfANewJvm(int request) {
    final Policy policy = settings.get(Axes.POLICY);
    if (settings.get(Axes.RTT).isDistant()) {
      return Optional.of(
          "nth=%d rtt=%s: new JVMs are measured on loopback only; use rtt=%s"
              .formatted(request, settings.get(Axes.RTT).label(), AxisNames.LOOPBACK));
    }
    if (settings.get(Axes.PLACEMENT) == Placement.SAME_CORE) {
      return Optional.of(
          "nth=%d placement=%s: the server of a new JVM is another process, which cannot share its core; use placement=%s"
              .formatted(request, AxisNames.SAME_CORE, AxisNames.FREE));
    }
    if (settings.get(Axes.PROTOCOL) == Protocol.HTTP_2) {
      return Optional.of(
          "nth=%d protocol=%s: new JVMs are measured over HTTP/1.1 only; use protocol=tls1.3"
              .formatted(request, Protocol.HTTP_2.label()));
    }
    if (settings.get(Axes.CLIENT).traits().contains(ClientTrait.UNTIMED)) {
      return Optional.of(
          "nth=%d client=%s: this client does not tell when it connects, which proves the requests of a new JVM; use client=%s"
              .formatted(
                  request, settings.get(Axes.CLIENT).label(), ClientKind.HTTPCLIENT5.label()));
    }
    for (final String name : AxisNames.optionalAxes().keySet()) {
      final Axis<?> axis = Axes.named(name);
      if (!settings.get(axis).equals(axis.parse(axis.standard()))) {
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
