package io.github.handshakecost.report.chart;

import io.github.handshakecost.result.NumberFormats;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The mean of each fork relative to the mean of its cell, by the time at which it started: a
 * machine that drifts shows a slope. A fork that had not settled is hollow.
 *
 * @param minutes that the run lasted
 * @param rungs of one place, at least one
 */
public record RoundsChart(Caption caption, double minutes, List<Rung> rungs) implements Chart {
  private static final int HEIGHT = 180;
  private static final List<Double> BOUNDS =
      List.of(0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0);

  /** A fork, some minutes into the run; its deviation is a share of its cell's mean. */
  public record Fork(int round, double minutes, double deviation, boolean settled) {}

  /** A rung of the ladder, its forks by round. */
  public record Rung(String policy, List<Fork> forks) {}

  @Override
  public String draw(Target target) {
    final List<String> policies = rungs.stream().map(Rung::policy).toList();
    final Frame frame = Frame.of(caption, target, policies, true, HEIGHT);
    final Svg svg = frame.svg();
    final Plot plot = frame.plot();
    final double bound = bound();
    final Scale deviations = new Scale(-bound, bound, plot.bottom(), plot.top(), false);
    final Scale times = Scale.linear(Math.max(1, minutes), plot.left() + 6, plot.right() - 6);
    plot.upright(
        DoubleStream.of(-bound, -bound / 2, 0, bound / 2, bound).boxed().toList(),
        deviations::at,
        RoundsChart::percent,
        "fork relative to the mean of its cell"
            + (forks().allMatch(Fork::settled)
                ? ""
                : "; hollow: still getting faster when measured"));
    plot.lying(
        times.ticks(), times::at, NumberFormats::plain, "start of the fork, minutes into the run");
    rungs.forEach(rung -> forks(svg, rung, deviations, times));
    return frame.end();
  }

  private void forks(Svg svg, Rung rung, Scale deviations, Scale times) {
    final SvgPath line = new SvgPath();
    final SvgPath hollow = new SvgPath();
    for (final Fork fork : rung.forks()) {
      final double x = times.at(fork.minutes());
      final double y = deviations.at(fork.deviation());
      if (line.isEmpty()) {
        line.dot(x, y);
      } else {
        line.line(x, y);
      }
      if (!fork.settled()) {
        hollow.dot(x, y);
      }
    }
    svg.path(line, Palette.points(rung.policy()));
    svg.path(hollow, SvgStyle.HOLLOW);
  }

  private double bound() {
    final double most = forks().mapToDouble(fork -> Math.abs(fork.deviation())).max().orElse(0);
    return BOUNDS.stream().filter(it -> it >= most).findFirst().orElse(most);
  }

  private Stream<Fork> forks() {
    return rungs.stream().flatMap(rung -> rung.forks().stream());
  }

  private static String percent(double share) {
    return (share > 0 ? "+" : "") + NumberFormats.plain(100 * share) + " %";
  }
}
