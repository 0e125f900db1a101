package io.github.handshakecost.report;

import io.github.handshakecost.report.Block.Bullets.Purpose;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Finding.Severity;
import io.github.handshakecost.result.ForkRecord.ForkTime;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.Summary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The first screen: the answer, its proof, and what to know before its figures are quoted. */
final class AnswerSection {
  private AnswerSection() {}

  static void of(Document report, NamedRun run) {
    final Summary summary = run.summary();
    final Optional<Answer> answer = summary.failed() ? Optional.empty() : Answer.of(summary);
    final List<Warnings.Line> warnings = Warnings.lines(summary);
    final List<String> lines = warnings.stream().map(Warnings.Line::text).toList();
    final boolean open = answer.isEmpty() || !summary.decided();
    final boolean wrong =
        open || warnings.stream().anyMatch(line -> line.severity() == Severity.WRONG);
    final Block warned = new Block.Bullets(open ? Purpose.ALERT : Purpose.NOTE, lines);
    if (wrong && !lines.isEmpty()) {
      report.add(warned);
    }
    report.quote(
        answer
            .map(Answer::sentence)
            .orElse(
                summary.failed()
                    ? "The run failed: nothing of it may be quoted."
                    : "Nothing was measured."));
    answer.map(Answer::ladder).ifPresent(ladder -> figures(report, run, ladder));
    report.paragraph(ProofSection.line(run));
    if (!wrong && !lines.isEmpty()) {
      report.add(warned);
    }
    if (!summary.cells().isEmpty()) {
      report.paragraph(conditions(run));
    }
    if (summary.failed()) {
      report.paragraph(
          "No figure of a failed run is shown. The forks that it finished are in its directory, and"
              + " what they say in summary.json and jmh.json, marked.");
    }
  }

  private static void figures(Document report, NamedRun run, Ladder ladder) {
    report
        .paragraph(ladder.title(run.labels()) + ":")
        .figure(
            BudgetSection.picture(run, ladder),
            new Columns<CellSummary>()
                .add("policy", CellSummary::policyLabel)
                .add("mean, µs", Cells::mean)
                .add("x pooled", rung -> Cells.ratio(ladder, rung))
                .of(ladder.rungs()));
  }

  private static String conditions(NamedRun run) {
    return "Plan %s, %s, started %s, %s.%s Everywhere: %s."
        .formatted(
            run.run().manifest().plan(),
            NumberFormats.counted(run.summary().rounds(), "round"),
            run.startedAt(),
            run.code(),
            spent(run.run().spent()),
            run.labels().shared(run.summary().cells()));
  }

  private static String spent(ForkTime forks) {
    return forks.all() == 0
        ? ""
        : " Its forks took %s, %s of that to warm up."
            .formatted(
                NumberFormats.time(Duration.ofSeconds(Math.round(forks.all()))),
                NumberFormats.percent(forks.warmUp() / forks.all()));
  }
}
