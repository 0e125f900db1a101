package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.NumberFormats;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Benchmarks whose operation is a loop of requests: the time of the whole loop. */
final class LoopSection {
  private LoopSection() {}

  static List<Block> of(Subject subject) {
    final Set<String> benchmarks = new LinkedHashSet<>();
    subject.summary().cells().forEach(cell -> benchmarks.add(cell.benchmark()));
    benchmarks.remove(AxisNames.REQUEST);
    // The ladder of requests, where there is one, has explained the words.
    boolean explained = !Ladder.of(subject.summary(), AxisNames.REQUEST).isEmpty();
    final List<Block> blocks = new ArrayList<>();
    for (final String benchmark : benchmarks) {
      final List<Ladder> ladders = Ladder.of(subject.summary(), benchmark);
      blocks.add(new Block.Heading(2, "A whole loop: " + benchmark));
      if (!explained) {
        blocks.addAll(Glossary.of(subject));
        explained = true;
      }
      blocks.add(
          new Block.Paragraph(
              "Times in µs per loop, with 95 % intervals over rounds."
                  + Percentiles.note(subject, ladders, 99)));
      for (final Ladder ladder : ladders) {
        blocks.add(new Block.Heading(3, subject.labels().of(ladder.where())));
        blocks.add(
            new Block.Table(
                List.of("policy", "requests", "mean", "x pooled", "p50", "p99"),
                ladder.rungs().stream().map(rung -> row(subject, ladder, rung)).toList()));
      }
    }
    return blocks;
  }

  private static List<String> row(Subject subject, Ladder ladder, CellSummary rung) {
    final List<ForkRecord> forks = subject.forksOf(rung);
    return List.of(
        Ladder.policy(rung),
        NumberFormats.threeDigits((double) rung.requests() / rung.operations()),
        Cells.estimate(rung.mean(), rung.ci95()),
        ladder.ratio(subject.summary(), rung).map(Cells::ratio).orElse(""),
        Percentiles.estimate(forks, 50, rung.p50(), rung.p50Ci95()),
        Percentiles.estimate(forks, 99, rung.p99(), rung.p99Ci95()));
  }
}
