package io.github.handshakecost.report.chart;

import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.NumberFormats;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A policy's ratio run by run, with whiskers for the intervals: hollow for a marked run, and no
 * line to a run on another machine, kernel or JDK.
 *
 * @param policy over pooled
 * @param points in the order of time, two at least
 */
public record TrendChart(Caption caption, String policy, List<Point> points) implements Chart {
  private static final int HEIGHT = 180;

  /** The width of a commit and a date. */
  private static final int LABEL = 150;

  private static final int MOST_TICKS = 6;
  private static final List<Integer> STEPS = List.of(1, 2, 5, 10);

  /** The ratio in one run, with commit and date; marked if something is not as it should be. */
  public record Point(
      String label, double ratio, @Nullable Interval ci95, boolean marked, boolean otherMachine) {
    private double low() {
      return ci95 == null ? ratio : ci95.low();
    }

    private double high() {
      return ci95 == null ? ratio : ci95.high();
    }
  }

  @Override
  public String draw(Target target) {
    final Frame frame = new Frame(caption, target, Plot.TITLE, HEIGHT, List.of(policy));
    final Plot plot = frame.plot();
    final double low = points.stream().mapToDouble(Point::low).min().orElseThrow();
    final double high = points.stream().mapToDouble(Point::high).max().orElseThrow();
    final double step = step(low, high);
    final double least = step * Math.floor(low / step);
    final double most = Math.max(least + step, step * Math.ceil(high / step));
    final int steps = (int) Math.round((most - least) / step);
    final Scale ratios = new Scale(least, most, plot.bottom(), plot.top(), false);
    final Scale runs =
        new Scale(
            0, points.size() - 1.0, plot.left() + LABEL / 2.0, plot.right() - LABEL / 2.0, false);
    plot.upright(
        IntStream.rangeClosed(0, steps).mapToObj(i -> least + i * step).toList(),
        ratios::at,
        tick -> NumberFormats.plain(tick) + "x",
        title());
    plot.lying(
        labelled(runs),
        runs::at,
        run -> points.get((int) run).label(),
        "commit, and day on which it was measured");
    series(frame.svg(), ratios, runs);
    return frame.end();
  }

  private String title() {
    final StringBuilder title = new StringBuilder("times the time of a pooled one");
    if (points.stream().anyMatch(Point::marked)) {
      title.append("; hollow: a marked run");
    }
    if (points.stream().anyMatch(Point::otherMachine)) {
      title.append("; gap: other machine, kernel or JDK");
    }
    return title.toString();
  }

  private void series(Svg svg, Scale ratios, Scale runs) {
    final SvgPath line = new SvgPath();
    final SvgPath whiskers = new SvgPath();
    final SvgPath dots = new SvgPath();
    final SvgPath hollow = new SvgPath();
    for (int i = 0; i < points.size(); i++) {
      final Point point = points.get(i);
      final double x = runs.at(i);
      final double y = ratios.at(point.ratio());
      if (point.otherMachine()) {
        line.to(x, y);
      } else {
        line.through(x, y);
      }
      final Interval ci95 = point.ci95();
      if (ci95 != null) {
        whiskers.upright(x, ratios.at(ci95.low()), ratios.at(ci95.high()));
      }
      dots.dot(x, y);
      if (point.marked()) {
        hollow.dot(x, y);
      }
    }
    svg.path(line, Palette.line(policy));
    svg.path(whiskers, SvgStyle.WHISKER);
    svg.path(dots, Palette.points(policy));
    svg.path(hollow, SvgStyle.HOLLOW);
  }

  /** From the last run back: it is the one that people look for. */
  private List<Double> labelled(Scale runs) {
    final int every = (int) Math.max(1, Math.ceil(LABEL / (runs.at(1) - runs.at(0))));
    final List<Double> labelled = new ArrayList<>();
    for (int i = points.size() - 1; i >= 0; i -= every) {
      labelled.add(0, (double) i);
    }
    return labelled;
  }

  /** The least of 1, 2, 5 times a power of ten that needs few enough ticks. */
  private static double step(double low, double high) {
    final double span = Math.max(high - low, 0.01 * high);
    final double power = StrictMath.pow(10, Math.floor(StrictMath.log10(span / MOST_TICKS)));
    return STEPS.stream()
        .mapToDouble(factor -> factor * power)
        .filter(step -> span / step <= MOST_TICKS)
        .findFirst()
        .orElse(10 * power);
  }
}
