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
    report.addAll(AnswerSection.of(run));
    if (!run.summary().cells().isEmpty() && !run.summary().failed()) {
      report
          .addAll(DistanceSection.ratios(run))
          .addAll(LadderSection.requests(run))
          .addAll(LadderSection.loops(run))
          .addAll(CostSection.of(run))
          .addAll(BudgetSection.of(run))
          .addAll(DistanceSection.roundTrips(run))
          .addAll(DistanceSection.links(run));
      if (whole) {
        report
            .addAll(AmortisationSection.of(run))
            .addAll(DistributionSection.of(run))
            .addAll(RoundsSection.of(run))
            .addAll(ProofSection.of(run));
      }
    }
    final List<String> warnings = Warnings.sentences(run.summary());
    if (!warnings.isEmpty()) {
      report.section("Warnings").bullets(warnings);
    }
    report.addAll(EnvironmentSection.of(run));
    if (whole) {
      report.addAll(EnvironmentSection.method(run));
    }
    return report.addAll(QuoteSection.of(run)).blocks();
  }
}
