package io.github.handshakecost.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.NumberFormats;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScaleTest {
  @Test
  void linearScaleBeginsAtZeroAndEndsAtRoundNumber() {
    final Scale scale = Scale.linear(0, 2850, 100, 400);

    assertThat(scale.ticks()).containsExactly(0.0, 1000.0, 2000.0, 3000.0);
    assertThat(scale.at(0)).isEqualTo(100);
    assertThat(scale.at(3000)).isEqualTo(400);
  }

  @Test
  void logarithmicScaleOfManyDecadesHasOneTickForEach() {
    final Scale scale = Scale.logarithmic(7, 700_000, 300, 0);

    assertThat(labels(scale))
        .containsExactly("10", "100", "1,000", "10,000", "100,000", "1,000,000");
    assertThat(scale.at(7)).isBetween(280.0, 300.0);
    assertThat(scale.at(0)).isEqualTo(300);
  }

  @Test
  void logarithmicScaleOfOneDecadeHasSteps() {
    assertThat(labels(Scale.logarithmic(20.1, 64, 300, 0))).containsExactly("20", "50", "100");
  }

  @Test
  void equalValuesStillSpanField() {
    assertThat(labels(Scale.logarithmic(2000, 2000, 300, 0)))
        .containsExactly("2,000", "5,000", "10,000", "20,000");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.07, 0.3, 1, 7.3, 19.99, 99, 100, 101, 4_999, 700_000})
  void ticksAreFewAndReachTheHighestValue(double high) {
    final Scale scale = Scale.linear(0, high, 0, 100);

    assertThat(scale.ticks()).hasSizeBetween(3, 9);
    assertThat(scale.high()).isGreaterThanOrEqualTo(high);
    assertThat(scale.at(high)).isBetween(50.0, 100.0);
  }

  @Test
  void longTimesAreInMilliseconds() {
    assertThat(Unit.of(9_999)).isEqualTo(Unit.MICROS);
    assertThat(Unit.of(10_000)).isEqualTo(Unit.MILLIS);
  }

  private static List<String> labels(Scale scale) {
    return scale.ticks().stream().map(NumberFormats::plain).toList();
  }
}
