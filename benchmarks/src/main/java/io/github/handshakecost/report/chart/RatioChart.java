package io.github.handshakecost.report.chart;

import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.Ratio;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Ratio against round-trip time: a line for each policy, whiskers for the intervals, both scales
 * logarithmic but for loopback, which stands apart on the left.
 */
public final class RatioChart implements Chart {
  private static final int HEIGHT = 220;

  /** Where loopback stands, and where distance begins. */
  private static final int LOOPBACK = 80;

  private static final int DISTANCE = 150;
  private static final List<Double> TICKS =
      List.of(0.2, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 5000.0);

  private final Caption caption;
  private final List<Ratio> ratios;
  private final List<String> policies;
  private final List<Double> millis;

  /** Of one place at two round-trip times or more. */
  public RatioChart(Caption caption, List<Ratio> ratios) {
    this.caption = caption;
    this.ratios = List.copyOf(ratios);
    policies = ratios.stream().map(Ratio::candidate).distinct().toList();
    millis = ratios.stream().map(ratio -> millis(ratio.rtt())).distinct().sorted().toList();
  }

  @Override
  public String draw(Target target) {
    final Frame frame = Frame.of(caption, target, policies, true, HEIGHT);
    final Svg svg = frame.svg();
    final Plot plot = frame.plot();
    final Scale scale = scale(plot);
    plot.upright(
        TICKS.stream().filter(it -> scale.low() <= it && it <= scale.high()).toList(),
        scale::at,
        tick -> NumberFormats.plain(tick) + "x",
        "times the time of a pooled one");
    plot.lying(millis, rtt -> x(rtt, plot), RatioChart::label, "round-trip time");
    policies.forEach(policy -> policy(svg, policy, plot, scale));
    return frame.end();
  }

  private void policy(Svg svg, String policy, Plot plot, Scale scale) {
    final List<Ratio> points =
        ratios.stream().filter(ratio -> ratio.candidate().equals(policy)).toList();
    final SvgPath line = new SvgPath();
    points.stream()
        .filter(point -> millis(point.rtt()) > 0)
        .sorted(Comparator.comparingDouble(point -> millis(point.rtt())))
        .forEach(point -> line.through(x(millis(point.rtt()), plot), scale.at(point.ratio())));
    final SvgPath whiskers = new SvgPath();
    final SvgPath dots = new SvgPath();
    for (final Ratio point : points) {
      final double x = x(millis(point.rtt()), plot);
      final Interval ci95 = point.ci95();
      if (ci95 != null && !ci95.tooWide()) {
        whiskers.upright(x, scale.at(ci95.low()), scale.at(ci95.high()));
      }
      dots.dot(x, scale.at(point.ratio()));
    }
    svg.path(line, Palette.line(policy));
    svg.path(whiskers, SvgStyle.WHISKER);
    svg.path(dots, Palette.points(policy));
  }

  private Scale scale(Plot plot) {
    final double low = ratios.stream().mapToDouble(it -> end(it, Interval::low)).min().orElse(1);
    final double high = ratios.stream().mapToDouble(it -> end(it, Interval::high)).max().orElse(1);
    return new Scale(
        Math.max(0.1, Math.min(1, low)), Math.max(2, 1.2 * high), plot.bottom(), plot.top(), true);
  }

  /** An end of the whisker, or the ratio where it has none. */
  private static double end(Ratio ratio, ToDoubleFunction<Interval> end) {
    final Interval ci95 = ratio.ci95();
    return ci95 == null || ci95.tooWide() ? ratio.ratio() : end.applyAsDouble(ci95);
  }

  private double x(double rtt, Plot plot) {
    if (rtt == 0) {
      return LOOPBACK;
    }
    final double right = plot.right() - 30;
    final double least = millis.stream().filter(each -> each > 0).findFirst().orElse(rtt);
    final double most = millis.get(millis.size() - 1);
    return least == most
        ? (DISTANCE + right) / 2
        : new Scale(least, most, DISTANCE, right, true).at(rtt);
  }

  private static double millis(String rtt) {
    return Double.parseDouble(rtt.substring(0, rtt.length() - "ms".length()));
  }

  private static String label(double millis) {
    return millis == 0 ? "loopback" : NumberFormats.plain(millis) + " ms";
  }
}
