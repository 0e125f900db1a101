package io.github.handshakecost.report.chart;

import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.stats.Amortisation;
import java.util.List;
import java.util.stream.Stream;

/** Time per request against requests per connection; the pooled rung has a level line. */
public final class AmortisationChart {
  private AmortisationChart() {}

  /** Of the rung that opens no connection and others of the same place, at least one. */
  public static Chart of(Caption caption, CellSummary pooled, List<CellSummary> opening) {
    final List<CellSummary> rungs = Stream.concat(opening.stream(), Stream.of(pooled)).toList();
    final double least =
        rungs.stream()
            .mapToDouble(rung -> LineChart.ends(rung.mean(), rung.ci95()).low())
            .min()
            .orElseThrow();
    final double most =
        rungs.stream()
            .mapToDouble(rung -> LineChart.ends(rung.mean(), rung.ci95()).high())
            .max()
            .orElseThrow();
    final Unit unit = Unit.of(most);
    return new LineChart(
        caption,
        new LineChart.Axis(
            "requests per connection", new Scale(1, 1000, 0, 1, true), 14, NumberFormats::plain),
        new LineChart.Axis(
            "time per request, " + unit.symbol(),
            Scale.logarithmic(least, most, 0, 1),
            0,
            unit::tick),
        rungs.stream().map(rung -> line(rung, pooled)).toList());
  }

  private static LineChart.Line line(CellSummary rung, CellSummary pooled) {
    return new LineChart.Line(
        rung.policy(),
        Amortisation.REQUESTS.stream()
            .map(
                requests ->
                    new LineChart.Point(
                        requests,
                        Amortisation.cost(rung, pooled, requests),
                        Amortisation.interval(rung, pooled, requests),
                        false,
                        false))
            .toList());
  }
}
