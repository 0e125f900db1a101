package io.github.handshakecost.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.handshakecost.client.Client.Response;
import io.github.handshakecost.client.ClientOptions.HeaderPlace;
import io.github.handshakecost.client.ClientOptions.Recovery;
import io.github.handshakecost.fixture.CertificateFlaw;
import io.github.handshakecost.fixture.Fault;
import io.github.handshakecost.fixture.FixtureConfig;
import io.github.handshakecost.fixture.HttpsFixture;
import io.github.handshakecost.fixture.Ledger;
import io.github.handshakecost.fixture.Occurrence;
import io.github.handshakecost.fixture.TlsVersion;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No client takes a server for another, or another protocol version for the one it offers. */
final class TrustTest {
  private final LongAdder validations = new LongAdder();

  @ParameterizedTest
  @MethodSource
  void badCertificateIsRefusedAndAGoodOneTaken(
      ClientKind kind, TlsLibrary library, CertificateFlaw flaw) throws IOException {
    final FixtureConfig badThenGood =
        FixtureConfig.defaults().withFault(new Fault.BadCertificate(flaw), Occurrence.first(1));
    for (final TlsVersion version : TlsVersion.values()) {
      try (HttpsFixture server = HttpsFixture.start(badThenGood)) {
        final Target target = Servers.https(server, version.protocol(), library);

        refuses(kind, target);

        assertThat(Servers.allClosed(server))
            .returns(1L, Ledger::connectionsAccepted)
            .returns(0L, Ledger::requests);
        assertThat(get(kind, target).status()).isEqualTo(404);
      }
    }
  }

  static Stream<Arguments> badCertificateIsRefusedAndAGoodOneTaken() {
    return withLibraries()
        .flatMap(
            pair ->
                Stream.of(CertificateFlaw.values())
                    .map(flaw -> arguments(pair.get()[0], pair.get()[1], flaw)));
  }

  static Stream<Arguments> withLibraries() {
    return Stream.of(ClientKind.values())
        .flatMap(kind -> Stream.of(TlsLibrary.values()).map(library -> arguments(kind, library)));
  }

  @ParameterizedTest
  @MethodSource("withLibraries")
  void olderProtocolThanTheOneOfferedIsRefused(ClientKind kind, TlsLibrary library)
      throws IOException {
    refusesProtocol(kind, library, TlsVersion.TLS_1_2, "TLSv1.3");
  }

  @ParameterizedTest
  @MethodSource("withLibraries")
  void newerProtocolThanTheOneOfferedIsRefused(ClientKind kind, TlsLibrary library)
      throws IOException {
    refusesProtocol(kind, library, TlsVersion.TLS_1_3, "TLSv1.2");
  }

  @Test
  void trustAnchorsThatAreNoneAreNamed() {
    final Target target =
        new Target(
            URI.create("https://localhost:1"),
            Servers.LOOPBACK,
            TlsConfig.of("TLSv1.3", "not PEM"),
            "secret",
            1);

    assertThatThrownBy(() -> ClientTls.load(target, validations))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://localhost:1")
        .hasMessageNotContaining("secret");
  }

  private void refusesProtocol(
      ClientKind kind, TlsLibrary library, TlsVersion served, String offered) throws IOException {
    try (HttpsFixture server =
        HttpsFixture.start(FixtureConfig.defaults().withTlsVersions(Set.of(served)))) {
      refuses(kind, Servers.https(server, offered, library));

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
                new ClientOptions(HeaderPlace.ON_CLIENT, Recovery.NONE),
                new PhaseClock())) {
      return client.get("/");
    }
  }
}
