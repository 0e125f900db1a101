package io.github.handshakecost.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Platform;
import io.github.handshakecost.client.Client.Response;
import io.github.handshakecost.client.ClientOptions.HeaderPlace;
import io.github.handshakecost.client.ClientOptions.Recovery;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.fixture.Ledger;
import io.github.handshakecost.model.Phase;
import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Behaviour that all clients share. */
final class ClientsTest {
  private final PhaseClock clock = new PhaseClock();
  private HttpsFixture server;

  @BeforeEach
  void startServer() {
    server = HttpsFixture.start(FixtureConfig.defaults());
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void bodiesOfAnyLengthArriveWhole(ClientKind kind) throws IOException {
    for (final Target target :
        new Target[] {
          Servers.http(server), Servers.https(server, "TLSv1.2"), Servers.https(server, "TLSv1.3")
        }) {
      try (Client client = open(kind, target, HeaderPlace.ON_CLIENT)) {
        for (final int length : new int[] {0, 1, 16 * 1024, 1 << 20}) {
          final String path = "/bytes/" + length;
          final Response response = client.get(path);
          assertThat(response.status()).isEqualTo(200);
          assertThat(response.body()).isEqualTo(server.body(path));
        }
      }
    }
    assertThat(Servers.allClosed(server))
        .returns(3L, Ledger::connectionsAccepted)
        .returns(12L, Ledger::responses2xx);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void requestsCarryTokenAndAgent(ClientKind kind) throws IOException {
    for (final HeaderPlace place : HeaderPlace.values()) {
      try (Client client = open(kind, Servers.http(server), place)) {
        assertThat(client.get("/bytes/1").status()).isEqualTo(200);
        assertThat(client.get("/bytes/1").status()).isEqualTo(200);
      }
    }
    assertThat(Servers.allClosed(server)).returns(0L, Ledger::responses4xx);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void refusalIsReturnedUnchanged(ClientKind kind) throws IOException {
    final Target stranger =
        new Target(
            server.http(), Servers.LOOPBACK, TlsConfig.of("TLS", server.caPem()), "wrong", 1);

    try (Client client = open(kind, stranger, HeaderPlace.ON_CLIENT)) {
      assertThat(client.get("/bytes/1").status()).isEqualTo(401);
    }
    assertThat(Servers.allClosed(server)).returns(1L, Ledger::requests);
  }

  @ParameterizedTest
  @MethodSource("closing")
  void connectionsAreClosedByCloseNotifyAndFin(ClientKind kind) throws IOException {
    for (final String tls : new String[] {"TLSv1.2", "TLSv1.3"}) {
      try (Client client = open(kind, Servers.https(server, tls), HeaderPlace.ON_CLIENT)) {
        client.get("/bytes/1");
        client.closeConnections();
        final Ledger closed = Servers.allClosed(server);
        assertThat(closed.closeNotifies()).isEqualTo(closed.connectionsAccepted());
        client.get("/bytes/1");
      }
    }
    assertThat(Servers.allClosed(server))
        .returns(4L, Ledger::connectionsAccepted)
        .returns(4L, Ledger::closeNotifies)
        .returns(0L, Ledger::resets)
        .returns(0L, Ledger::resetsAfterClose);
  }

  @ParameterizedTest
  @MethodSource("timed")
  void connectsAndHandshakesAreGivenToTheClock(ClientKind kind) throws IOException {
    try (Client client = open(kind, Servers.https(server, "TLSv1.3"), HeaderPlace.ON_CLIENT)) {
      clock.start();
      client.get("/bytes/1");
      client.get("/bytes/1");
    }
    assertThat(clock.laps(Phase.TCP)).isEqualTo(1);
    assertThat(clock.laps(Phase.TLS)).isEqualTo(1);
    assertThat(clock.nanos(Phase.TCP)).isPositive();
    assertThat(clock.nanos(Phase.TLS)).isPositive();
  }

  @ParameterizedTest
  @MethodSource("timed")
  void plainConnectionHasNoHandshake(ClientKind kind) throws IOException {
    try (Client client = open(kind, Servers.http(server), HeaderPlace.ON_CLIENT)) {
      clock.start();
      client.get("/bytes/1");
    }
    assertThat(clock.laps(Phase.TCP)).isEqualTo(1);
    assertThat(clock.laps(Phase.TLS)).isZero();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void closingWithoutAConnectionIsHarmless(ClientKind kind) throws IOException {
    try (Client client = open(kind, Servers.http(server), HeaderPlace.ON_CLIENT)) {
      client.closeConnections();
    }
    assertThat(server.ledger().connectionsAccepted()).isZero();
  }

  private static Stream<ClientKind> kinds() {
    return Stream.of(ClientKind.values())
        .filter(kind -> kind.missing(Runtime.version().feature(), Platform.isLinux()).isEmpty());
  }

  static Stream<ClientKind> closing() {
    return kinds().filter(kind -> !kind.traits().contains(ClientTrait.KEEPS_CONNECTIONS));
  }

  private static Stream<ClientKind> timed() {
    return kinds().filter(kind -> !kind.traits().contains(ClientTrait.UNTIMED));
  }

  private Client open(ClientKind kind, Target target, HeaderPlace headers) {
    return kind.factory()
        .open(
            target,
            ClientTls.load(target, new LongAdder()),
            new ClientOptions(headers, Recovery.NONE),
            clock);
  }
}
