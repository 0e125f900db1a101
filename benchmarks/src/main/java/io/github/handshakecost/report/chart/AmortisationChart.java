package io.github.handshakecost.report.chart;

import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.stats.Amortisation;
import java.util.List;
import java.util.stream.Stream;

/**
 * Time per request against requests per connection, a line for each rung that opens one and a level
 * line for the pooled rung; both scales logarithmic.
 *
 * @param pooled the rung that opens no connection
 * @param opening the others of the same place, at least one
 */
public record AmortisationChart(Caption caption, CellSummary pooled, List<CellSummary> opening)
    implements Chart {
  private static final int HEIGHT = 210;

  /** On either side of the field, for whiskers. */
  private static final int MARGIN = 14;

  /** Where whiskers stand: at every point they would hide the line. */
  private static final List<Integer> DECADES = List.of(1, 10, 100, 1000);

  @Override
  public String draw(Target target) {
    final List<CellSummary> rungs = Stream.concat(opening.stream(), Stream.of(pooled)).toList();
    final List<String> policies = rungs.stream().map(CellSummary::policy).toList();
    final Frame frame = Frame.of(caption, target, policies, false, HEIGHT);
    final Svg svg = frame.svg();
    final Plot plot = frame.plot();
    final double most = opening.stream().mapToDouble(AmortisationChart::high).max().orElseThrow();
    final double least = rungs.stream().mapToDouble(AmortisationChart::low).min().orElseThrow();
    final Unit unit = Unit.of(most);
    final Scale times = Scale.logarithmic(least, most, plot.bottom(), plot.top());
    final Scale counts = new Scale(1, 1000, plot.left() + MARGIN, plot.right() - MARGIN, true);
    plot.upright(times.ticks(), times::at, unit::tick, "time per request, " + unit.symbol());
    plot.lying(counts.ticks(), counts::at, NumberFormats::plain, "requests per connection");
    rungs.forEach(rung -> line(svg, rung, times, counts));
    whiskers(svg, times, counts);
    return frame.end();
  }

  private void line(Svg svg, CellSummary rung, Scale times, Scale counts) {
    final SvgPath pen = new SvgPath();
    for (final int requests : Amortisation.REQUESTS) {
      pen.through(counts.at(requests), times.at(Amortisation.cost(rung, pooled, requests)));
    }
    svg.path(pen, Palette.line(rung.policy()));
  }

  private void whiskers(Svg svg, Scale times, Scale counts) {
    final SvgPath pen = new SvgPath();
    for (final CellSummary rung : opening) {
      for (final int requests : DECADES) {
        final Interval interval = Amortisation.interval(rung, pooled, requests);
        if (interval != null && !interval.tooWide()) {
          pen.upright(counts.at(requests), times.at(interval.low()), times.at(interval.high()));
        }
      }
    }
    svg.path(pen, SvgStyle.WHISKER);
  }

  private static double low(CellSummary rung) {
    return rung.ci95() == null ? rung.mean() : rung.ci95().low();
  }

  private static double high(CellSummary rung) {
    return rung.ci95() == null ? rung.mean() : rung.ci95().high();
  }
}
