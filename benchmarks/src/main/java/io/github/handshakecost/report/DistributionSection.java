package io.github.handshakecost.report;

import io.github.handshakecost.report.chart.Caption;
import io.github.handshakecost.report.chart.DistributionChart;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Latency;
import io.github.handshakecost.stats.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** How the operations of each rung are distributed: the tail, which a mean does not show. */
final class DistributionSection {
  /** Of what forks save; more of them would only make the picture heavier. */
  private static final List<Double> PERCENTILES =
      List.of(0.0, 50.0, 75.0, 90.0, 95.0, 99.0, 99.5, 99.9, 100.0);

  /** But for the slowest of all. */
  private static final double HIGHEST = 99.9;

  /** Where places are many. */
  private static final List<Double> FEW_PERCENTILES = List.of(0.0, 50.0, 90.0, 99.0, 99.9, 100.0);

  private DistributionSection() {}

  static List<Block> of(Subject subject) {
    final List<Block> blocks = new ArrayList<>();
    final List<Ladder> ladders = Ladder.all(subject.summary());
    blocks.add(new Block.Heading(2, "Distribution"));
    blocks.add(
        new Block.Paragraph(
            "Percentiles of the operations, in µs: means over forks of the fork's percentile. The"
                + " fastest and the slowest operation of all forks."
                + Percentiles.note(subject, ladders, HIGHEST)));
    for (final Ladder ladder : ladders) {
      blocks.add(subject.heading(ladder));
      blocks.add(figure(subject, ladder));
    }
    return blocks;
  }

  private static Block figure(Subject subject, Ladder ladder) {
    final List<Double> percentiles = shared(subject, ladder);
    final List<DistributionChart.Rung> rungs =
        ladder.rungs().stream().map(rung -> rung(subject, rung, percentiles)).toList();
    final String where = ladder.title(subject.place());
    final Caption caption =
        subject.caption("Distribution of times per " + ladder.operation(), where);
    final Block.Table table = table(percentiles, rungs);
    // A line needs two points, and few operations have one percentile, or none.
    if (rungs.stream().allMatch(rung -> rung.points().size() < 2)) {
      return table;
    }
    return new Block.Figure(
        new Block.Picture(
            Subject.file("distribution", where),
            caption.words(),
            subject.views(
                new Block.View(
                    "logarithmic",
                    new DistributionChart(caption, ladder.operation(), percentiles, rungs, true)),
                new Block.View(
                    "linear",
                    new DistributionChart(
                        caption, ladder.operation(), percentiles, rungs, false)))),
        "µs",
        table);
  }

  /** The percentiles that every fork of the ladder holds. */
  private static List<Double> shared(Subject subject, Ladder ladder) {
    final List<Latency> latencies =
        ladder.rungs().stream()
            .flatMap(rung -> subject.forksOf(rung).stream())
            .map(fork -> fork.measurement().latency())
            .toList();
    return (subject.crowded() ? FEW_PERCENTILES : PERCENTILES)
        .stream()
            .filter(percentile -> latencies.stream().allMatch(it -> it.has(percentile)))
            .toList();
  }

  private static DistributionChart.Rung rung(
      Subject subject, CellSummary rung, List<Double> percentiles) {
    final List<ForkRecord> forks = subject.forksOf(rung);
    final List<Latency.Point> points = new ArrayList<>();
    for (final double percentile : percentiles) {
      Percentiles.of(forks, percentile)
          .ifPresent(micros -> points.add(new Latency.Point(percentile, micros)));
    }
    return new DistributionChart.Rung(Ladder.policy(rung), points);
  }

  private static Block.Table table(List<Double> percentiles, List<DistributionChart.Rung> rungs) {
    final List<String> columns = new ArrayList<>(List.of("policy"));
    percentiles.forEach(percentile -> columns.add(name(percentile)));
    return new Block.Table(columns, rungs.stream().map(rung -> row(percentiles, rung)).toList());
  }

  private static List<String> row(List<Double> percentiles, DistributionChart.Rung rung) {
    final List<String> row = new ArrayList<>(List.of(rung.policy()));
    for (final double percentile : percentiles) {
      row.add(
          rung.points().stream()
              .filter(point -> point.percentile() == percentile)
              .map(point -> Figures.three(point.micros()))
              .findFirst()
              .orElse(Cells.ABSENT));
    }
    return row;
  }

  private static String name(double percentile) {
    if (percentile == 0) {
      return "fastest";
    }
    return percentile == 100
        ? "slowest"
        : "p" + BigDecimal.valueOf(percentile).stripTrailingZeros().toPlainString();
  }
}
