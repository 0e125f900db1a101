package io.github.handshakecost.report;

import java.util.List;

/** The sections of every report for people, in order. */
final class Contents {
  private Contents() {}

  /** For a terminal, which has room for the figures that are quoted. */
  static List<Block> brief(NamedRun run) {
    return of(run, false);
  }

  /** For a page, which has room for all figures. */
  static List<Block> whole(NamedRun run) {
    return of(run, true);
  }

  private static List<Block> of(NamedRun run, boolean whole) {
    final Document report = new Document().title("What a connection costs");
    AnswerSection.of(report, run);
    if (!run.summary().cells().isEmpty() && !run.summary().failed()) {
      DistanceSection.ratios(report, run);
      LadderSection.requests(report, run);
      LadderSection.loops(report, run);
      CostSection.of(report, run);
      BudgetSection.of(report, run);
      DistanceSection.roundTrips(report, run);
      DistanceSection.links(report, run);
      if (whole) {
        AmortisationSection.of(report, run);
        DistributionSection.of(report, run);
        RoundsSection.of(report, run);
        ProofSection.of(report, run);
      }
    }
    final List<String> warnings = Warnings.sentences(run.summary());
    if (!warnings.isEmpty()) {
      report.section("Warnings").bullets(warnings);
    }
    EnvironmentSection.of(report, run);
    if (whole) {
      EnvironmentSection.method(report, run);
    }
    QuoteSection.of(report, run);
    return report.blocks();
  }
}
