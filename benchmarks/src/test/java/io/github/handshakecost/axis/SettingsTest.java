package io.github.handshakecost.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.axis.Axes.Placement;
import io.github.handshakecost.axis.Axes.Rtt;
import io.github.handshakecost.client.ClientKind;
import io.github.handshakecost.client.TlsConfig.Trust;
import io.github.handshakecost.fixture.KeyType;
import io.github.handshakecost.fixture.TlsProvider;
import io.github.handshakecost.fixture.Transport;
import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.Policy;
import io.github.handshakecost.model.Protocol;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SettingsTest {

  @Test
  void axesLeftOutHaveTheirStandardValues() {
    final Settings settings = Settings.of(Map.of());

    assertThat(Axes.all())
        .allSatisfy(
            axis -> assertThat((Object) settings.get(axis)).isEqualTo(axis.parse(axis.standard())));
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
            "placement", "free",
            "trust", "bundle");

    final Settings settings = Settings.of(params);

    assertThat(settings.get(Axes.POLICY)).isEqualTo(Policy.NEW_CLIENT);
    assertThat(settings.get(Axes.PROTOCOL)).isEqualTo(Protocol.TLS_1_2);
    assertThat(settings.get(Axes.CLIENT)).isEqualTo(ClientKind.RAW_SOCKET);
    assertThat(settings.get(Axes.BODY)).isEqualTo(16);
    assertThat(settings.get(Axes.KEY)).isEqualTo(KeyType.RSA_2048);
    assertThat(settings.get(Axes.SERVER_TLS)).isEqualTo(TlsProvider.JDK);
    assertThat(settings.get(Axes.TRANSPORT)).isEqualTo(Transport.NIO);
    assertThat(settings.get(Axes.PLACEMENT)).isEqualTo(Placement.FREE);
    assertThat(settings.get(Axes.TRUST)).isEqualTo(Trust.BUNDLE);
  }

  @Test
  void optionalAxesOfCellsHaveTheStandardValuesOfTheirAxes() {
    assertThat(AxisNames.optionalAxes())
        .allSatisfy((name, value) -> assertThat(Axes.named(name).standard()).isEqualTo(value));
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
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LIMITED")
  void everyPolicyMakesSenseOverTls(Policy policy) {
    assertThat(settings(policy, Protocol.TLS_1_2).validationError()).isEmpty();
    assertThat(settings(policy, Protocol.TLS_1_3).validationError()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"limited, none", "pooled, 10"})
  void limitAndItsPolicyBelongTogether(String policy, String limit) {
    assertThat(
            Settings.of(Map.of("policy", policy, "requestsPerConnection", limit)).validationError())
        .hasValue(
            "policy=%s and requestsPerConnection=%s contradict each other; use policy=limited with requestsPerConnection=2 to 1000"
                .formatted(policy, limit));
    assertThat(
            Settings.of(Map.of("policy", "limited", "requestsPerConnection", "10"))
                .validationError())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"new-connection-resumed, none", "new-connection-full, none", "limited, 10"})
  void policyThatClosesConnectionsNeedsAClientThatCan(String policy, String limit) {
    final Map<String, String> params =
        Map.of("client", "jdk", "policy", policy, "requestsPerConnection", limit);

    assertThat(Settings.of(params).validationError())
        .hasValue(
            "client=jdk cannot close a connection, and policy=%s needs that; use policy=pooled, new-client or new-client-shared-context"
                .formatted(policy));
    assertThat(Settings.of(Map.of("client", "jdk", "policy", "new-client")).validationError())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"jdk", "urlconnection"})
  void distanceNeedsAClientThatConnectsToItsAddresses(String client) {
    assertThat(Settings.of(Map.of("client", client, "rtt", "20ms")).validationError())
        .hasValue(
            "client=%s connects to the system's address of localhost, which rtt=20ms does not change; use rtt=0ms, or another client"
                .formatted(client));
    assertThat(Settings.of(Map.of("client", "okhttp", "rtt", "20ms")).validationError()).isEmpty();
  }

  private static Settings settings(Policy policy, Protocol protocol) {
    return Settings.of(Map.of("policy", policy.label(), "protocol", protocol.label()));
  }
}
