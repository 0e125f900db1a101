package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.report.chart.AmortisationChart;
import io.github.handshakecost.result.AmortisationFit;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.stats.Amortisation;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
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
                + " policies and the ends of their intervals. The level line is the pooled policy."
                + " \"limited\" is measured: its connections serve n requests each.");
    fits(report, run);
    for (final Ladder ladder : ladders) {
      final String where = ladder.title(run.labels());
      final CellSummary pooled = ladder.pooled().orElseThrow();
      report
          .part(where)
          .figure(
              run.picture(
                  "amortisation",
                  "Time per request by requests per connection",
                  where,
                  caption ->
                      AmortisationChart.of(caption, pooled, ladder.opening(), limited(ladder))),
              columns(ladder, pooled).of(requests(ladder)));
    }
  }

  /** The cost of a connection by the line through the measured points. */
  private static void fits(Document report, NamedRun run) {
    final List<AmortisationFit> fits = run.summary().amortisation();
    if (!fits.isEmpty()) {
      report
          .paragraph(
              "A line through the measured times, a + b x connections per request, in µs: b is the"
                  + " cost of a connection by a third method, beside the difference of two policies"
                  + " and the clocks. It agrees if both are within a tenth of the cost.")
          .table(
              fits,
              new Columns<AmortisationFit>()
                  .add("where", fit -> run.labels().of(fit.where()))
                  .add("a", fit -> NumberFormats.threeDigits(fit.perRequest()))
                  .add("b", fit -> Cells.estimate(fit.perConnection(), fit.ci95()))
                  .add("by difference", fit -> NumberFormats.threeDigits(fit.byDifference()))
                  .add("agree", fit -> Cells.verdict(fit.agree())));
    }
  }

  /** The cells with a limit, by that limit. */
  private static NavigableMap<Integer, CellSummary> limited(Ladder ladder) {
    final NavigableMap<Integer, CellSummary> limited = new TreeMap<>();
    ladder.rungs().stream()
        .filter(rung -> rung.policy().equals(AxisNames.LIMITED))
        .forEach(rung -> limited.put(rung.cell().limit(), rung));
    return limited;
  }

  private static List<Integer> requests(Ladder ladder) {
    return Stream.concat(Amortisation.REQUESTS.stream(), limited(ladder).keySet().stream())
        .sorted()
        .distinct()
        .toList();
  }

  private static Columns<Integer> columns(Ladder ladder, CellSummary pooled) {
    final Columns<Integer> columns = new Columns<Integer>().add("requests", NumberFormats::whole);
    Stream.concat(ladder.opening().stream(), Stream.of(pooled))
        .forEach(
            rung ->
                columns.add(
                    rung.policy(),
                    requests ->
                        Cells.estimate(
                            Amortisation.cost(rung, pooled, requests),
                            Amortisation.interval(rung, pooled, requests))));
    final NavigableMap<Integer, CellSummary> limited = limited(ladder);
    if (!limited.isEmpty()) {
      columns.add(
          AxisNames.LIMITED,
          requests -> Optional.ofNullable(limited.get(requests)).map(Cells::mean).orElse(""));
    }
    return columns;
  }
}
