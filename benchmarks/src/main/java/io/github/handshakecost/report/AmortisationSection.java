package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.report.chart.AmortisationChart;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.stats.Amortisation;
import java.util.List;
import java.util.stream.Stream;

/** How many requests a connection must serve before its opening no longer matters. */
final class AmortisationSection {
  private AmortisationSection() {}

  static void of(Document report, NamedRun run) {
    final List<Ladder> ladders =
        Ladder.of(run.summary(), AxisNames.REQUEST).stream()
            .filter(ladder -> ladder.pooled().isPresent() && !ladder.opening().isEmpty())
            .toList();
    if (ladders.isEmpty()) {
      return;
    }
    report
        .section("Requests per connection")
        .paragraph(
            "Time per request, in µs, if a connection serves n requests and the first one pays for"
                + " opening it: (policy + (n - 1) x pooled) / n. Computed from the means of both"
                + " policies and the ends of their intervals, not measured. The level line is the"
                + " pooled policy.");
    for (final Ladder ladder : ladders) {
      final String where = ladder.title(run.labels());
      final CellSummary pooled = ladder.pooled().orElseThrow();
      report
          .part(where)
          .figure(
              run.picture(
                  "amortisation",
                  "Time per request by requests per connection (computed)",
                  where,
                  caption -> AmortisationChart.of(caption, pooled, ladder.opening())),
              columns(ladder.opening(), pooled).of(Amortisation.REQUESTS));
    }
  }

  private static Columns<Integer> columns(List<CellSummary> opening, CellSummary pooled) {
    final Columns<Integer> columns = new Columns<Integer>().add("requests", NumberFormats::whole);
    Stream.concat(opening.stream(), Stream.of(pooled))
        .forEach(
            rung ->
                columns.add(
                    rung.policy(),
                    requests ->
                        Cells.estimate(
                            Amortisation.cost(rung, pooled, requests),
                            Amortisation.interval(rung, pooled, requests))));
    return columns;
  }
}
