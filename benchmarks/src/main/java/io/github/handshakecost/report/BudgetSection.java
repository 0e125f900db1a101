package io.github.handshakecost.report;

import io.github.handshakecost.result.AxisNames;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Phase;
import io.github.handshakecost.result.Summary;
import io.github.handshakecost.stats.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where the time of a request goes, on each rung: as bars of equal length and in figures. */
final class BudgetSection {
  private static final int BAR = 58;

  private BudgetSection() {}

  static List<Block> of(Summary summary, Place place) {
    final List<Block> blocks = new ArrayList<>();
    final List<Ladder> ladders = Ladder.of(summary, AxisNames.REQUEST);
    if (ladders.isEmpty()) {
      return blocks;
    }
    blocks.add(new Block.Heading(2, "Where the time goes"));
    blocks.add(
        new Block.Paragraph(
            "Times in µs per request. Each bar is one request, whatever it takes: "
                + legend()
                + "."));
    for (final Ladder ladder : ladders) {
      blocks.add(new Block.Heading(3, place.of(ladder.where())));
      blocks.add(new Block.Preformatted(ladder.rungs().stream().map(BudgetSection::bar).toList()));
      blocks.add(table(ladder));
    }
    return blocks;
  }

  private static String legend() {
    return Arrays.stream(Phase.values())
        .map(phase -> symbol(phase) + " " + phase.label())
        .collect(Collectors.joining(", "));
  }

  /** The ends of the phases are rounded, not their lengths, so that every bar is as long. */
  private static String bar(CellSummary rung) {
    final StringBuilder bar = new StringBuilder();
    double spent = 0;
    for (final Phase phase : Phase.values()) {
      spent += Math.max(0, phase.of(rung.phases()));
      final long end = Math.min(BAR, Math.round(BAR * spent / rung.mean()));
      bar.append(symbol(phase).repeat((int) Math.max(0, end - bar.length())));
    }
    return String.format(
        Locale.ROOT,
        "%-25s %9s |%s|",
        Ladder.policy(rung),
        Figures.three(rung.mean()),
        bar.toString());
  }

  private static Block table(Ladder ladder) {
    final List<String> columns = new ArrayList<>(List.of("policy"));
    Arrays.stream(Phase.values()).map(Phase::label).forEach(columns::add);
    return new Block.Table(columns, ladder.rungs().stream().map(BudgetSection::row).toList());
  }

  private static List<String> row(CellSummary rung) {
    final List<String> row = new ArrayList<>(List.of(Ladder.policy(rung)));
    Arrays.stream(Phase.values())
        .map(phase -> Figures.three(phase.of(rung.phases())))
        .forEach(row::add);
    return row;
  }

  private static String symbol(Phase phase) {
    return switch (phase) {
      case SETUP -> "s";
      case TCP -> "t";
      case TLS -> "H";
      case EXCHANGE -> "x";
      case CLOSE -> "c";
      case RESIDUAL -> ".";
    };
  }
}
