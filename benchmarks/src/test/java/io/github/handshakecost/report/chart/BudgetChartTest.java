package io.github.handshakecost.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.SampleSummaries;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BudgetChartTest {
  private static final String WORDS = "arrow: the interval goes on";

  @Test
  void wideIntervalLeavesTheBarsTheirRoomAndEndsInAnArrow() {
    final String picture = picture(rung("pooled", 37.8, 88.6), rung("new-client", 4_390, 17_900));

    // The last tick of the axis.
    assertThat(picture).contains(">8,000</text>").doesNotContain(">10,000</text>");
    assertThat(picture).contains("time per request, µs; " + WORDS);
    assertThat(picture).containsPattern("h\\d+m-4-4l4,4l-4,4\"");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1_080, 1_300, 1_500})
  void intervalThatHasRoomIsShownWhole(double high) {
    assertThat(picture(rung("pooled", 900, 930), rung("new-client", 1_000, high)))
        .doesNotContain(WORDS);
  }

  @Test
  void intervalThatTellsNoSizeIsNotDrawn() {
    final CellSummary vague = SampleSummaries.rung("new-client", 1_000, new Interval(10, 2_000));

    assertThat(picture(vague)).doesNotContain(WORDS).doesNotContain("stroke-width=\"1.2\"");
  }

  @Test
  void labelStandsAtTheSamePlaceWhateverTheInterval() {
    final Pattern label = Pattern.compile("x=\"456\" y=\"\\d+\" text-anchor=\"end\">label<");

    assertThat(picture(rung("pooled", 900, 930), rung("new-client", 1_000, 1_500)))
        .satisfies(it -> assertThat(label.matcher(it).results()).hasSize(2));
  }

  private static String picture(CellSummary... rungs) {
    return new BudgetChart(
            new Caption("title", "here", ""),
            "request",
            Stream.of(rungs).map(rung -> new BudgetChart.Bar(rung, "label")).toList())
        .draw(Chart.Target.FILE);
  }

  private static CellSummary rung(String policy, double mean, double high) {
    return SampleSummaries.rung(policy, mean, new Interval(0.2 * mean, high));
  }
}
