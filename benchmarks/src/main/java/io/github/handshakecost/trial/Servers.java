package io.github.handshakecost.trial;

import io.github.handshakecost.axis.Axes;
import io.github.handshakecost.axis.Axis;
import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.fixture.InjectedDelay;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The servers of a trial: one for each combination of values on the axes of the server. Each has
 * its own ledger; those that serve no request at the moment only wait.
 */
final class Servers implements AutoCloseable {
  private static final List<Axis<?>> AXES =
      List.of(
          Axes.KEY,
          Axes.CHAIN,
          Axes.CLIENT_AUTH,
          Axes.GROUP,
          Axes.SERVER_NAGLE,
          Axes.SERVER_TLS,
          Axes.TRANSPORT);

  /** Longer than any connection of another policy is idle. */
  private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(10);

  private final Map<List<Object>, HttpsFixture> running = new LinkedHashMap<>();
  private final UnaryOperator<FixtureConfig> tamper;

  /**
   * Starts the servers.
   *
   * @param addresses to listen on besides loopback
   * @param tamper a change of each server that the proof must detect, or the times must show
   */
  Servers(
      Collection<Settings> cells,
      List<InetAddress> addresses,
      UnaryOperator<FixtureConfig> tamper) {
    this.tamper = tamper;
    try {
      for (final Settings cell : cells) {
        running.computeIfAbsent(
            key(cell), absent -> HttpsFixture.start(config(cell).withAddresses(addresses)));
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static List<Object> key(Settings cell) {
    return List.of(cell.get(AXES), idleTimeout(cell), http2(cell));
  }

  private static boolean http2(Settings cell) {
    return cell.get(Axes.PROTOCOL) == Protocol.HTTP_2;
  }

  /** A connection of {@code policy=expired} is closed halfway through each pause. */
  private static Duration idleTimeout(Settings cell) {
    return cell.get(Axes.POLICY) == Policy.EXPIRED
        ? cell.get(Axes.IDLE).dividedBy(2)
        : IDLE_TIMEOUT;
  }

  private FixtureConfig config(Settings cell) {
    return tamper.apply(
        FixtureConfig.defaults()
            .withIdleTimeout(idleTimeout(cell))
            .withHttp2(http2(cell))
            .withKey(cell.get(Axes.KEY))
            .withIntermediate(cell.get(Axes.CHAIN))
            .withClientAuth(cell.get(Axes.CLIENT_AUTH))
            .withGroup(cell.get(Axes.GROUP))
            .withNagle(cell.get(Axes.SERVER_NAGLE))
            .withTlsProvider(cell.get(Axes.SERVER_TLS))
            .withTransport(cell.get(Axes.TRANSPORT)));
  }

  /** The server of a cell. */
  HttpsFixture of(Settings cell) {
    return Objects.requireNonNull(running.get(key(cell)));
  }

  Collection<HttpsFixture> all() {
    return running.values();
  }

  /** CPU time of all servers' threads so far. */
  long cpuNanos() {
    return running.values().stream().mapToLong(server -> server.ledger().cpuNanos()).sum();
  }

  /** What a cell's server does on purpose that no server does, in words; empty if nothing. */
  Optional<String> injected(Settings cell) {
    final List<String> words = new ArrayList<>();
    final FixtureConfig config = config(cell);
    final InjectedDelay delay = config.delay();
    if (!delay.isNone()) {
      words.add(
          "%s before each response and %s before each handshake"
              .formatted(TestBed.micros(delay.exchange()), TestBed.micros(delay.handshake())));
    }
    config.faults().forEach(fault -> words.add(fault + " in some responses"));
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
  }

  @Override
  public void close() {
    RuntimeException failed = null;
    for (final HttpsFixture server : running.values()) {
      try {
        server.close();
      } catch (RuntimeException e) {
        failed = e;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }
}
