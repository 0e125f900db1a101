package io.github.handshakecost.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.SampleSummaries;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BudgetChartTest {
  private static final String WORDS = "arrow: the interval goes on";

  @Test
  void wideIntervalLeavesTheBarsTheirRoomAndEndsInAnArrow() {
    final String picture =
        picture(false, rung("pooled", 37.8, 88.6), rung("new-client", 4_390, 17_900));

    // The last tick of the axis; behind it, the mean of the bar.
    assertThat(picture).contains(">8,000</text>").doesNotContain(">10,000</text>");
    assertThat(picture).contains("time per request, µs; " + WORDS);
    assertThat(picture).contains("<text x=\"548\" y=\"117\">4,390 µs</text>");
    assertThat(picture).containsPattern("h\\d+m-4-4l4,4l-4,4\"");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1_080, 1_300, 1_500})
  void intervalThatHasRoomIsShownWhole(double high) {
    assertThat(picture(false, rung("pooled", 900, 930), rung("new-client", 1_000, high)))
        .doesNotContain(WORDS);
  }

  @Test
  void sharesHaveNoIntervalToCut() {
    assertThat(picture(true, rung("new-client", 4_390, 17_900))).doesNotContain(WORDS);
  }

  private static String picture(boolean shares, CellSummary... rungs) {
    return new BudgetChart(
            new Caption("title", "here", ""), "request", Stream.of(rungs).toList(), shares)
        .draw(Dress.file());
  }

  private static CellSummary rung(String policy, double mean, double high) {
    return SampleSummaries.rung(policy, mean, new Interval(0.2 * mean, high));
  }
}
