package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Machine;
import io.github.handshakecost.result.Ratio;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Several runs side by side, for machines; {@code merged.json}. Times in microseconds.
 *
 * @param runs all of them; the figures have no column of a run that failed
 * @param ratios over pooled, of one request
 * @param costs of a connection, by difference
 * @param means of an operation
 * @param counts per request
 */
record MergedFigures(
    String schema,
    List<MergedRun> runs,
    List<MergedRow<Estimate>> ratios,
    List<MergedRow<Estimate>> costs,
    List<MergedRow<Estimate>> means,
    List<MergedRow<Opened>> counts) {

  static final String SCHEMA = "handshake-cost/merged/1";

  /**
   * A run that is a column.
   *
   * @param column what the others call it
   * @param marks what is not as it should be
   */
  record MergedRun(
      String column,
      String run,
      String commit,
      String startedAt,
      int rounds,
      Machine machine,
      List<String> marks) {}

  /** A figure and its 95 % interval, which a single round has not. */
  record Estimate(double value, @Nullable Interval ci95) {}

  /** What a request opened, on average. */
  record Opened(double connections, double handshakesFull, double handshakesResumed) {}

  static MergedFigures of(Map<String, NamedRun> runs) {
    final Map<String, NamedRun> shown = shown(runs);
    return new MergedFigures(
        SCHEMA,
        runs.entrySet().stream().map(run -> run(run.getKey(), run.getValue())).toList(),
        MergedRow.of(
            shown,
            summary ->
                summary.ratios().stream()
                    .filter(ratio -> ratio.benchmark().equals(AxisNames.REQUEST))
                    .toList(),
            ratio -> new MergedRow.Key(ratio.benchmark(), ratio.candidate(), ratio.where()),
            MergedFigures::estimate),
        MergedRow.of(
            shown,
            summary -> summary.costs(),
            cost -> new MergedRow.Key(cost.benchmark(), cost.cause(), cost.where()),
            cost -> new Estimate(cost.byDifference(), cost.ci95())),
        MergedRow.of(
            shown,
            summary -> summary.cells(),
            MergedFigures::key,
            cell -> new Estimate(cell.mean(), cell.ci95())),
        MergedRow.of(shown, summary -> summary.cells(), MergedFigures::key, MergedFigures::opened));
  }

  /** The runs whose figures may be quoted. */
  static Map<String, NamedRun> shown(Map<String, NamedRun> runs) {
    final Map<String, NamedRun> shown = new LinkedHashMap<>(runs);
    shown.values().removeIf(run -> run.summary().failed());
    return shown;
  }

  private static MergedRun run(String column, NamedRun run) {
    return new MergedRun(
        column,
        run.name(),
        run.run().manifest().commit(),
        run.startedAt(),
        run.summary().rounds(),
        run.machine(),
        run.marks());
  }

  private static Estimate estimate(Ratio ratio) {
    return new Estimate(ratio.ratio(), ratio.ci95());
  }

  private static MergedRow.Key key(CellSummary cell) {
    return new MergedRow.Key(cell.benchmark(), Ladder.policy(cell), cell.cell().where());
  }

  private static Opened opened(CellSummary cell) {
    return new Opened(
        cell.perRequest().connections(),
        cell.perRequest().handshakesFull(),
        cell.perRequest().handshakesResumed());
  }
}
