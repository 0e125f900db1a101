package io.github.handshakecost.report;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Json;
import io.github.handshakecost.result.Machine;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.PerRequest;
import io.github.handshakecost.result.Summary;
import java.util.ArrayList;
import java.util.Collection;
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

  private final Map<String, NamedRun> runs;
  private final Map<String, NamedRun> shown;
  private final CellLabels labels;
  private final Map<List<Object>, Row> ratios = new LinkedHashMap<>();
  private final Map<List<Object>, Row> costs = new LinkedHashMap<>();
  private final Map<List<Object>, Row> means = new LinkedHashMap<>();
  private final Map<List<Object>, Row> counts = new LinkedHashMap<>();

  /** A report of runs that are all different. */
  public MergedReport(List<NamedRun> runs) {
    this.runs = NamedRun.byName(runs);
    shown = new LinkedHashMap<>(this.runs);
    shown.values().removeIf(run -> run.summary().failed());
    labels = NamedRun.labels(shown.values().stream());
    shown.forEach((column, run) -> add(column, run.summary()));
  }

  /** {@code merged.json}. Times are in microseconds. Failed runs have no figures. */
  record Merged(
      String schema,
      List<Column> runs,
      Collection<Row> ratios,
      Collection<Row> costs,
      Collection<Row> means,
      Collection<Row> counts) {}

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
  record Row(String benchmark, String what, Map<String, String> where, Map<String, Figure> byRun) {}

  /** A figure as JSON has it, and as tables show it. */
  record Figure(@JsonValue Object value, String text) {}

  record Estimate(double value, @Nullable Interval ci95) {}

  /** Mean numbers per request. */
  record Opened(double connections, double handshakesFull, double handshakesResumed) {}

  private void add(String column, Summary summary) {
    summary.ratios().stream()
        .filter(ratio -> ratio.benchmark().equals(AxisNames.REQUEST))
        .forEach(
            ratio ->
                row(ratios, ratio.benchmark(), ratio.candidate(), ratio.where())
                    .put(
                        column,
                        new Figure(new Estimate(ratio.ratio(), ratio.ci95()), Cells.ratio(ratio))));
    summary
        .costs()
        .forEach(
            cost ->
                row(costs, cost.benchmark(), cost.cause(), cost.where())
                    .put(
                        column,
                        new Figure(
                            new Estimate(cost.byDifference(), cost.ci95()), Cells.cost(cost))));
    for (final CellSummary cell : summary.cells()) {
      final String policy = Ladder.policy(cell);
      final Map<String, String> where = cell.cell().where();
      row(means, cell.benchmark(), policy, where)
          .put(
              column,
              new Figure(
                  new Estimate(cell.mean(), cell.ci95()),
                  Cells.estimate(cell.mean(), cell.ci95())));
      row(counts, cell.benchmark(), policy, where).put(column, opened(cell.perRequest()));
    }
  }

  /** Rows stand in the order in which the runs first name them. */
  private static Map<String, Figure> row(
      Map<List<Object>, Row> rows, String benchmark, String what, Map<String, String> where) {
    return rows.computeIfAbsent(
            List.of(benchmark, what, where),
            key -> new Row(benchmark, what, where, new LinkedHashMap<>()))
        .byRun();
  }

  private static Figure opened(PerRequest each) {
    return new Figure(
        new Opened(each.connections(), each.handshakesFull(), each.handshakesResumed()),
        Stream.of(each.connections(), each.handshakesFull(), each.handshakesResumed())
            .map(NumberFormats::threeDigits)
            .collect(Collectors.joining(" / ")));
  }

  public String console() {
    return ConsoleReport.render(blocks());
  }

  /** {@code merged.md} and {@code merged.json}. */
  public Map<String, String> files() {
    final Merged merged =
        new Merged(
            "handshake-cost/merged/1",
            runs.entrySet().stream().map(run -> column(run.getKey(), run.getValue())).toList(),
            ratios.values(),
            costs.values(),
            means.values(),
            counts.values());
    return Map.of(PAGE, MarkdownReport.render(blocks()), "merged.json", Json.pretty(merged));
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

  private List<Block> blocks() {
    final List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, "%d runs side by side".formatted(runs.size())));
    blocks.add(
        new Block.Paragraph(
            "One run per column, with 95 % intervals over its rounds. If the intervals of two columns do not overlap, the runs differ in machine, JDK or code."));
    blocks.add(columns());
    final List<String> failed =
        runs.entrySet().stream()
            .filter(run -> !shown.containsKey(run.getKey()))
            .map(run -> run.getKey() + ": " + String.join("; ", run.getValue().markSentences()))
            .toList();
    if (!failed.isEmpty()) {
      blocks.add(new Block.Paragraph("Left out, because no figure of a failed run may be quoted:"));
      blocks.add(new Block.Bullets(failed));
    }
    section(
        blocks,
        "Ratios to pooled",
        "Time of a request over that of a pooled one; ~: the interval includes 1.",
        ratios);
    section(
        blocks,
        "Cost of a connection",
        "In µs per request, by difference between policies; ~: the interval includes 0.",
        costs);
    section(blocks, "Means", "In µs per operation: a request, or a whole loop of them.", means);
    section(
        blocks,
        "Connections and handshakes",
        "Connections / full handshakes / resumed handshakes per request, as the server counted them.",
        counts);
    return blocks;
  }

  private Block columns() {
    return new Block.Table(
        header(runs),
        List.of(
            row("name", NamedRun::name),
            row("commit", NamedRun::commit),
            row("started", NamedRun::startedAt),
            row("rounds", run -> String.valueOf(run.summary().rounds())),
            row("machine", run -> run.machine().line()),
            row("JDK", run -> run.machine().jdk()),
            row("kernel", run -> run.machine().kernel()),
            row("marks", run -> run.marks().isEmpty() ? "none" : marks(run))));
  }

  private List<String> row(String name, Function<NamedRun, String> property) {
    return Stream.concat(Stream.of(name), runs.values().stream().map(property)).toList();
  }

  private void section(
      List<Block> blocks, String title, String caption, Map<List<Object>, Row> figures) {
    if (figures.isEmpty()) {
      return;
    }
    blocks.add(new Block.Heading(2, title));
    blocks.add(new Block.Paragraph(caption));
    figures.values().stream()
        .collect(
            Collectors.groupingBy(
                row -> Ladder.prefix(row.benchmark()) + labels.of(row.where()),
                LinkedHashMap::new,
                Collectors.mapping(this::cells, Collectors.toList())))
        .forEach(
            (where, rows) -> {
              blocks.add(new Block.Heading(3, where));
              blocks.add(new Block.Table(header(shown), rows));
            });
  }

  /** A run's marks go with all its figures. */
  private static List<String> header(Map<String, NamedRun> runs) {
    final List<String> header = new ArrayList<>(List.of(""));
    runs.forEach(
        (name, run) -> header.add(name + (run.marks().isEmpty() ? "" : " (" + marks(run) + ")")));
    return header;
  }

  private static String marks(NamedRun run) {
    return String.join(", ", run.marks());
  }

  private List<String> cells(Row row) {
    final List<String> cells = new ArrayList<>(List.of(row.what()));
    for (final String name : shown.keySet()) {
      cells.add(Optional.ofNullable(row.byRun().get(name)).map(Figure::text).orElse(""));
    }
    return cells;
  }
}
