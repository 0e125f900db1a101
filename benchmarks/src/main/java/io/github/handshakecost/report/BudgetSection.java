package io.github.handshakecost.report;

import io.github.handshakecost.model.Phase;
import io.github.handshakecost.report.chart.BudgetChart;
import io.github.handshakecost.report.chart.Caption;
import io.github.handshakecost.report.chart.Palette;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.NumberFormats;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where the time of an operation goes, on each rung: as bars and in figures. */
final class BudgetSection {
  private static final int BAR = 58;
  private static final List<Phase> PHASES = List.of(Phase.values());

  private BudgetSection() {}

  static List<Block> of(Subject subject) {
    final List<Block> blocks = new ArrayList<>();
    final boolean console = subject.medium() == Medium.CONSOLE;
    blocks.add(new Block.Heading(2, "Where the time goes"));
    blocks.add(
        new Block.Paragraph(
            console
                ? "Times in µs per operation. Each bar is one operation, whatever it takes: "
                    + legend()
                    + "."
                : "Times in µs per operation, split by clocks in the client; the residual is what no"
                    + " clock saw. The whisker is the 95 % interval of the whole."));
    for (final Ladder ladder : Ladder.all(subject.summary())) {
      blocks.add(subject.heading(ladder));
      if (console) {
        blocks.add(
            new Block.Preformatted(ladder.rungs().stream().map(BudgetSection::bar).toList()));
        // The bars have the mean beside them, and a terminal is narrow.
        blocks.add(table(ladder, false));
      } else {
        blocks.add(new Block.Figure(picture(subject, ladder), table(ladder, true)));
      }
    }
    return blocks;
  }

  static Block.Picture picture(Subject subject, Ladder ladder) {
    final String where = ladder.title(subject.labels());
    final Caption caption =
        subject.caption("Time per %s by policy".formatted(ladder.operation()), where);
    return new Block.Picture(
        Subject.file("budget", where),
        caption.words(),
        new BudgetChart(
            caption,
            ladder.operation(),
            ladder.rungs().stream()
                .map(
                    rung ->
                        new BudgetChart.Bar(rung, Answer.label(subject.summary(), ladder, rung)))
                .toList()));
  }

  private static String legend() {
    return PHASES.stream()
        .map(phase -> Palette.letter(phase) + " " + phase.label())
        .collect(Collectors.joining(", "));
  }

  /** The ends of the phases are rounded, not their lengths, so that every bar is as long. */
  private static String bar(CellSummary rung) {
    final StringBuilder bar = new StringBuilder();
    double spent = 0;
    for (final Phase phase : PHASES) {
      spent += Math.max(0, phase.of(rung.phases()));
      final long end = Math.min(BAR, Math.round(BAR * spent / rung.mean()));
      bar.append(Palette.letter(phase).repeat((int) Math.max(0, end - bar.length())));
    }
    return String.format(
        Locale.ROOT,
        "%-25s %9s |%s|",
        Ladder.policy(rung),
        NumberFormats.threeDigits(rung.mean()),
        bar.toString());
  }

  private static Block.Table table(Ladder ladder, boolean mean) {
    final List<String> columns = new ArrayList<>(List.of("policy"));
    if (mean) {
      columns.add("mean");
    }
    PHASES.stream().map(Phase::label).forEach(columns::add);
    return new Block.Table(columns, ladder.rungs().stream().map(rung -> row(rung, mean)).toList());
  }

  private static List<String> row(CellSummary rung, boolean mean) {
    final List<String> row = new ArrayList<>(List.of(Ladder.policy(rung)));
    if (mean) {
      row.add(Cells.estimate(rung.mean(), rung.ci95()));
    }
    PHASES.stream()
        .map(phase -> NumberFormats.threeDigits(phase.of(rung.phases())))
        .forEach(row::add);
    return row;
  }
}
