package io.github.handshakecost.report.chart;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.handshakecost.result.Ratio;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RatioChartTest {
  @Test
  void ratioAtNoDistanceIsNotDrawnAsOneOnLoopback() {
    final List<Ratio> nowhere =
        List.of(new Ratio("request", "pooled", "new-client", Map.of(), 3, null, 1));

    assertThatThrownBy(() -> RatioChart.of(new Caption("title", "here", ""), nowhere))
        .hasMessage("a ratio at no distance");
  }
}
