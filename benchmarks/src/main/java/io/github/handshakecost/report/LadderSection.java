package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.PerRequest;
import java.util.ArrayList;
import java.util.List;

/** The ladder: time and resources of each policy, relative to pooled. */
final class LadderSection {
  private LadderSection() {}

  static List<Block> of(Subject subject) {
    final List<Block> blocks = new ArrayList<>();
    final List<Ladder> ladders = Ladder.of(subject.summary(), AxisNames.REQUEST);
    if (ladders.isEmpty()) {
      return blocks;
    }
    blocks.add(new Block.Heading(2, "The ladder"));
    blocks.addAll(Glossary.of(subject));
    blocks.add(
        new Block.Paragraph(
            "Times in µs per request, with 95 % intervals over rounds; CPU of the client's thread +"
                + " of the server's threads; ~ where the interval contains no difference."
                + Percentiles.note(subject, ladders, 99)));
    blocks.add(
        new Block.Paragraph(
            "Counts and bytes per request, as the server counted them; segments as the kernel"
                + " counted those of both ends, where it counted nobody else's; allocated by the"
                + " client's thread."));
    for (final Ladder ladder : ladders) {
      blocks.add(subject.heading(ladder));
      blocks.add(times(subject, ladder));
      blocks.add(counts(ladder));
    }
    return blocks;
  }

  private static Block times(Subject subject, Ladder ladder) {
    return new Block.Table(
        List.of("policy", "mean", "x pooled", "p50", "p99", "CPU"),
        ladder.rungs().stream().map(rung -> times(subject, ladder, rung)).toList());
  }

  private static List<String> times(Subject subject, Ladder ladder, CellSummary rung) {
    final List<ForkRecord> forks = subject.forksOf(rung);
    return List.of(
        Ladder.policy(rung),
        Cells.estimate(rung.mean(), rung.ci95()),
        ladder.ratio(subject.summary(), rung).map(Cells::ratio).orElse(""),
        Percentiles.estimate(forks, 50, rung.p50(), rung.p50Ci95()),
        Percentiles.estimate(forks, 99, rung.p99(), rung.p99Ci95()),
        NumberFormats.threeDigits(rung.perRequest().clientCpu())
            + " + "
            + NumberFormats.threeDigits(rung.perRequest().serverCpu()));
  }

  private static Block counts(Ladder ladder) {
    return new Block.Table(
        List.of(
            "policy",
            "connections",
            "full",
            "resumed",
            "segments",
            "bytes in",
            "bytes out",
            "allocated"),
        ladder.rungs().stream().map(LadderSection::counts).toList());
  }

  private static List<String> counts(CellSummary rung) {
    final PerRequest used = rung.perRequest();
    return List.of(
        Ladder.policy(rung),
        NumberFormats.threeDigits(used.connections()),
        NumberFormats.threeDigits(used.handshakesFull()),
        NumberFormats.threeDigits(used.handshakesResumed()),
        used.segments() == null ? "unknown" : NumberFormats.threeDigits(used.segments()),
        NumberFormats.whole(Math.round(used.bytesIn())),
        NumberFormats.whole(Math.round(used.bytesOut())),
        NumberFormats.whole(Math.round(used.allocatedBytes())));
  }
}
