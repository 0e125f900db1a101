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
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
  @Test
  void axesLeftOutHaveTheirStandardValues() {
    final Settings settings = Settings.of(Map.of());

    assertThat(Axes.ofEveryCell())
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
  void axesOfNewJvmsAreRead() {
    final Settings settings = Settings.of(Map.of("nth", "5", "cds", "off"));

    assertThat(settings.find(Axes.NTH)).hasValue(5);
    assertThat(settings.find(Axes.CDS)).hasValue(false);
  }

  @Test
  void unknownValueIsRefused() {
    assertThatThrownBy(() -> Settings.of(Map.of("rtt", "3 days")))
        .isInstanceOf(UsageException.class)
        .hasMessage("rtt=3 days is out of range; it goes from " + Rtt.RANGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"250", "10001ms", "0.5ms", "01ms"})
  void pauseOutOfRangeIsRefused(String text) {
    assertThatThrownBy(() -> Axes.IDLE.parse(text))
        .hasMessage("idle=%s is out of range; it goes from 0ms to 10000ms".formatted(text));
  }
}
