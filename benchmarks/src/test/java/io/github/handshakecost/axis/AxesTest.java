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
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AxesTest {

  @Test
  void namesAreUniqueAndSafeForChartingTools() {
    assertThat(Axes.all())
        .extracting(Axis::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[^\\s=]+"));
  }

  @ParameterizedTest
  @MethodSource("axesOfConstants")
  void labelsAreUniqueAndSafeForChartingTools(Axis<?> axis) {
    assertThat(axis.range().split(", ", -1))
        .contains(axis.standard())
        .doesNotHaveDuplicates()
        .allMatch(label -> label.matches("[^\\s=,]+"));
  }

  @Test
  void everyLabelIsReadBackAsItsConstant() {
    assertThat(Policy.values()).allMatch(it -> Axes.POLICY.parse(it.label()) == it);
    assertThat(Protocol.values()).allMatch(it -> Axes.PROTOCOL.parse(it.label()) == it);
    assertThat(ClientKind.values()).allMatch(it -> Axes.CLIENT.parse(it.label()) == it);
    assertThat(Placement.values()).allMatch(it -> Axes.PLACEMENT.parse(it.label()) == it);
  }

  /** Saved runs hold these names, so a renamed constant must not change them. */
  @Test
  void valuesOfTheServerHaveTheirNames() {
    assertThat(Axes.KEY.range()).isEqualTo("ec-p256, ec-p384, rsa-2048, rsa-4096");
    assertThat(Axes.SERVER_TLS.range()).isEqualTo("auto, jdk, boringssl");
    assertThat(Axes.TRANSPORT.range()).isEqualTo("auto, nio, epoll");
    assertThat(Axes.KEY.parse("rsa-2048")).isEqualTo(KeyType.RSA_2048);
    assertThat(Axes.SERVER_TLS.parse("boringssl")).isEqualTo(TlsProvider.BORINGSSL);
    assertThat(Axes.TRANSPORT.parse("nio")).isEqualTo(Transport.NIO);
  }

  @Test
  void everyAxisIsFoundByItsName() {
    assertThat(Axes.all()).allSatisfy(axis -> assertThat(Axes.named(axis.name())).isSameAs(axis));
  }

  @Test
  void everyStandardValueIsAKnownOne() {
    assertThat(Axes.ofEveryCell())
        .allSatisfy(axis -> assertThat(axis.parse(axis.standard())).isNotNull());
    assertThat(Axes.CDS.parse(Axes.CDS.standard())).isTrue();
  }

  @Test
  void onlyAColdCellSaysWhichRequestItIs() {
    assertThat(Axes.NTH.parse("1000")).isEqualTo(1000);
    assertThatThrownBy(() -> Axes.NTH.parse(Axes.NTH.standard()))
        .isInstanceOf(UsageException.class)
        .hasMessage("nth=warm is not known; known values: 1, 2, 5, 10, 100, 1000");
  }

  @Test
  void unknownAxisIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> Axes.named("colour"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no axis colour")
        .hasMessageContainingAll(Axes.all().stream().map(Axis::name).toArray(CharSequence[]::new));
  }

  @Test
  void unknownValueIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> Axes.POLICY.parse("Pooled"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("policy=Pooled is not known")
        .hasMessageContainingAll(
            Arrays.stream(Policy.values()).map(Policy::label).toArray(CharSequence[]::new));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1024, 1 << 20})
  void bodyWithinItsBoundsIsTaken(int bytes) {
    assertThat(Axes.BODY.parse(Integer.toString(bytes))).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1048577", "4294967296", "1k", "", " 1", "1.5"})
  void bodyBeyondItsBoundsIsAnsweredWithThem(String bytes) {
    assertThatThrownBy(() -> Axes.BODY.parse(bytes))
        .isInstanceOf(UsageException.class)
        .hasMessage("body=%s is out of range; it goes from 0 to 1048576 bytes", bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "0ms, 0",
    "1ms, 1000",
    "20ms, 20000",
    "31.2ms, 31200",
    "195.7ms, 195700",
    "500ms, 500000"
  })
  void roundTripTimeIsReadInMilliseconds(String text, long micros) {
    final Rtt rtt = Axes.RTT.parse(text);

    assertThat(rtt.time()).isEqualTo(Duration.ofNanos(micros * 1000));
    assertThat(rtt.label()).isEqualTo(text);
    assertThat(rtt.isDistant()).isEqualTo(micros > 0);
  }

  /** The last three would be second names for a value. */
  @ParameterizedTest
  @ValueSource(strings = {"-1ms", "abc", "10s", "501ms", "0.5ms", "", "20.0ms", "020ms", "00ms"})
  void roundTripTimeBeyondItsBoundsIsAnsweredWithThem(String text) {
    assertThatThrownBy(() -> Axes.RTT.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "rtt=%s is out of range; it goes from 0ms (loopback), or 1ms to 500ms over a delay line, e.g. 20ms or 31.2ms",
            text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "20", "31.2", "999"})
  void roundTripTimeWithoutAUnitIsAnsweredWithOne(String text) {
    assertThatThrownBy(() -> Axes.RTT.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessage("rtt %s: add a unit, as in %sms", text, text);
  }

  @ParameterizedTest
  @CsvSource({
    "polcy, policy",
    "Policy, policy",
    "servertls, serverTls",
    "protocols, protocol",
    "colour, ''",
    "'', ''"
  })
  void misspeltAxisIsAnsweredWithTheOneThatWasMeant(String name, String meant) {
    assertThatThrownBy(() -> Axes.named(name))
        .hasMessageStartingWith("there is no axis " + name + hint(meant) + "; axes: policy, ");
  }

  /** A user who types https does not want plain HTTP. */
  @ParameterizedTest
  @CsvSource({"tls13, tls1.3", "TLS1.2, tls1.2", "htp, http", "https, ''", "quic, ''"})
  void misspeltValueIsAnsweredWithTheOneThatWasMeant(String value, String meant) {
    assertThatThrownBy(() -> Axes.PROTOCOL.parse(value))
        .hasMessage(
            "protocol=%s is not known%s; known values: http, tls1.2, tls1.3, h2",
            value, hint(meant));
  }

  private static String hint(String meant) {
    return meant.isEmpty() ? "" : " (did you mean " + meant + "?)";
  }

  private static Stream<Axis<?>> axesOfConstants() {
    return Stream.of(
        Axes.POLICY,
        Axes.PROTOCOL,
        Axes.CLIENT,
        Axes.KEY,
        Axes.SERVER_TLS,
        Axes.TRANSPORT,
        Axes.PLACEMENT);
  }
}
