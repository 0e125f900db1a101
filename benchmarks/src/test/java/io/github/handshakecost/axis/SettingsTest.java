package io.github.handshakecost.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.axis.Axes.Placement;
import io.github.handshakecost.axis.Axes.Rtt;
import io.github.handshakecost.client.ClientKind;
import io.github.handshakecost.fixture.KeyType;
import io.github.handshakecost.fixture.TlsProvider;
import io.github.handshakecost.fixture.Transport;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SettingsTest {

  @Test
  void axesLeftOutHaveTheirStandardValues() {
    assertThat(Settings.of(Map.of()))
        .isEqualTo(
            new Settings(
                Policy.POOLED,
                Protocol.TLS_1_3,
                Rtt.parse("0ms"),
                ClientKind.HTTPCLIENT5,
                1024,
                KeyType.EC_P256,
                TlsProvider.AUTO,
                Transport.AUTO,
                Placement.SAME_CORE));
  }

  @Test
  void everyAxisIsRead() {
    final Map<String, String> params =
        Map.of(
            "policy", "new-client",
            "protocol", "tls1.2",
            "client", "raw-socket",
            "body", "16",
            "key", "rsa-2048",
            "serverTls", "jdk",
            "transport", "nio",
            "placement", "free");

    assertThat(Settings.of(params))
        .isEqualTo(
            new Settings(
                Policy.NEW_CLIENT,
                Protocol.TLS_1_2,
                Rtt.parse("0ms"),
                ClientKind.RAW_SOCKET,
                16,
                KeyType.RSA_2048,
                TlsProvider.JDK,
                Transport.NIO,
                Placement.FREE));
  }

  @Test
  void unknownValueIsRefused() {
    assertThatThrownBy(() -> Settings.of(Map.of("rtt", "3 days")))
        .isInstanceOf(UsageException.class)
        .hasMessage("rtt=3 days is out of range; it goes from " + Rtt.RANGE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Policy.class,
      names = {"NEW_CONNECTION_RESUMED", "NEW_CLIENT_SHARED_CONTEXT"})
  void policyOfSessionsMakesNoSenseWithoutTls(Policy policy) {
    assertThat(settings(policy, Protocol.HTTP).validationError())
        .hasValue(
            "policy=%s needs TLS, and protocol=http has no sessions to resume;"
                    .formatted(policy.label())
                + " use policy=new-connection-full");
  }

  @ParameterizedTest
  @EnumSource(
      value = Policy.class,
      names = {"POOLED", "NEW_CONNECTION_FULL", "NEW_CLIENT"})
  void policyOfConnectionsMakesSenseWithoutTls(Policy policy) {
    assertThat(settings(policy, Protocol.HTTP).validationError()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyPolicyMakesSenseOverTls(Policy policy) {
    assertThat(settings(policy, Protocol.TLS_1_2).validationError()).isEmpty();
    assertThat(settings(policy, Protocol.TLS_1_3).validationError()).isEmpty();
  }

  private static Settings settings(Policy policy, Protocol protocol) {
    return Settings.of(Map.of("policy", policy.label(), "protocol", protocol.label()));
  }
}
