package io.github.handshakecost.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.result.Latency;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HistogramChartTest {
  /** Nearly all operations at 10 to 11 µs, one far away. */
  private static Latency latency(long count) {
    return new Latency(
        count,
        List.of(
            new Latency.Point(0, 10), new Latency.Point(99, 11), new Latency.Point(100, 10_000)));
  }

  @Test
  void barsStandWhereOperationsAre() {
    assertThat(bars(latency(1_000_000))).isGreaterThan(bars(latency(100)));
    assertThat(bars(latency(100))).isBetween(1L, 5L);
  }

  private static long bars(Latency latency) {
    final String picture =
        new HistogramChart(
                new Caption("title", "here", ""),
                "request",
                List.of(new HistogramChart.Rung("pooled", List.of(latency))))
            .draw(Chart.Target.FILE);
    final int start = picture.indexOf("fill=\"#4d4d4d\" d=\"");
    assertThat(start).isPositive();
    return picture
        .substring(start, picture.indexOf("/>", start))
        .chars()
        .filter(it -> it == 'M')
        .count();
  }
}
