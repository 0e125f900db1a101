package io.github.handshakecost.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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
  void labelsAreUniqueAndSafeForChartingTools(List<AxisValue> values) {
    assertThat(values)
        .isNotEmpty()
        .extracting(AxisValue::label)
        .doesNotHaveDuplicates()
        .allMatch(label -> label.matches("[^\\s=,]+"));
  }

  @Test
  void everyLabelIsReadBackAsItsConstant() {
    assertThat(Policy.values()).allMatch(it -> Axes.POLICY.parse(it.label()) == it);
    assertThat(Protocol.values()).allMatch(it -> Axes.PROTOCOL.parse(it.label()) == it);
    assertThat(ClientKind.values()).allMatch(it -> Axes.CLIENT.parse(it.label()) == it);
    assertThat(Key.values()).allMatch(it -> Axes.KEY.parse(it.label()) == it);
    assertThat(ServerTls.values()).allMatch(it -> Axes.SERVER_TLS.parse(it.label()) == it);
    assertThat(ServerTransport.values()).allMatch(it -> Axes.TRANSPORT.parse(it.label()) == it);
    assertThat(Placement.values()).allMatch(it -> Axes.PLACEMENT.parse(it.label()) == it);
  }

  @Test
  void everyAxisIsFoundByItsName() {
    assertThat(Axes.all()).allSatisfy(axis -> assertThat(Axes.named(axis.name())).isSameAs(axis));
  }

  @Test
  void everyStandardValueIsAKnownOne() {
    assertThat(Axes.all()).allSatisfy(axis -> assertThat(axis.parse(axis.standard())).isNotNull());
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

  /** The last three would be other names for a value that has one. */
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

  /** Nobody who types https wants plain HTTP. */
  @ParameterizedTest
  @CsvSource({"tls13, tls1.3", "TLS1.2, tls1.2", "htp, http", "https, ''", "quic, ''"})
  void misspeltValueIsAnsweredWithTheOneThatWasMeant(String value, String meant) {
    assertThatThrownBy(() -> Axes.PROTOCOL.parse(value))
        .hasMessage(
            "protocol=%s is not known%s; known values: http, tls1.2, tls1.3", value, hint(meant));
  }

  private static String hint(String meant) {
    return meant.isEmpty() ? "" : " (did you mean " + meant + "?)";
  }

  private static Stream<List<? extends AxisValue>> axesOfConstants() {
    return Stream.of(
        List.of(Policy.values()),
        List.of(Protocol.values()),
        List.of(ClientKind.values()),
        List.of(Key.values()),
        List.of(ServerTls.values()),
        List.of(ServerTransport.values()),
        List.of(Placement.values()));
  }
}
