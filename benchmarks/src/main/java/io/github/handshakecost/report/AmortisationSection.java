package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.report.chart.Amortisation;
import io.github.handshakecost.report.chart.AmortisationChart;
import io.github.handshakecost.report.chart.Caption;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.stats.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How many requests a connection must serve before its opening no longer matters. */
final class AmortisationSection {
  private AmortisationSection() {}

  static List<Block> of(Subject subject) {
    final List<Block> blocks = new ArrayList<>();
    final List<Ladder> ladders =
        Ladder.of(subject.summary(), AxisNames.REQUEST).stream()
            .filter(ladder -> ladder.pooled().isPresent() && ladder.rungs().size() > 1)
            .toList();
    if (ladders.isEmpty()) {
      return blocks;
    }
    // Computed from what stands above: where places are many, one shows how.
    final List<Ladder> shown = subject.crowded() ? ladders.subList(0, 1) : ladders;
    blocks.add(new Block.Heading(2, "Requests per connection"));
    blocks.add(
        new Block.Paragraph(
            "Time per request, in µs, if a connection serves n requests and the first one pays for"
                + " opening it: (policy + (n - 1) x pooled) / n. Computed from the means of both"
                + " policies and the ends of their intervals, not measured. The level line is the"
                + " pooled policy. The other policies stand side by side around the tick of their"
                + " number of requests."
                + (shown.size() < ladders.size()
                    ? " Shown for one place of %d.".formatted(ladders.size())
                    : "")));
    for (final Ladder ladder : shown) {
      blocks.add(subject.heading(ladder));
      blocks.add(figure(subject, ladder, ladder.pooled().orElseThrow()));
    }
    return blocks;
  }

  private static Block figure(Subject subject, Ladder ladder, CellSummary pooled) {
    final List<CellSummary> opening =
        ladder.rungs().stream().filter(rung -> !rung.equals(pooled)).toList();
    final String where = ladder.title(subject.place());
    final Caption caption =
        subject.caption("Time per request by requests per connection (computed)", where);
    final List<String> columns = new ArrayList<>(List.of("policy"));
    Amortisation.REQUESTS.forEach(requests -> columns.add(Figures.whole(requests)));
    return new Block.Figure(
        new Block.Picture(
            Subject.file("amortisation", where),
            caption.words(),
            new AmortisationChart(caption, pooled, opening)),
        "µs",
        new Block.Table(
            columns,
            Stream.concat(opening.stream(), Stream.of(pooled))
                .map(rung -> row(rung, pooled))
                .toList()));
  }

  private static List<String> row(CellSummary rung, CellSummary pooled) {
    final List<String> row = new ArrayList<>(List.of(Ladder.policy(rung)));
    Amortisation.REQUESTS.forEach(
        requests ->
            row.add(
                Cells.estimate(
                    Amortisation.cost(rung, pooled, requests),
                    Amortisation.interval(rung, pooled, requests))));
    return row;
  }
}
