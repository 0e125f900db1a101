package io.github.handshakecost.report;

import io.github.handshakecost.result.ForkRecord.ForkTime;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.Summary;
import io.github.handshakecost.stats.Figures;
import java.util.ArrayList;
import java.util.List;

/** What every report for people says, in this order. */
final class Contents {
  private static final Block NOTHING_SHOWN =
      new Block.Paragraph(
          "No figure of a failed run is shown. The forks that it finished are in its directory, and"
              + " what they say in summary.json and jmh.json, marked.");

  private Contents() {}

  static List<Block> of(Run run, Summary summary, Medium medium) {
    final Subject subject = Subject.of(run, summary, medium);
    final List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, "What a connection costs"));
    blocks.addAll(Marks.of(summary));
    final Headline headline = new Headline(run, summary);
    blocks.add(new Block.Quote(headline.sentence()));
    blocks.add(new Block.Paragraph(Proof.line(run)));
    if (!summary.cells().isEmpty()) {
      blocks.add(new Block.Paragraph(conditions(run, summary, subject.place())));
      blocks.addAll(summary.failed() ? List.of(NOTHING_SHOWN) : measured(subject, headline));
    }
    final List<String> warnings = Warnings.sentences(summary);
    if (!warnings.isEmpty()) {
      blocks.add(new Block.Heading(2, "Warnings"));
      blocks.add(new Block.Bullets(warnings));
    }
    blocks.addAll(EnvironmentSection.of(run));
    if (medium != Medium.CONSOLE) {
      blocks.addAll(MethodSection.of(subject));
    }
    blocks.addAll(QuoteSection.of(run, summary));
    return blocks;
  }

  /** A terminal has room for the figures that are quoted, a page for all of them. */
  private static List<Block> measured(Subject subject, Headline headline) {
    final boolean pictures = subject.medium() != Medium.CONSOLE;
    final Summary summary = subject.summary();
    final List<Block> blocks = new ArrayList<>();
    if (pictures) {
      headline.ladder().map(ladder -> picture(subject, ladder)).ifPresent(blocks::add);
    }
    blocks.addAll(LadderSection.of(subject));
    blocks.addAll(LoopSection.of(subject));
    blocks.addAll(CostSection.of(summary, subject.place()));
    blocks.addAll(BudgetSection.of(subject));
    blocks.addAll(DistanceSection.of(subject));
    blocks.addAll(LinkSection.of(summary));
    if (pictures) {
      blocks.addAll(AmortisationSection.of(subject));
      blocks.addAll(DistributionSection.of(subject));
      blocks.addAll(RoundsSection.of(subject));
      blocks.addAll(ProofSection.of(subject));
    }
    return blocks;
  }

  /** The one picture for who looks at no other. */
  private static Block picture(Subject subject, Ladder ladder) {
    return DistanceSection.picture(subject, ladder)
        .orElseGet(() -> BudgetSection.picture(subject, ladder));
  }

  private static String conditions(Run run, Summary summary, Place place) {
    final RunManifest manifest = run.manifest();
    return "Plan %s, %s, started %s, %s.%s Everywhere: %s."
        .formatted(
            manifest.plan(),
            Figures.counted(summary.rounds(), "round"),
            manifest.startedAt(),
            Marks.commit(manifest),
            spent(run.spent()),
            place.shared(summary.cells()));
  }

  private static String spent(ForkTime forks) {
    return forks.all() == 0
        ? ""
        : " Its forks took %s, %s of that to warm up."
            .formatted(Figures.minutes(forks.all()), Figures.percent(forks.warmUp() / forks.all()));
  }
}
