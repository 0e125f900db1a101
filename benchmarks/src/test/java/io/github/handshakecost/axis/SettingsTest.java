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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                Placement.SAME_CORE,
                null,
                null));
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
                Placement.FREE,
                null,
                null));
  }

  @Test
  void axesOfNewJvmsAreRead() {
    final Settings settings = Settings.of(Map.of("nth", "5", "cds", "off"));

    assertThat(settings.nth()).isEqualTo(5);
    assertThat(settings.cds()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cds=on                             | cds is an axis of new JVMs; name a request, as in -p nth=2
          nth=5 placement=free rtt=20ms      | nth=5 rtt=20ms: new JVMs are measured on loopback only; use rtt=0ms
          nth=5                              | nth=5 placement=same-core: the server of a new JVM is another process, which cannot share its core; use placement=free
          nth=1 placement=free               | nth=1 policy=pooled: the first request of a JVM reuses nothing under any policy; use policy=new-client
          nth=1 placement=free policy=new-connection-resumed | nth=1 policy=new-connection-resumed: the first request of a JVM reuses nothing under any policy; use policy=new-client
          """)
  void combinationThatMakesNoSenseForANewJvmIsRefused(String params, String sentence) {
    assertThat(Settings.of(params(params)).validationError()).hasValue(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nth=1 placement=free policy=new-client",
        "nth=1 placement=free policy=new-connection-full",
        "nth=2 placement=free policy=pooled",
        "nth=1000 placement=free policy=new-connection-resumed cds=off"
      })
  void requestOfANewJvmMakesSense(String params) {
    assertThat(Settings.of(params(params)).validationError()).isEmpty();
  }

  private static Map<String, String> params(String text) {
    return Stream.of(text.split(" "))
        .map(param -> param.split("="))
        .collect(Collectors.toMap(param -> param[0], param -> param[1]));
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
