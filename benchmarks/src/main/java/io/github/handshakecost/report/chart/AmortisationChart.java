package io.github.handshakecost.report.chart;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.stats.Amortisation;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Time per request against requests per connection; the pooled rung has a level line. */
public final class AmortisationChart {
  private AmortisationChart() {}

  /**
   * The curves of one place.
   *
   * @param pooled the policy that opens no connection
   * @param opening policies that open a connection for each request, at least one
   * @param limited measured points, by requests per connection
   */
  public static Chart of(
      Caption caption,
      CellSummary pooled,
      List<CellSummary> opening,
      SortedMap<Integer, CellSummary> limited) {
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
        Stream.concat(
                rungs.stream().map(rung -> line(rung, pooled)),
                limited.isEmpty() ? Stream.of() : Stream.of(measured(limited)))
            .toList());
  }

  private static LineChart.Line measured(SortedMap<Integer, CellSummary> limited) {
    return new LineChart.Line(
        AxisNames.LIMITED,
        limited.entrySet().stream()
            .map(
                it ->
                    new LineChart.Point(
                        it.getKey(), it.getValue().mean(), it.getValue().ci95(), false, true))
            .toList());
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
