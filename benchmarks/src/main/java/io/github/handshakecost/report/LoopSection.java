package io.github.handshakecost.report;

import io.github.handshakecost.result.AxisNames;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Summary;
import io.github.handshakecost.stats.Figures;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Benchmarks whose operation is a loop of requests: the time of the whole loop. */
final class LoopSection {
  private LoopSection() {}

  static List<Block> of(Summary summary, Place place) {
    final Set<String> benchmarks = new LinkedHashSet<>();
    summary.cells().forEach(cell -> benchmarks.add(cell.benchmark()));
    benchmarks.remove(AxisNames.REQUEST);
    final List<Block> blocks = new ArrayList<>();
    for (final String benchmark : benchmarks) {
      blocks.add(new Block.Heading(2, "A whole loop: " + benchmark));
      blocks.add(new Block.Paragraph("Times in µs per loop, with 95 % intervals over rounds."));
      for (final Ladder ladder : Ladder.of(summary, benchmark)) {
        blocks.add(new Block.Heading(3, place.of(ladder.where()), ladder.where()));
        blocks.add(
            new Block.Table(
                List.of("policy", "requests", "mean", "x pooled", "p50", "p99"),
                ladder.rungs().stream().map(rung -> row(summary, ladder, rung)).toList()));
      }
    }
    return blocks;
  }

  private static List<String> row(Summary summary, Ladder ladder, CellSummary rung) {
    return List.of(
        Ladder.policy(rung),
        Figures.three((double) rung.requests() / rung.operations()),
        Cells.estimate(rung.mean(), rung.ci95()),
        ladder.ratio(summary, rung).map(Cells::ratio).orElse(""),
        Cells.estimate(rung.p50(), rung.p50Ci95()),
        Cells.estimate(rung.p99(), rung.p99Ci95()));
  }
}
