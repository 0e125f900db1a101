package io.github.handshakecost.report;

import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.Summary;
import java.util.ArrayList;
import java.util.List;

/** What every report for people says, in this order. */
final class Contents {
  private Contents() {}

  static List<Block> of(Run run, Summary summary) {
    final List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, "What a connection costs"));
    blocks.addAll(Marks.of(summary));
    blocks.add(new Block.Quote(new Headline(run, summary).sentence()));
    blocks.add(new Block.Paragraph(Proof.line(run)));
    if (!summary.cells().isEmpty()) {
      final Place place = new Place(summary);
      blocks.add(new Block.Paragraph(conditions(run.manifest(), summary, place)));
      blocks.addAll(LadderSection.of(summary, place));
      blocks.addAll(CostSection.of(summary, place));
      blocks.addAll(DistanceSection.of(summary, place));
      blocks.addAll(BudgetSection.of(summary, place));
      blocks.addAll(LoopSection.of(summary, place));
    }
    if (!summary.warnings().isEmpty()) {
      blocks.add(new Block.Heading(2, "Warnings"));
      blocks.add(new Block.Bullets(summary.warnings()));
    }
    blocks.addAll(EnvironmentSection.of(run));
    blocks.addAll(QuoteSection.of(run, summary));
    return blocks;
  }

  private static String conditions(RunManifest manifest, Summary summary, Place place) {
    return "Plan %s, %d rounds, started %s, %s. Everywhere: %s."
        .formatted(
            manifest.plan(),
            summary.rounds(),
            manifest.startedAt(),
            Marks.commit(manifest),
            place.shared(summary.cells()));
  }
}
