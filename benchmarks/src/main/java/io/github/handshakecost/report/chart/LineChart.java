package io.github.handshakecost.report.chart;

import io.github.handshakecost.result.Interval;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** A line with points for each policy; whiskers for the intervals. */
record LineChart(Caption caption, Axis lying, Axis upright, List<Line> lines) implements Chart {
  private static final int HEIGHT = 200;

  /** An axis; the margin on either side of its values is in pixels. */
  record Axis(
      String title, Scale scale, double margin, List<Double> ticks, DoubleFunction<String> label) {
    Axis(String title, Scale scale, double margin, DoubleFunction<String> label) {
      this(title, scale, margin, scale.ticks(), label);
    }
  }

  /** A policy, its points in the order of its line. */
  record Line(String policy, List<Point> points) {}

  /** A figure; hollow if something is wrong with it, apart if no line leads to it. */
  record Point(double x, double y, @Nullable Interval ci95, boolean hollow, boolean apart) {}

  @Override
  public String draw(Target target) {
    final Frame frame =
        Frame.of(caption, target, lines.stream().map(Line::policy).toList(), HEIGHT);
    final Plot plot = frame.plot();
    final Scale xs = lying.scale.onto(plot.left() + lying.margin, plot.right() - lying.margin);
    final Scale ys = upright.scale.onto(plot.bottom(), plot.top());
    plot.upright(upright.ticks, ys::at, upright.label, upright.title);
    plot.lying(lying.ticks, xs::at, lying.label, lying.title);
    lines.forEach(line -> line(frame.svg(), line, xs, ys));
    return frame.end();
  }

  /** Between them a figure is drawn: its interval, or the figure where the interval is too wide. */
  static Interval ends(double figure, @Nullable Interval ci95) {
    return ci95 == null || ci95.tooWide() ? new Interval(figure, figure) : ci95;
  }

  private static void line(Svg svg, Line line, Scale xs, Scale ys) {
    final SvgPath pen = new SvgPath();
    final SvgPath whiskers = new SvgPath();
    final SvgPath dots = new SvgPath();
    final SvgPath hollow = new SvgPath();
    for (final Point point : line.points()) {
      final double x = xs.at(point.x());
      final double y = ys.at(point.y());
      if (point.apart()) {
        pen.to(x, y);
      } else {
        pen.through(x, y);
      }
      final Interval ci95 = point.ci95();
      if (ci95 != null && !ci95.tooWide()) {
        whiskers.upright(x, ys.at(ci95.low()), ys.at(ci95.high()));
      }
      dots.dot(x, y);
      if (point.hollow()) {
        hollow.dot(x, y);
      }
    }
    svg.path(pen, Palette.line(line.policy()));
    svg.path(whiskers, SvgStyle.WHISKER);
    svg.path(dots, Palette.points(line.policy()));
    svg.path(hollow, SvgStyle.HOLLOW);
  }
}
