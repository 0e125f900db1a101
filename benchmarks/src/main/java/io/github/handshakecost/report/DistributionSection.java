package io.github.handshakecost.report;

import io.github.handshakecost.report.chart.Caption;
import io.github.handshakecost.report.chart.HistogramChart;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Latency;
import io.github.handshakecost.result.NumberFormats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** How the operations of each rung are distributed: the tail, which a mean does not show. */
final class DistributionSection {
  /** Of those that forks save. */
  private static final List<Double> PERCENTILES =
      List.of(0.0, 50.0, 75.0, 90.0, 95.0, 99.0, 99.5, 99.9, 100.0);

  /** But for the slowest of all. */
  private static final double HIGHEST = 99.9;

  /** Fewer operations show no distribution. */
  private static final long LEAST = 20;

  private DistributionSection() {}

  static List<Block> of(Subject subject) {
    final List<Block> blocks = new ArrayList<>();
    final List<Ladder> ladders = Ladder.all(subject.summary());
    blocks.add(new Block.Heading(2, "Distribution"));
    blocks.add(
        new Block.Paragraph(
            "Histograms of the operations of all forks, each fork with the same weight; each is as"
                + " high as its own highest bar. A policy with fewer than 20 operations has none."
                + " Percentiles in µs: means over forks of the fork's percentile. The fastest and"
                + " the slowest operation of all forks."
                + Percentiles.note(subject, ladders, HIGHEST)));
    for (final Ladder ladder : ladders) {
      blocks.add(subject.heading(ladder));
      blocks.add(figure(subject, ladder));
    }
    return blocks;
  }

  private static Block figure(Subject subject, Ladder ladder) {
    final String where = ladder.title(subject.labels());
    final Caption caption = subject.caption("Histogram of times per " + ladder.operation(), where);
    final Block.Table table = table(subject, ladder);
    final List<HistogramChart.Rung> rungs =
        ladder.rungs().stream()
            .map(rung -> new HistogramChart.Rung(Ladder.policy(rung), latencies(subject, rung)))
            .filter(rung -> rung.operations() >= LEAST)
            .toList();
    return rungs.isEmpty()
        ? table
        : new Block.Figure(
            new Block.Picture(
                Subject.file("distribution", where),
                caption.words(),
                new HistogramChart(caption, ladder.operation(), rungs)),
            table);
  }

  private static List<Latency> latencies(Subject subject, CellSummary rung) {
    return subject.forksOf(rung).stream().map(fork -> fork.measurement().latency()).toList();
  }

  private static Block.Table table(Subject subject, Ladder ladder) {
    final List<Double> percentiles = shared(subject, ladder);
    return new Block.Table(
        Stream.concat(Stream.of("policy"), percentiles.stream().map(DistributionSection::name))
            .toList(),
        ladder.rungs().stream().map(rung -> row(subject, rung, percentiles)).toList());
  }

  private static List<String> row(Subject subject, CellSummary rung, List<Double> percentiles) {
    final List<String> row = new ArrayList<>(List.of(Ladder.policy(rung)));
    for (final double percentile : percentiles) {
      final OptionalDouble time = Percentiles.of(subject.forksOf(rung), percentile);
      row.add(time.isPresent() ? NumberFormats.threeDigits(time.getAsDouble()) : Cells.ABSENT);
    }
    return row;
  }

  /** The percentiles that every fork of the ladder holds. */
  private static List<Double> shared(Subject subject, Ladder ladder) {
    final List<Latency> latencies =
        ladder.rungs().stream().flatMap(rung -> latencies(subject, rung).stream()).toList();
    return PERCENTILES.stream()
        .filter(percentile -> latencies.stream().allMatch(it -> it.has(percentile)))
        .toList();
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
