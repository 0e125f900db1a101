package io.github.handshakecost.report.chart;

import io.github.handshakecost.result.Latency;
import io.github.handshakecost.stats.Figures;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Time against percentile, a line for each rung. The scale of the percentiles gives every further
 * nine as much room as the one before, as HdrHistogram's plots do, so that the tail can be seen.
 */
public final class DistributionChart implements Chart {
  private static final int HEIGHT = 210;
  private static final double WHOLE = 100;

  /** The slowest of all has no place on a scale of nines; it stands half a nine beyond the last. */
  private static final double BEYOND = 0.5;

  private static final List<Double> TICKS = List.of(0.0, 50.0, 90.0, 99.0, 99.9, WHOLE);

  private final Caption caption;
  private final String operation;
  private final List<Double> percentiles;
  private final List<Rung> rungs;
  private final boolean logarithmic;

  /**
   * A rung of the ladder.
   *
   * @param points at those percentiles that are known of it, ascending
   */
  public record Rung(String policy, List<Latency.Point> points) {
    public Rung {
      points = List.copyOf(points);
    }
  }

  /**
   * A chart.
   *
   * @param operation what is timed: a request or a loop
   * @param percentiles those that the table below has, from 0 to 100
   * @param rungs of one place, one of which has two points at least
   * @param logarithmic whether the scale of times is
   */
  public DistributionChart(
      Caption caption,
      String operation,
      List<Double> percentiles,
      List<Rung> rungs,
      boolean logarithmic) {
    this.caption = caption;
    this.operation = operation;
    this.percentiles = List.copyOf(percentiles);
    this.rungs = List.copyOf(rungs);
    this.logarithmic = logarithmic;
  }

  @Override
  public String draw(Dress dress) {
    final List<String> policies = rungs.stream().map(Rung::policy).toList();
    final int head = Legend.height(policies.size()) + Plot.TITLE;
    final Frame frame = new Frame(caption, head + HEIGHT + Plot.FOOT, dress, List.of());
    final Svg svg = frame.svg();
    final Plot plot = Plot.under(frame.top() + head, HEIGHT);
    final double most = times().max().orElseThrow();
    // A clock may give 0, which no logarithm takes.
    final double least = times().filter(time -> time > 0).min().orElse(most);
    final Unit unit = Unit.of(most);
    final Scale scale =
        logarithmic
            ? Scale.logarithmic(least, most, plot.bottom(), plot.top())
            : Scale.linear(most, plot.bottom(), plot.top());
    final Scale nines =
        new Scale(nines(first()), nines(last()), plot.left() + 6, plot.right() - 6, false);
    Legend.policies(svg, policies, false, frame.top());
    plot.upright(
        svg,
        scale.ticks(),
        scale::at,
        unit::tick,
        "time per %s, %s".formatted(operation, unit.symbol()));
    plot.lying(
        svg,
        TICKS.stream().filter(it -> first() <= it && (it <= lastNine() || it == last())).toList(),
        percentile -> nines.at(nines(percentile)),
        percentile -> percentile == WHOLE ? "slowest" : Figures.plain(percentile) + " %",
        "percentile of the " + operation + "s");
    IntStream.range(0, rungs.size()).forEach(row -> line(svg, row, scale, nines));
    return frame.end();
  }

  private void line(Svg svg, int row, Scale scale, Scale nines) {
    final Rung rung = rungs.get(row);
    final Pen pen = new Pen();
    for (final Latency.Point point : rung.points()) {
      final double x = nines.at(nines(point.percentile()));
      final double y = scale.at(point.micros());
      if (pen.isEmpty()) {
        pen.to(x, y);
      } else {
        pen.line(x, y);
      }
    }
    svg.figures(
        pen,
        Palette.line(rung.policy()),
        "data-r",
        row,
        rung.points().stream().map(point -> percentiles.indexOf(point.percentile())).toList());
  }

  private DoubleStream times() {
    return points().mapToDouble(Latency.Point::micros);
  }

  private double nines(double percentile) {
    final boolean slowest = percentile >= WHOLE;
    final double nines = StrictMath.log10(WHOLE / (WHOLE - (slowest ? lastNine() : percentile)));
    return slowest ? nines + BEYOND : nines;
  }

  private double first() {
    return shown().min().orElseThrow();
  }

  private double last() {
    return shown().max().orElseThrow();
  }

  private double lastNine() {
    return shown().filter(it -> it < WHOLE).max().orElse(0);
  }

  private DoubleStream shown() {
    return points().mapToDouble(Latency.Point::percentile);
  }

  private Stream<Latency.Point> points() {
    return rungs.stream().flatMap(rung -> rung.points().stream());
  }
}
