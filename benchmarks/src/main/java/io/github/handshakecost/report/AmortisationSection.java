package io.github.handshakecost.report;

import io.github.handshakecost.report.chart.Amortisation;
import io.github.handshakecost.report.chart.AmortisationChart;
import io.github.handshakecost.result.AxisNames;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.stats.Figures;
import java.util.ArrayList;
import java.util.List;

/** How many requests a connection must serve before its opening no longer matters. */
final class AmortisationSection {
  private AmortisationSection() {}

  static List<Block> of(Subject subject) {
    final List<Block> blocks = new ArrayList<>();
    final List<Ladder> ladders = Ladder.of(subject.summary(), AxisNames.REQUEST);
    // Computed from what stands above: where places are many, one shows how.
    for (final Ladder ladder : subject.crowded() ? ladders.subList(0, 1) : ladders) {
      ladder
          .pooled()
          .filter(pooled -> ladder.rungs().size() > 1)
          .ifPresent(
              pooled -> {
                blocks.add(subject.heading(ladder));
                blocks.add(figure(subject, ladder, pooled));
              });
    }
    if (!blocks.isEmpty()) {
      blocks.add(0, new Block.Heading(2, "Requests per connection"));
      blocks.add(
          1,
          new Block.Paragraph(
              "Time per request, in µs, where a connection serves several and the first of them pays"
                  + " for opening it: (that rung + (n - 1) x pooled) / n. Not measured: computed from"
                  + " the means of the two rungs, and their intervals' ends for the whiskers. The"
                  + " level line is the pooled rung."));
    }
    return blocks;
  }

  private static Block figure(Subject subject, Ladder ladder, CellSummary pooled) {
    final List<CellSummary> opening =
        ladder.rungs().stream().filter(rung -> !rung.equals(pooled)).toList();
    final String where = ladder.title(subject.place());
    final String title = "Time per request by requests per connection (computed)";
    final List<String> columns = new ArrayList<>(List.of("policy"));
    Amortisation.REQUESTS.forEach(requests -> columns.add(Figures.whole(requests)));
    return new Block.Figure(
        new Block.Picture(
            Subject.file("amortisation", where),
            title + ": " + where,
            new AmortisationChart(subject.caption(title, where), pooled, opening)),
        "µs",
        new Block.Table(columns, opening.stream().map(rung -> row(rung, pooled)).toList()));
  }

  private static List<String> row(CellSummary rung, CellSummary pooled) {
    final List<String> row = new ArrayList<>(List.of(Ladder.policy(rung)));
    Amortisation.REQUESTS.forEach(
        requests -> row.add(Figures.three(Amortisation.cost(rung, pooled, requests))));
    return row;
  }
}
