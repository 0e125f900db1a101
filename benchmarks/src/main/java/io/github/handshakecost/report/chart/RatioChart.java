package io.github.handshakecost.report.chart;

import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Ratio;
import io.github.handshakecost.stats.Figures;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Ratio against round-trip time: a line for each policy, whiskers for the intervals, both scales
 * logarithmic but for loopback, which stands apart on the left.
 */
public final class RatioChart implements Chart {
  private static final int HEIGHT = 220;

  /** Where loopback stands, and where distance begins. */
  private static final int LOOPBACK = 84;

  private static final int DISTANCE = 170;
  private static final List<Double> TICKS =
      List.of(0.2, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 5000.0);

  private final Caption caption;
  private final List<Ratio> ratios;
  private final List<String> policies;
  private final List<String> rtts;
  private final List<Double> millis;

  /**
   * A chart.
   *
   * @param ratios of one place at two round-trip times or more
   */
  public RatioChart(Caption caption, List<Ratio> ratios) {
    this.caption = caption;
    this.ratios = List.copyOf(ratios);
    policies = distinct(Ratio::candidate);
    rtts = distinct(Ratio::rtt);
    millis = rtts.stream().map(RatioChart::millis).distinct().sorted().toList();
  }

  @Override
  public String draw(Dress dress) {
    final int head = Legend.height(policies.size()) + Plot.TITLE;
    final Frame frame = new Frame(caption, head + HEIGHT + Plot.FOOT, dress, policies);
    final Svg svg = frame.svg();
    final Plot plot = Plot.under(frame.top() + head, HEIGHT);
    final Scale scale = scale(plot);
    Legend.policies(svg, policies, true, frame.top());
    plot.upright(
        svg,
        TICKS.stream().filter(it -> scale.low() <= it && it <= scale.high()).toList(),
        scale::at,
        tick -> Figures.plain(tick) + "x",
        "times the time of a pooled one");
    plot.lying(svg, millis, rtt -> x(rtt, plot), RatioChart::label, "round-trip time");
    for (int i = 0; i < policies.size(); i++) {
      // Side by side, so that policies of one ratio can be told apart.
      policy(svg, i, plot, scale, 7.0 * (i - (policies.size() - 1) / 2.0));
    }
    return frame.end();
  }

  private void policy(Svg svg, int index, Plot plot, Scale scale, double shift) {
    final String policy = policies.get(index);
    final List<Ratio> points =
        ratios.stream().filter(ratio -> ratio.candidate().equals(policy)).toList();
    final Pen line = new Pen();
    points.stream()
        .filter(point -> millis(point.rtt()) > 0)
        .sorted(Comparator.comparingDouble(point -> millis(point.rtt())))
        .forEach(
            point -> {
              final double x = x(millis(point.rtt()), plot) + shift;
              if (line.isEmpty()) {
                line.to(x, scale.at(point.ratio()));
              } else {
                line.line(x, scale.at(point.ratio()));
              }
            });
    final Pen whiskers = new Pen();
    final Pen dots = new Pen();
    for (final Ratio point : points) {
      final double x = x(millis(point.rtt()), plot) + shift;
      final Interval ci95 = point.ci95();
      if (ci95 != null) {
        whiskers.upright(x, scale.at(ci95.low()), scale.at(ci95.high()));
      }
      dots.dot(x, scale.at(point.ratio()));
    }
    svg.path(line, Palette.line(policy));
    svg.path(whiskers, Ink.WHISKER);
    svg.figures(
        dots,
        Palette.points(policy),
        "data-c",
        index + 1,
        points.stream().map(point -> rtts.indexOf(point.rtt())).toList());
  }

  private Scale scale(Plot plot) {
    final double low =
        ratios.stream()
            .mapToDouble(it -> it.ci95() == null ? it.ratio() : it.ci95().low())
            .min()
            .orElse(1);
    final double high =
        ratios.stream()
            .mapToDouble(it -> it.ci95() == null ? it.ratio() : it.ci95().high())
            .max()
            .orElse(1);
    return new Scale(
        Math.max(0.1, Math.min(1, low)), Math.max(2, 1.2 * high), plot.bottom(), plot.top(), true);
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

  private List<String> distinct(Function<Ratio, String> name) {
    final Set<String> names =
        ratios.stream().map(name).collect(Collectors.toCollection(LinkedHashSet::new));
    return List.copyOf(names);
  }

  private static double millis(String rtt) {
    return Double.parseDouble(rtt.substring(0, rtt.length() - "ms".length()));
  }

  private static String label(double millis) {
    return millis == 0 ? "loopback" : Figures.plain(millis) + " ms";
  }
}
