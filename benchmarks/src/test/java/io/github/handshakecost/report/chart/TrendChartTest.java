package io.github.handshakecost.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.handshakecost.report.chart.TrendChart.Point;
import io.github.handshakecost.result.Interval;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TrendChartTest {
  private static final String HOLLOW = "stroke-linecap=\"round\"";
  private static final String WHISKER = "stroke-width=\"1.2\"";

  @Test
  void markedRunIsHollow() {
    assertThat(draw(point(1, false, false), point(2, false, false)))
        .doesNotContain(HOLLOW)
        .doesNotContain("hollow");
    assertThat(draw(point(1, false, false), point(2, true, false)))
        .containsOnlyOnce(HOLLOW)
        .contains("hollow: a marked run");
  }

  @Test
  void noLineLeadsToAnotherMachine() {
    assertThat(draw(point(1, false, false), point(2, false, false)))
        .containsPattern("d=\"M\\d+,\\d+l");
    assertThat(draw(point(1, false, false), point(2, false, true)))
        .doesNotContainPattern("d=\"M\\d+,\\d+l")
        .contains("gap: other machine, kernel or JDK");
  }

  @Test
  void manyRunsKeepTheirLabelsApartAndTheNewestHasOne() {
    final String svg =
        draw(IntStream.range(0, 60).mapToObj(i -> point(i, false, false)).toArray(Point[]::new));

    assertThat(svg.split(">c\\d", -1)).hasSizeBetween(3, 6);
    assertThat(svg).contains(">c59, 2026-01-02<");
  }

  @Test
  void oneRoundHasNoWhisker() {
    final Point bare = new Point("c", 3, null, false, false);

    assertThat(draw(bare, bare)).doesNotContain(WHISKER);
    assertThat(draw(point(1, false, false), point(2, false, false))).contains(WHISKER);
  }

  private static String draw(Point... points) {
    return TrendChart.of(new Caption("title", "here", ""), "new-client", List.of(points))
        .draw(Chart.Target.FILE);
  }

  private static Point point(int day, boolean marked, boolean otherMachine) {
    final double ratio = 3 + day / 100.0;
    return new Point(
        "c" + day + ", 2026-01-02",
        ratio,
        new Interval(0.98 * ratio, 1.03 * ratio),
        marked,
        otherMachine);
  }
}
