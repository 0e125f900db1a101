package io.github.handshakecost.report;

import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Json;
import io.github.handshakecost.result.Machine;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.PerRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Several runs side by side: a matrix of machines or JDKs as one report, a run in each column. */
public final class MergedReport {
  /** The name of the page among {@link #files}. */
  public static final String PAGE = "merged.md";

  private static final Columns<Column> RUNS =
      new Columns<Column>()
          .add("", Column::column)
          .add("run", Column::run)
          .add("commit", run -> NamedRun.abbreviated(run.commit))
          .add("started", Column::startedAt)
          .add("rounds", run -> String.valueOf(run.rounds))
          .add("machine", run -> run.machine.line())
          .add("JDK", run -> run.machine.jdk())
          .add("kernel", run -> run.machine.kernel())
          .add("marks", run -> run.marks.isEmpty() ? "none" : String.join(", ", run.marks));

  private final Map<String, NamedRun> runs;

  /** Those that did not fail. */
  private final Map<String, NamedRun> shown;

  private final CellLabels labels;
  private final Merged merged;

  /** A report of runs that are all different. */
  public MergedReport(List<NamedRun> runs) {
    this.runs = NamedRun.byName(runs);
    shown = new LinkedHashMap<>(this.runs);
    shown.values().removeIf(run -> run.summary().failed());
    labels = NamedRun.labels(shown.values().stream());
    merged =
        new Merged(
            "handshake-cost/merged/1",
            this.runs.entrySet().stream().map(run -> column(run.getKey(), run.getValue())).toList(),
            rows(
                NamedRun::ratios,
                ratio -> Row.of(ratio.benchmark(), ratio.candidate(), ratio.where()),
                ratio -> new Estimate(ratio.ratio(), ratio.ci95())),
            rows(
                run -> run.summary().costs(),
                cost -> Row.of(cost.benchmark(), cost.cause(), cost.where()),
                cost -> new Estimate(cost.byDifference(), cost.ci95())),
            rows(
                run -> run.summary().cells(),
                MergedReport::row,
                cell -> new Estimate(cell.mean(), cell.ci95())),
            rows(
                run -> run.summary().cells(),
                MergedReport::row,
                cell -> Opened.of(cell.perRequest())));
  }

  /** {@code merged.json}. Times are in microseconds. Failed runs have no figures. */
  record Merged(
      String schema,
      List<Column> runs,
      List<Row<Estimate>> ratios,
      List<Row<Estimate>> costs,
      List<Row<Estimate>> means,
      List<Row<Opened>> counts) {}

  record Column(
      String column,
      String run,
      String commit,
      String startedAt,
      int rounds,
      Machine machine,
      List<String> marks) {}

  /**
   * A figure in several runs.
   *
   * @param what a policy or a cause
   * @param where the axes without policy
   * @param byRun by column, without the runs that lack it
   */
  record Row<T>(String benchmark, String what, Map<String, String> where, Map<String, T> byRun) {
    static <T> Row<T> of(String benchmark, String what, Map<String, String> where) {
      return new Row<>(benchmark, what, where, Map.of());
    }
  }

  record Estimate(double value, @Nullable Interval ci95) {}

  /** Mean numbers per request. */
  record Opened(double connections, double handshakesFull, double handshakesResumed) {
    static Opened of(PerRequest used) {
      return new Opened(used.connections(), used.handshakesFull(), used.handshakesResumed());
    }

    String text() {
      return Stream.of(connections, handshakesFull, handshakesResumed)
          .map(NumberFormats::threeDigits)
          .collect(Collectors.joining(" / "));
    }
  }

  private static <T> Row<T> row(CellSummary cell) {
    return Row.of(cell.benchmark(), cell.policyLabel(), cell.cell().where());
  }

  /** Rows stand in the order in which the runs first name them. */
  private <S, T> List<Row<T>> rows(
      Function<NamedRun, List<S>> figures, Function<S, Row<T>> row, Function<S, T> value) {
    final Map<Row<T>, Map<String, T>> rows = new LinkedHashMap<>();
    shown.forEach(
        (column, run) ->
            figures
                .apply(run)
                .forEach(
                    it ->
                        rows.computeIfAbsent(row.apply(it), any -> new LinkedHashMap<>())
                            .put(column, value.apply(it))));
    return rows.keySet().stream()
        .map(it -> new Row<>(it.benchmark, it.what, it.where, rows.getOrDefault(it, Map.of())))
        .toList();
  }

  private static Column column(String name, NamedRun run) {
    return new Column(
        name,
        run.name(),
        run.run().manifest().commit(),
        run.startedAt(),
        run.summary().rounds(),
        run.machine(),
        run.marks());
  }

  public String console() {
    return ConsoleReport.render(blocks());
  }

  /** {@code merged.md} and {@code merged.json}. */
  public Map<String, String> files() {
    return Map.of(PAGE, MarkdownReport.render(blocks()), "merged.json", Json.pretty(merged));
  }

  private List<Block> blocks() {
    final Document report =
        new Document()
            .title("%d runs side by side".formatted(runs.size()))
            .paragraph(
                "One run per column, with 95 % intervals over its rounds. If the intervals of two columns do not overlap, the runs differ in machine, JDK or code.")
            .table(merged.runs, RUNS);
    final List<String> failed =
        runs.entrySet().stream()
            .filter(run -> !shown.containsKey(run.getKey()))
            .map(run -> run.getKey() + ": " + String.join("; ", run.getValue().markSentences()))
            .toList();
    if (!failed.isEmpty()) {
      report
          .paragraph("Left out, because no figure of a failed run may be quoted:")
          .bullets(failed);
    }
    section(
        report,
        "Ratios to pooled",
        "Time of a request over that of a pooled one; ~: the interval includes 1.",
        merged.ratios,
        ratio -> Cells.ratio(ratio.value, ratio.ci95));
    section(
        report,
        "Cost of a connection",
        "In µs per request, by difference between policies; ~: the interval includes 0.",
        merged.costs,
        cost -> Cells.cost(cost.value, cost.ci95));
    section(
        report,
        "Means",
        "In µs per operation: a request, or a whole loop of them.",
        merged.means,
        mean -> Cells.estimate(mean.value, mean.ci95));
    section(
        report,
        "Connections and handshakes",
        "Connections / full handshakes / resumed handshakes per request, as the server counted them.",
        merged.counts,
        Opened::text);
    return report.blocks();
  }

  private <T> void section(
      Document report, String title, String caption, List<Row<T>> rows, Function<T, String> text) {
    if (rows.isEmpty()) {
      return;
    }
    final Columns<Row<T>> columns = new Columns<Row<T>>().add("", Row::what);
    shown.forEach(
        (name, run) ->
            columns.add(
                head(name, run),
                row -> Optional.ofNullable(row.byRun.get(name)).map(text).orElse("")));
    report
        .section(title)
        .paragraph(caption)
        .tables(rows, row -> Ladder.prefix(row.benchmark) + labels.of(row.where), columns);
  }

  /** A run's marks go with all its figures. */
  private static String head(String name, NamedRun run) {
    return name + (run.marks().isEmpty() ? "" : " (" + String.join(", ", run.marks()) + ")");
  }
}
