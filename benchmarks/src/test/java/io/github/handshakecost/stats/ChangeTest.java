package io.github.handshakecost.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChangeTest {
  @ParameterizedTest
  @CsvSource({
    "0.90, 1.10, NONE",
    "1.00, 1.10, NONE",
    "0.90, 1.00, NONE",
    "0.90, 0.99, FASTER",
    "1.01, 1.04, SLOWER",
    // Perhaps a regression, but not for certain.
    "1.01, 1.30, SLOWER",
    "1.05, 1.30, SLOWER",
    "1.06, 1.30, REGRESSION",
  })
  void intervalDecides(double low, double high, Change expected) {
    assertThat(Change.of(new Interval(low, high), 0.05)).isEqualTo(expected);
  }

  @Test
  void withoutIntervalNothingIsKnown() {
    assertThat(Change.of(null, 0.05)).isEqualTo(Change.UNKNOWN);
  }

  @Test
  void gateClosesOnRegressionsAndChangedCountsOnly() {
    assertThat(Change.values())
        .filteredOn(Change::fails)
        .containsExactly(Change.REGRESSION, Change.COUNTS_CHANGED);
  }
}
