package io.github.handshakecost.report.chart;

import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.NumberFormats;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A policy's ratio run by run; no line leads to a run on another machine, kernel or JDK. */
public final class TrendChart {
  /** The width of a commit and a date. */
  private static final int LABEL = 150;

  private TrendChart() {}

  /** The ratio in one run, with commit and date; marked if something is not as it should be. */
  public record Point(
      String label, double ratio, @Nullable Interval ci95, boolean marked, boolean otherMachine) {}

  /** Of a policy over pooled, its points in the order of time, two at least. */
  public static Chart of(Caption caption, String policy, List<Point> points) {
    final double low =
        points.stream().mapToDouble(it -> LineChart.ends(it.ratio, it.ci95).low()).min().orElse(1);
    final double high =
        points.stream().mapToDouble(it -> LineChart.ends(it.ratio, it.ci95).high()).max().orElse(1);
    final int last = points.size() - 1;
    return new LineChart(
        caption,
        new LineChart.Axis(
            "commit, and day on which it was measured",
            new Scale(0, last, 0, 1, false),
            LABEL / 2.0,
            IntStream.rangeClosed(0, last).asDoubleStream().boxed().toList(),
            run -> points.get((int) run).label()),
        new LineChart.Axis(
            title(points),
            Scale.linear(low, Math.max(high, 1.01 * low), 0, 1),
            0,
            tick -> NumberFormats.plain(tick) + "x"),
        List.of(
            new LineChart.Line(
                policy, IntStream.rangeClosed(0, last).mapToObj(i -> point(points, i)).toList())));
  }

  private static LineChart.Point point(List<Point> points, int i) {
    final Point point = points.get(i);
    return new LineChart.Point(
        i, point.ratio(), point.ci95(), point.marked(), point.otherMachine());
  }

  private static String title(List<Point> points) {
    return "times the time of a pooled one"
        + (points.stream().anyMatch(Point::marked) ? "; hollow: a marked run" : "")
        + (points.stream().anyMatch(Point::otherMachine)
            ? "; gap: other machine, kernel or JDK"
            : "");
  }
}
