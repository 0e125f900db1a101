package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SteadyStateDetectorTest {
  private static final List<Double> FLAT = Collections.nCopies(SteadyStateDetector.WINDOWS, 100.0);

  @Test
  void flatCurveIsSteady() {
    assertThat(isSteady(FLAT)).isTrue();
  }

  @Test
  void fallingCurveIsNotSteady() {
    assertThat(isSteady(falling(1 - SteadyStateDetector.FLAT))).isFalse();
  }

  @Test
  void hardlyFallingCurveIsSteady() {
    assertThat(isSteady(falling(1 - SteadyStateDetector.FLAT / SteadyStateDetector.WINDOWS / 2)))
        .isTrue();
  }

  @Test
  void fewWindowsAreNotSteady() {
    assertThat(isSteady(List.of())).isFalse();
    assertThat(isSteady(FLAT.subList(1, SteadyStateDetector.WINDOWS))).isFalse();
  }

  @Test
  void onlyTheLatestWindowsCount() {
    final List<Double> curve =
        new ArrayList<>(DoubleStream.of(900, 700, 500, 300, 200).boxed().toList());
    curve.addAll(FLAT);

    assertThat(isSteady(curve)).isTrue();
  }

  @Test
  void oneSlowWindowDoesNotHideASteadyCurve() {
    final List<Double> curve = new ArrayList<>(FLAT);
    curve.set(0, 1_000.0);

    assertThat(isSteady(curve)).isTrue();
  }

  /** Its cost seems flat, but all other arms became slower. */
  @Test
  void curveThatFallsRelativeToOtherArmsIsNotSteady() {
    final List<Double> slower = new ArrayList<>();
    for (int window = 0; window < SteadyStateDetector.WINDOWS; window++) {
      slower.add(100 * Math.pow(1 + SteadyStateDetector.FLAT, window));
    }

    assertThat(SteadyStateDetector.isSteady(FLAT, slower, SteadyStateDetector.WINDOWS)).isFalse();
    assertThat(SteadyStateDetector.isSteady(slower, slower, SteadyStateDetector.WINDOWS)).isTrue();
  }

  @Test
  void fewerArmsNeedMoreWindowsEach() {
    assertThat(SteadyStateDetector.windows(1)).isEqualTo(120);
    assertThat(SteadyStateDetector.windows(2)).isEqualTo(60);
    assertThat(SteadyStateDetector.windows(4)).isEqualTo(SteadyStateDetector.WINDOWS);
    assertThat(SteadyStateDetector.windows(14)).isEqualTo(SteadyStateDetector.WINDOWS);
  }

  private static boolean isSteady(List<Double> micros) {
    return SteadyStateDetector.isSteady(
        micros, Collections.nCopies(micros.size(), 100.0), SteadyStateDetector.WINDOWS);
  }

  private static List<Double> falling(double factor) {
    return IntStream.range(0, SteadyStateDetector.WINDOWS)
        .mapToObj(window -> 100 * Math.pow(factor, window))
        .toList();
  }
}
