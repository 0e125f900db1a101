package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.handshakecost.axis.Settings;
import io.github.handshakecost.fixture.ServerFacts;
import io.github.handshakecost.result.Warning;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Native libraries do not load from a temporary folder that is mounted noexec. */
final class FallbackTest {
  private static final Settings AUTO = Settings.of(Map.of());

  @Test
  void usualServerIsNoWarning() {
    assertThat(TestBed.fallbacks(AUTO, facts("BoringSSL (netty-tcnative 2)", "epoll"))).isEmpty();
  }

  @Test
  void slowerSoftwareIsAWarning() {
    assumeTrue(System.getProperty("os.name").equals("Linux"));

    assertThat(TestBed.fallbacks(AUTO, facts("JDK 17.0.15", "nio")))
        .extracting(Warning::cause)
        .containsExactly(
            "the server's TLS is the JDK's, because BoringSSL does not load",
            "the server waits for its sockets by NIO, because epoll does not load");
  }

  @Test
  void softwareThatWasAskedForIsNoWarning() {
    assertThat(
            TestBed.fallbacks(
                Settings.of(Map.of("serverTls", "jdk", "transport", "nio")),
                facts("JDK 17.0.15", "nio")))
        .isEmpty();
  }

  private static ServerFacts facts(String tls, String transport) {
    return new ServerFacts(tls, transport, "TLSv1.3", "TLS_AES_128_GCM_SHA256", "x25519");
  }
}
