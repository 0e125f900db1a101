package io.github.handshakecost.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.handshakecost.model.Phase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
  @Test
  void absentIsLeftOut() {
    assertThat(Json.pretty(new Sample(1, null))).isEqualTo("{\n  \"number\" : 1.0\n}\n");
  }

  @Test
  void intervalIsPairOfNumbers() {
    assertThat(Json.compact(new Sample(1, new Interval(0.5, 1.5))))
        .isEqualTo("{\"number\":1.0,\"interval\":[0.5,1.5]}\n");
  }

  @Test
  void numbersKeepSixSignificantDigits() {
    assertThat(Json.compact(List.of(1.23456789, 1234567.89, 1e-9 / 3, 0.0)))
        .isEqualTo("[1.23457,1234570.0,3.33333E-10,0.0]\n");
  }

  @Test
  void notANumberIsRefused() {
    for (final double value : List.of(Double.NaN, Double.POSITIVE_INFINITY)) {
      assertThatThrownBy(() -> Json.pretty(new Sample(value, null)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(value + " is no JSON number; leave it out");
    }
  }

  @Test
  void onlyComponentsAreWritten() throws JsonProcessingException {
    final ForkRecord fork = SampleRuns.complete(1).forks().get(0);

    final Map<String, Object> json = Json.map(Json.tree(Json.compact(fork)));

    assertThat(json.keySet())
        .containsExactly(
            "schema", "origin", "round", "cell", "startedAt", "took", "jmh", "measurement");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"whole\": 1.5, \"yes\": true}",
        "{\"whole\": 1.0, \"yes\": true}",
        "{\"whole\": \"7\", \"yes\": true}",
        "{\"whole\": \"\", \"yes\": true}",
        "{\"whole\": true, \"yes\": true}",
        "{\"whole\": 7, \"yes\": \"true\"}",
        "{\"whole\": 7, \"yes\": \"\"}",
        "{\"whole\": 7, \"yes\": 1}",
        "{\"whole\": 7, \"yes\": true, \"phase\": 1}",
        "{\"whole\": 7, \"yes\": true, \"yes\": true}",
      })
  void valueOfAnotherTypeIsRefused(String json) {
    assertThatThrownBy(() -> Json.read(json, Strict.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void wholeNumberIsReadAsADecimal() throws JsonProcessingException {
    assertThat(Json.read("{\"number\": 7}", Sample.class)).isEqualTo(new Sample(7, null));
    assertThat(Json.read("{\"whole\": 7, \"yes\": true, \"phase\": \"TCP\"}", Strict.class))
        .isEqualTo(new Strict(7, true, Phase.TCP));
  }

  private record Strict(long whole, boolean yes, @Nullable Phase phase) {}

  private record Sample(double number, @Nullable Interval interval) {}
}
