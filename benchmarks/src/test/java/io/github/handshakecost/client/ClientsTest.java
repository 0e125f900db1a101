package io.github.handshakecost.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.client.Client.Response;
import io.github.handshakecost.client.ClientOptions.HeaderPlace;
import io.github.handshakecost.client.ClientOptions.Recovery;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.fixture.Ledger;
import io.github.handshakecost.model.Phase;
import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
  @EnumSource
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
  @CsvSource({
    "HTTPCLIENT5, ON_CLIENT",
    "HTTPCLIENT5, ON_REQUEST",
    "RAW_SOCKET, ON_CLIENT",
    "RAW_SOCKET, ON_REQUEST"
  })
  void requestsCarryTokenAndAgent(ClientKind kind, HeaderPlace place) throws IOException {
    try (Client client = open(kind, Servers.http(server), place)) {
      assertThat(client.get("/bytes/1").status()).isEqualTo(200);
      assertThat(client.get("/bytes/1").status()).isEqualTo(200);
    }
    assertThat(Servers.allClosed(server)).returns(0L, Ledger::responses4xx);
  }

  @ParameterizedTest
  @EnumSource
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
  @CsvSource({
    "HTTPCLIENT5, TLSv1.2",
    "HTTPCLIENT5, TLSv1.3",
    "RAW_SOCKET, TLSv1.2",
    "RAW_SOCKET, TLSv1.3"
  })
  void connectionsAreClosedByCloseNotifyAndFin(ClientKind kind, String tls) throws IOException {
    try (Client client = open(kind, Servers.https(server, tls), HeaderPlace.ON_CLIENT)) {
      client.get("/bytes/1");
      client.closeConnections();
      assertThat(Servers.allClosed(server).closeNotifies()).isEqualTo(1);
      client.get("/bytes/1");
    }
    assertThat(Servers.allClosed(server))
        .returns(2L, Ledger::connectionsAccepted)
        .returns(2L, Ledger::closeNotifies)
        .returns(0L, Ledger::resets);
  }

  @ParameterizedTest
  @EnumSource
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
  @EnumSource
  void plainConnectionHasNoHandshake(ClientKind kind) throws IOException {
    try (Client client = open(kind, Servers.http(server), HeaderPlace.ON_CLIENT)) {
      clock.start();
      client.get("/bytes/1");
    }
    assertThat(clock.laps(Phase.TCP)).isEqualTo(1);
    assertThat(clock.laps(Phase.TLS)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void closingWithoutAConnectionIsHarmless(ClientKind kind) throws IOException {
    try (Client client = open(kind, Servers.http(server), HeaderPlace.ON_CLIENT)) {
      client.closeConnections();
    }
    assertThat(server.ledger().connectionsAccepted()).isZero();
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
