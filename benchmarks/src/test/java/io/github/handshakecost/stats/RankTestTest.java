package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RankTestTest {
  @Test
  void roundsThatAreAllApartHaveTheLeastP() {
    // Two of the 20 orders of three and three values are as extreme.
    assertThat(RankTest.pValue(new double[] {1, 2, 3}, new double[] {4, 5, 6}))
        .isCloseTo(0.1, within(1e-9));
  }

  @Test
  void equalValuesShowNothing() {
    assertThat(RankTest.pValue(new double[] {1, 1, 1}, new double[] {1, 1, 1})).isEqualTo(1);
  }
}
