package io.github.handshakecost.report;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.report.chart.BudgetChart;
import io.github.handshakecost.result.CellSummary;

/** Where the time of an operation goes, on each rung: as bars and in figures. */
final class BudgetSection {
  private BudgetSection() {}

  static void of(Document report, NamedRun run) {
    final Columns<CellSummary> columns =
        new Columns<CellSummary>().add("policy", CellSummary::policyLabel).add("mean", Cells::mean);
    for (final Phase phase :
        Phase.told(run.summary().cells().stream().map(CellSummary::phases).toList())) {
      columns.add(
          phase.label(),
          rung -> Cells.known(phase.isIn(rung.phases()) ? phase.of(rung.phases()) : null));
    }
    report
        .section("Where the time goes")
        .paragraph(
            "Times in µs per operation, split by clocks in the client; the residual is what no"
                + " clock saw. The whisker is the 95 % interval of the whole.");
    for (final Ladder ladder : Ladder.all(run.summary())) {
      report
          .part(ladder.title(run.labels()))
          .figure(picture(run, ladder), columns.of(ladder.rungs()));
    }
  }

  static Block.Picture picture(NamedRun run, Ladder ladder) {
    return run.picture(
        "budget",
        "Time per %s by policy".formatted(ladder.operation()),
        ladder.title(run.labels()),
        caption ->
            new BudgetChart(
                caption,
                ladder.operation(),
                ladder.rungs().stream()
                    .map(rung -> new BudgetChart.Bar(rung, Answer.label(ladder, rung)))
                    .toList()));
  }
}
