package io.github.handshakecost.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.client.ClientOptions.HeaderPlace;
import io.github.handshakecost.client.ClientOptions.Recovery;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.fixture.Ledger;
import io.github.handshakecost.fixture.TlsProvider;
import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ClientTlsTest {
  private final LongAdder validations = new LongAdder();

  @ParameterizedTest
  @MethodSource("handshakes")
  void connectionAfterForgettingMakesAFullHandshake(
      TlsProvider provider, String protocol, ClientKind kind, TlsLibrary library)
      throws IOException {
    try (HttpsFixture server = start(provider)) {
      final Target target = Servers.https(server, protocol, library);
      final ClientTls tls = ClientTls.load(target, validations);
      try (Client client = open(kind, target, tls)) {
        connect(client);
        connect(client);
        counts(server, 1, 1);

        tls.forgetSessions();
        connect(client);
        counts(server, 2, 1);

        connect(client);
        counts(server, 2, 2);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("handshakes")
  void newContextKnowsNoSession(
      TlsProvider provider, String protocol, ClientKind kind, TlsLibrary library)
      throws IOException {
    try (HttpsFixture server = start(provider)) {
      final Target target = Servers.https(server, protocol, library);
      for (int i = 1; i <= 3; i++) {
        try (Client client = open(kind, target, ClientTls.load(target, validations))) {
          connect(client);
        }
        counts(server, i, 0);
      }
    }
  }

  /** Full handshakes are what the trust managers count too. */
  private void counts(HttpsFixture server, long full, long resumed) {
    assertThat(Servers.allClosed(server))
        .returns(full, Ledger::handshakesFull)
        .returns(resumed, Ledger::handshakesResumed);
    assertThat(validations.sum()).isEqualTo(full);
  }

  private static Client open(ClientKind kind, Target target, ClientTls tls) {
    return kind.factory()
        .open(
            target, tls, new ClientOptions(HeaderPlace.ON_CLIENT, Recovery.NONE), new PhaseClock());
  }

  private static void connect(Client client) throws IOException {
    assertThat(client.get("/bytes/1").status()).isEqualTo(200);
    client.closeConnections();
  }

  private static HttpsFixture start(TlsProvider provider) {
    return HttpsFixture.start(FixtureConfig.defaults().withTlsProvider(provider));
  }

  private static Stream<Arguments> handshakes() {
    return Stream.of(TlsProvider.JDK, TlsProvider.AUTO)
        .flatMap(
            provider ->
                Stream.of("TLSv1.2", "TLSv1.3")
                    .flatMap(
                        protocol ->
                            ClientsTest.closing()
                                .flatMap(
                                    kind ->
                                        libraries(kind)
                                            .map(
                                                library ->
                                                    Arguments.of(
                                                        provider, protocol, kind, library)))));
  }

  private static Stream<TlsLibrary> libraries(ClientKind kind) {
    return Stream.of(TlsLibrary.values())
        .filter(library -> library == TlsLibrary.JDK || kind != ClientKind.HTTPCLIENT5_ASYNC);
  }
}
