package io.github.handshakecost.report.chart;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/** The field that two axes span, in pixels. */
record Plot(Svg svg, int left, int right, int top, int bottom) {
  /** Below the field: figures of the axis and its title. */
  static final int FOOT = 42;

  /** Above the field: the title of the upright axis. */
  static final int TITLE = 28;

  /** As wide as a letter is, and a line high, in a font that takes much room. */
  private static final int LETTER = 8;

  private static final int LINE = 13;

  /** The upright axis: a line across the field for each tick, its title above. */
  void upright(
      List<Double> ticks, DoubleUnaryOperator at, DoubleFunction<String> label, String title) {
    final SvgPath grid = new SvgPath();
    ticks.forEach(tick -> grid.to(left, at.applyAsDouble(tick)).across(right));
    svg.path(grid, SvgStyle.GRID);
    svg.text(title, SvgStyle.MUTED, "x", Frame.LEFT, "y", top - 12);
    svg.open("g", SvgStyle.MUTED, "text-anchor", "end");
    double free = Double.POSITIVE_INFINITY;
    for (final double tick : ticks) {
      final long y = Math.round(at.applyAsDouble(tick));
      if (y <= free) {
        svg.text(label.apply(tick), "x", left - 6, "y", y + 4);
        free = y - LINE;
      }
    }
    svg.close();
  }

  /** The axis that lies, below the field; a label without room is left out. */
  void lying(
      List<Double> ticks, DoubleUnaryOperator at, DoubleFunction<String> label, String title) {
    final SvgPath marks = new SvgPath().to(left, bottom).across(right);
    ticks.forEach(tick -> marks.to(at.applyAsDouble(tick), bottom).down(bottom + 4));
    svg.path(marks, SvgStyle.AXIS);
    svg.open("g", SvgStyle.MUTED, "text-anchor", "middle");
    double free = Double.POSITIVE_INFINITY;
    // From the last one back: of runs over time, it is the one that people look for.
    for (int i = ticks.size() - 1; i >= 0; i--) {
      final double tick = ticks.get(i);
      final String words = label.apply(tick);
      final long x = Math.round(at.applyAsDouble(tick));
      final double half = LETTER * words.length() / 2.0;
      if (x + half <= free) {
        svg.text(words, "x", x, "y", bottom + 18);
        free = x - half;
      }
    }
    svg.text(title, "x", (left + right) / 2, "y", bottom + 37);
    svg.close();
  }
}
