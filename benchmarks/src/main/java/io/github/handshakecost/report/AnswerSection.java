package io.github.handshakecost.report;

import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Finding.Severity;
import io.github.handshakecost.result.ForkRecord.ForkTime;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first screen: the answer, its proof, and what to know before its figures are quoted. */
final class AnswerSection {
  private static final Block NOTHING_SHOWN =
      new Block.Paragraph(
          "No figure of a failed run is shown. The forks that it finished are in its directory, and"
              + " what they say in summary.json and jmh.json, marked.");

  private AnswerSection() {}

  static List<Block> of(Subject subject) {
    final Run run = subject.run();
    final Summary summary = subject.summary();
    final Optional<Answer> answer = summary.failed() ? Optional.empty() : Answer.of(summary);
    final List<Warnings.Line> warnings = Warnings.lines(summary);
    final List<String> lines = warnings.stream().map(Warnings.Line::text).toList();
    final boolean open = answer.map(Answer::isUndecided).orElse(true);
    final boolean wrong =
        open || warnings.stream().anyMatch(line -> line.severity() == Severity.WRONG);
    final List<Block> blocks = new ArrayList<>();
    if (wrong && !lines.isEmpty()) {
      blocks.add(open ? new Block.Alert(lines) : new Block.Note(lines));
    }
    blocks.add(
        new Block.Quote(
            answer.map(Answer::sentence).orElseGet(() -> new Headline(run, summary).sentence())));
    answer.ifPresent(it -> blocks.addAll(figures(subject, it.ladder())));
    blocks.add(new Block.Paragraph(Proof.line(run)));
    if (!wrong && !lines.isEmpty()) {
      blocks.add(new Block.Note(lines));
    }
    if (!summary.cells().isEmpty()) {
      blocks.add(new Block.Paragraph(conditions(subject)));
    }
    if (summary.failed()) {
      blocks.add(NOTHING_SHOWN);
    }
    return blocks;
  }

  private static List<Block> figures(Subject subject, Ladder ladder) {
    final Block.Table table =
        new Block.Table(
            List.of("policy", "mean, µs", "x pooled"),
            ladder.rungs().stream().map(rung -> row(subject.summary(), ladder, rung)).toList());
    return List.of(
        new Block.Paragraph(ladder.title(subject.labels()) + ":"),
        subject.medium() == Medium.CONSOLE
            ? table
            : new Block.Figure(BudgetSection.picture(subject, ladder), table));
  }

  private static List<String> row(Summary summary, Ladder ladder, CellSummary rung) {
    return List.of(
        Ladder.policy(rung),
        Cells.estimate(rung.mean(), rung.ci95()),
        ladder.ratio(summary, rung).map(Cells::ratio).orElse(""));
  }

  private static String conditions(Subject subject) {
    final RunManifest manifest = subject.run().manifest();
    return "Plan %s, %s, started %s, %s.%s Everywhere: %s."
        .formatted(
            manifest.plan(),
            NumberFormats.counted(subject.summary().rounds(), "round"),
            manifest.startedAt(),
            Marks.commit(manifest),
            spent(subject.run().spent()),
            subject.labels().shared(subject.summary().cells()));
  }

  private static String spent(ForkTime forks) {
    return forks.all() == 0
        ? ""
        : " Its forks took %s, %s of that to warm up."
            .formatted(
                NumberFormats.minutes(forks.all()),
                NumberFormats.percent(forks.warmUp() / forks.all()));
  }
}
