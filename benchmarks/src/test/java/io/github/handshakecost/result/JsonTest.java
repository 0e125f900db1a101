package io.github.handshakecost.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
        .containsExactly("schema", "round", "cell", "startedAt", "jmh", "measurement");
  }

  private record Sample(double number, @Nullable Interval interval) {}
}
