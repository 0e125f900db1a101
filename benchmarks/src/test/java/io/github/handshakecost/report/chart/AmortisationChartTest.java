package io.github.handshakecost.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.SampleSummaries;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class AmortisationChartTest {
  /** The left end of a whisker's lower cap. */
  private static final Pattern WHISKER = Pattern.compile("M(\\d+),\\d+h6m-3,0v-?\\d+m-3,0h6");

  @Test
  void whiskersOfLinesThatLieOnEachOtherStandSideBySide() {
    final String picture =
        new AmortisationChart(
                new Caption("title", "here", ""),
                rung("pooled", 100),
                List.of(
                    rung("new-connection-full", 1_000),
                    rung("new-client", 1_001),
                    rung("new-client-shared-context", 1_002)))
            .draw(Dress.file());

    final List<Integer> lefts =
        WHISKER
            .matcher(picture)
            .results()
            .map((MatchResult found) -> Integer.valueOf(found.group(1)))
            .sorted()
            .toList();
    // At 1, 10, 100 and 1,000 requests.
    assertThat(lefts).hasSize(12);
    for (int i = 1; i < lefts.size(); i++) {
      assertThat(lefts.get(i) - lefts.get(i - 1)).isGreaterThan(6);
    }
  }

  private static CellSummary rung(String policy, double mean) {
    return SampleSummaries.rung(policy, mean, new Interval(0.9 * mean, 1.1 * mean));
  }
}
