package io.github.handshakecost.report;

import io.github.handshakecost.report.chart.HistogramChart;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Latency;
import java.math.BigDecimal;
import java.util.List;

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

  static void of(Document report, NamedRun run) {
    final List<Ladder> ladders = Ladder.all(run.summary());
    report
        .section("Distribution")
        .paragraph(
            "Histograms of the operations of all forks, each fork with the same weight; each is as"
                + " high as its own highest bar. A policy with fewer than 20 operations has none."
                + " Percentiles in µs: means over forks of the fork's percentile. The fastest and"
                + " the slowest operation of all forks."
                + Percentiles.note(run, ladders, HIGHEST));
    for (final Ladder ladder : ladders) {
      final String where = ladder.title(run.labels());
      final List<HistogramChart.Rung> histograms =
          ladder.rungs().stream()
              .map(rung -> new HistogramChart.Rung(rung.policyLabel(), latencies(run, rung)))
              .filter(rung -> rung.operations() >= LEAST)
              .toList();
      final Block.Table table = table(run, ladder);
      report
          .part(where)
          .add(
              histograms.isEmpty()
                  ? table
                  : new Block.Figure(
                      run.picture(
                          "distribution",
                          "Histogram of times per " + ladder.operation(),
                          where,
                          caption -> new HistogramChart(caption, ladder.operation(), histograms)),
                      table));
    }
  }

  private static List<Latency> latencies(NamedRun run, CellSummary rung) {
    return run.forksOf(rung).stream().map(fork -> fork.measurement().latency()).toList();
  }

  /** Of the percentiles that every fork of the ladder holds. */
  private static Block.Table table(NamedRun run, Ladder ladder) {
    final List<Latency> latencies =
        ladder.rungs().stream().flatMap(rung -> latencies(run, rung).stream()).toList();
    final Columns<CellSummary> columns =
        new Columns<CellSummary>().add("policy", CellSummary::policyLabel);
    PERCENTILES.stream()
        .filter(percentile -> latencies.stream().allMatch(it -> it.has(percentile)))
        .forEach(
            percentile ->
                columns.add(
                    name(percentile), rung -> Percentiles.of(run.forksOf(rung), percentile)));
    return columns.of(ladder.rungs());
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
