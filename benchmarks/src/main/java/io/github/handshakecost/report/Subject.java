package io.github.handshakecost.report;

import io.github.handshakecost.report.chart.Caption;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.Summary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The run of a report, as its sections need it.
 *
 * @param mark for pictures, which travel without the report; empty where nothing is wrong
 * @param forks by cell, each by round
 */
record Subject(
    Run run,
    Summary summary,
    CellLabels labels,
    String mark,
    Map<Cell, List<ForkRecord>> forks,
    Medium medium) {
  private static final int LONGEST_NAME = 150;

  static Subject of(Run run, Summary summary, Medium medium) {
    return new Subject(
        run,
        summary,
        new CellLabels(summary),
        String.join(", ", Marks.wrong(run, summary)),
        run.forks().stream().collect(Collectors.groupingBy(ForkRecord::cell)),
        medium);
  }

  /** The heading of what holds in the place of a ladder. */
  Block.Heading heading(Ladder ladder) {
    return new Block.Heading(3, ladder.title(labels));
  }

  /** The forks of a rung, by round. */
  List<ForkRecord> forksOf(CellSummary rung) {
    return forks.getOrDefault(rung.cell(), List.of());
  }

  Caption caption(String title, String where) {
    return new Caption(title, where, mark);
  }

  /** The name of a picture's file. */
  static String file(String kind, String title) {
    final String slug = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    return kind + "-" + slug.substring(0, Math.min(LONGEST_NAME, slug.length())) + ".svg";
  }
}
