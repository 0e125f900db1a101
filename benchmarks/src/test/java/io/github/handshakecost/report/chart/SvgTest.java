package io.github.handshakecost.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SvgTest {
  @Test
  void textFromFilesDoesNotBecomeMarkup() {
    assertThat(new Svg(Chart.Target.FILE).text("<a & \"b\">\u0000", "x", 1).toString())
        .isEqualTo("<text x=\"1\">&lt;a &amp; &quot;b&quot;&gt; </text>");
    assertThat(new Svg(Chart.Target.FILE).open("g", "id", "a b\"c").toString())
        .isEqualTo("<g id=\"a b&quot;c\">");
  }

  @Test
  void numberHasAtMostOneDecimal() {
    assertThat(List.of(1.0, 1.04, 1.26, -0.5, 1e4).stream().map(Svg::number).toList())
        .containsExactly("1", "1", "1.3", "-0.5", "10000");
  }

  @Test
  void fileHasColoursAndPageHasClasses() {
    assertThat(new Svg(Chart.Target.FILE).empty("path", SvgStyle.GRID, "d", "M1,2").toString())
        .isEqualTo("<path stroke=\"#dfe1e4\" fill=\"none\" d=\"M1,2\"/>");
    assertThat(new Svg(Chart.Target.PAGE).empty("path", SvgStyle.GRID, "d", "M1,2").toString())
        .isEqualTo("<path class=\"cg\" d=\"M1,2\"/>");
  }

  @Test
  void pathIsInWholePixelsAndShort() {
    assertThat(new SvgPath().to(1.4, 2.6).line(4, 1).across(9).down(0).toString())
        .isEqualTo("M1,3l3-2h5v-1");
    assertThat(new SvgPath().upright(10, 40, 20).toString()).isEqualTo("M7,40h6m-3,0v-20m-3,0h6");
    assertThat(new SvgPath().lying(10, 30, 50, 4).toString()).isEqualTo("M10,46v8m0-4h20m0-4v8");
    assertThat(new Svg(Chart.Target.FILE).path(new SvgPath(), SvgStyle.GRID).toString()).isEmpty();
  }
}
