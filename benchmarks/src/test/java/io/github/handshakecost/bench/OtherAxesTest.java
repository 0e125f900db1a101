package io.github.handshakecost.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.axis.UsageException;
import io.github.handshakecost.model.AxisNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OtherAxesTest {
  @Test
  void eachValueOfAnOptionalAxisIsCombinedWithEachOfTheOthers() {
    assertThat(
            OtherAxes.asOne(
                Map.of(
                    "body", List.of("0", "1"),
                    "pool", List.of("1", "ample"),
                    "users", List.of("1", "4"))))
        .containsOnlyKeys("body", "otherAxes")
        .hasEntrySatisfying(
            "otherAxes",
            values ->
                assertThat(values)
                    .containsExactlyInAnyOrder("standard", "pool:1", "users:4", "users:4+pool:1"));
  }

  @Test
  void parameterStandsForAllOptionalAxes() {
    final Map<String, String> expected = new HashMap<>(AxisNames.optionalAxes());
    assertThat(OtherAxes.parse("standard")).isEqualTo(expected);

    expected.put("users", "4");
    expected.put("idle", "50ms");
    assertThat(OtherAxes.parse(OtherAxes.of(expected))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "users", "user:4", "users:4+", "users:4,pool:1+x:2"})
  void textThatIsNoValueIsRefused(String text) {
    assertThatThrownBy(() -> OtherAxes.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "otherAxes=%s is not understood; name the axis itself, as in -p users=4"
                .formatted(text));
  }
}
