package io.github.handshakecost.report;

import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.Summary;
import java.util.ArrayList;
import java.util.List;

/** The sections of every report for people, in order. */
final class Contents {
  private Contents() {}

  static List<Block> of(Run run, Summary summary, Medium medium) {
    final Subject subject = Subject.of(run, summary, medium);
    final List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, "What a connection costs"));
    blocks.addAll(AnswerSection.of(subject));
    if (!summary.cells().isEmpty() && !summary.failed()) {
      blocks.addAll(measured(subject));
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
  private static List<Block> measured(Subject subject) {
    final boolean pictures = subject.medium() != Medium.CONSOLE;
    final Summary summary = subject.summary();
    final List<Block> blocks = new ArrayList<>();
    blocks.addAll(DistanceSection.ratios(subject));
    blocks.addAll(LadderSection.of(subject));
    blocks.addAll(LoopSection.of(subject));
    blocks.addAll(CostSection.of(summary, subject.labels()));
    blocks.addAll(BudgetSection.of(subject));
    blocks.addAll(DistanceSection.roundTrips(subject));
    blocks.addAll(LinkSection.of(summary));
    if (pictures) {
      blocks.addAll(AmortisationSection.of(subject));
      blocks.addAll(DistributionSection.of(subject));
      blocks.addAll(RoundsSection.of(subject));
      blocks.addAll(ProofSection.of(subject));
    }
    return blocks;
  }
}
