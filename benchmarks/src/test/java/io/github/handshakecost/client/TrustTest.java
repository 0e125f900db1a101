package io.github.handshakecost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.client.Client.HeaderPlace;
import io.github.handshakecost.client.Client.Response;
import io.github.handshakecost.fixture.CertificateAuthority;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.fixture.KeyType;
import io.github.handshakecost.fixture.Ledger;
import io.github.handshakecost.fixture.TlsVersion;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No client takes a server for another, or another protocol version for the one it offers. */
final class TrustTest {
  private final LongAdder validations = new LongAdder();

  @ParameterizedTest
  @EnumSource
  void serverOfAnUnknownAuthorityIsRefused(ClientKind kind) throws IOException {
    try (HttpsFixture server = HttpsFixture.start(FixtureConfig.defaults())) {
      final String other = CertificateAuthority.create(KeyType.EC_P256).certificatePem();
      final Target target =
          new Target(server.https(), Servers.LOOPBACK, "TLSv1.3", other, server.bearerToken());

      refuses(kind, target);

      assertThat(validations.sum()).isEqualTo(1);
      assertThat(Servers.allClosed(server))
          .returns(1L, Ledger::connectionsAccepted)
          .returns(0L, Ledger::requests);
    }
  }

  @ParameterizedTest
  @EnumSource
  void serverOfAnotherNameIsRefused(ClientKind kind) throws Exception {
    try (NamedServer server = NamedServer.start("elsewhere.example")) {
      assertThatThrownBy(() -> get(kind, server.target()))
          .isInstanceOf(SSLException.class)
          .hasMessageContaining("localhost");
    }
  }

  @ParameterizedTest
  @EnumSource
  void serverOfTheRightNameIsTaken(ClientKind kind) throws Exception {
    try (NamedServer server = NamedServer.start("localhost")) {
      assertThat(get(kind, server.target()).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource
  void olderProtocolThanTheOneOfferedIsRefused(ClientKind kind) throws IOException {
    refusesProtocol(kind, TlsVersion.TLS_1_2, "TLSv1.3");
  }

  @ParameterizedTest
  @EnumSource
  void newerProtocolThanTheOneOfferedIsRefused(ClientKind kind) throws IOException {
    refusesProtocol(kind, TlsVersion.TLS_1_3, "TLSv1.2");
  }

  @Test
  void trustAnchorsThatAreNoneAreNamed() {
    final Target target =
        new Target(
            URI.create("https://localhost:1"), Servers.LOOPBACK, "TLSv1.3", "not PEM", "secret");

    assertThatThrownBy(() -> ClientTls.load(target, validations))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://localhost:1")
        .hasMessageNotContaining("secret");
  }

  private void refusesProtocol(ClientKind kind, TlsVersion served, String offered)
      throws IOException {
    try (HttpsFixture server =
        HttpsFixture.start(FixtureConfig.defaults().withTlsVersions(Set.of(served)))) {
      refuses(kind, Servers.https(server, offered));

      assertThat(Servers.allClosed(server).requests()).isZero();
    }
  }

  private void refuses(ClientKind kind, Target target) {
    assertThatThrownBy(() -> get(kind, target)).isInstanceOf(SSLException.class);
  }

  private Response get(ClientKind kind, Target target) throws IOException {
    try (Client client =
        kind.factory()
            .open(
                target,
                ClientTls.load(target, validations),
                HeaderPlace.ON_CLIENT,
                new PhaseClock())) {
      return client.get("/");
    }
  }
}
