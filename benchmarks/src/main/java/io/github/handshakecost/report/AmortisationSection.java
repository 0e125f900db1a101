package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.report.chart.AmortisationChart;
import io.github.handshakecost.report.chart.Caption;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.stats.Amortisation;
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
    blocks.add(new Block.Heading(2, "Requests per connection"));
    blocks.add(
        new Block.Paragraph(
            "Time per request, in µs, if a connection serves n requests and the first one pays for"
                + " opening it: (policy + (n - 1) x pooled) / n. Computed from the means of both"
                + " policies and the ends of their intervals, not measured. The level line is the"
                + " pooled policy."));
    for (final Ladder ladder : ladders) {
      blocks.add(subject.heading(ladder));
      blocks.add(figure(subject, ladder, ladder.pooled().orElseThrow()));
    }
    return blocks;
  }

  private static Block figure(Subject subject, Ladder ladder, CellSummary pooled) {
    final List<CellSummary> opening =
        ladder.rungs().stream().filter(rung -> !rung.equals(pooled)).toList();
    final String where = ladder.title(subject.labels());
    final Caption caption =
        subject.caption("Time per request by requests per connection (computed)", where);
    final List<CellSummary> rungs = Stream.concat(opening.stream(), Stream.of(pooled)).toList();
    return new Block.Figure(
        new Block.Picture(
            Subject.file("amortisation", where),
            caption.words(),
            new AmortisationChart(caption, pooled, opening)),
        new Block.Table(
            Stream.concat(Stream.of("requests"), rungs.stream().map(Ladder::policy)).toList(),
            Amortisation.REQUESTS.stream().map(requests -> row(requests, rungs, pooled)).toList()));
  }

  private static List<String> row(int requests, List<CellSummary> rungs, CellSummary pooled) {
    return Stream.concat(
            Stream.of(NumberFormats.whole(requests)),
            rungs.stream()
                .map(
                    rung ->
                        Cells.estimate(
                            Amortisation.cost(rung, pooled, requests),
                            Amortisation.interval(rung, pooled, requests))))
        .toList();
  }
}
