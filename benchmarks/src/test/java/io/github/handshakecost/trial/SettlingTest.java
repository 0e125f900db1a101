package io.github.handshakecost.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SettlingTest {
  private static final List<Double> FLAT = Collections.nCopies(Settling.WINDOWS, 100.0);

  @Test
  void flatCurveHasSettled() {
    assertThat(settled(FLAT)).isTrue();
  }

  @Test
  void curveThatStillFallsHasNot() {
    assertThat(settled(falling(1 - Settling.FLAT))).isFalse();
  }

  @Test
  void curveThatFallsHardlyAtAllHas() {
    assertThat(settled(falling(1 - Settling.FLAT / Settling.WINDOWS / 2))).isTrue();
  }

  @Test
  void fewWindowsTellNothing() {
    assertThat(settled(List.of())).isFalse();
    assertThat(settled(FLAT.subList(1, Settling.WINDOWS))).isFalse();
  }

  @Test
  void onlyTheLatestWindowsCount() {
    final List<Double> curve =
        new ArrayList<>(DoubleStream.of(900, 700, 500, 300, 200).boxed().toList());
    curve.addAll(FLAT);

    assertThat(settled(curve)).isTrue();
  }

  @Test
  void oneSlowWindowDoesNotHideASettledCurve() {
    final List<Double> curve = new ArrayList<>(FLAT);
    curve.set(0, 1_000.0);

    assertThat(settled(curve)).isTrue();
  }

  /** Its cost seems flat, but everything else became slower. */
  @Test
  void curveThatFallsWhileTheMachineSlowsDownHasNot() {
    final List<Double> slower = new ArrayList<>();
    for (int window = 0; window < Settling.WINDOWS; window++) {
      slower.add(100 * Math.pow(1 + Settling.FLAT, window));
    }

    assertThat(Settling.settled(FLAT, slower, Settling.WINDOWS)).isFalse();
    assertThat(Settling.settled(slower, slower, Settling.WINDOWS)).isTrue();
  }

  @Test
  void fewerArmsNeedMoreWindowsEach() {
    assertThat(Settling.windows(1)).isEqualTo(120);
    assertThat(Settling.windows(2)).isEqualTo(60);
    assertThat(Settling.windows(4)).isEqualTo(Settling.WINDOWS);
    assertThat(Settling.windows(14)).isEqualTo(Settling.WINDOWS);
  }

  private static boolean settled(List<Double> micros) {
    return Settling.settled(micros, Collections.nCopies(micros.size(), 100.0), Settling.WINDOWS);
  }

  private static List<Double> falling(double factor) {
    return IntStream.range(0, Settling.WINDOWS)
        .mapToObj(window -> 100 * Math.pow(factor, window))
        .toList();
  }
}
