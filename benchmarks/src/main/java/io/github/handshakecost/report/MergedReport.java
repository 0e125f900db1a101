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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Several runs side by side: a matrix of machines or JDKs as one report, a run in each column. */
public final class MergedReport {
  /** The name of the page among {@link #files}. */
  public static final String PAGE = "merged.md";

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
            rows(MergedReport::ratios),
            rows(MergedReport::costs),
            rows(MergedReport::means),
            rows(MergedReport::counts));
  }

  /** {@code merged.json}. Times are in microseconds. Failed runs have no figures. */
  record Merged(
      String schema,
      List<Column> runs,
      List<Row> ratios,
      List<Row> costs,
      List<Row> means,
      List<Row> counts) {}

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
  record Row(String benchmark, String what, Map<String, String> where, Map<String, Figure> byRun) {
    String text(String column) {
      final Figure figure = byRun.get(column);
      return figure == null ? "" : figure.text();
    }
  }

  /** A figure of one run, and its row. */
  private record Item(String benchmark, String what, Map<String, String> where, Figure figure) {
    Item(String benchmark, String what, Map<String, String> where, Object value, String text) {
      this(benchmark, what, where, new Figure(value, text));
    }

    static Item of(CellSummary cell, Object value, String text) {
      return new Item(cell.benchmark(), cell.policy(), cell.cell().where(), value, text);
    }
  }

  /** A figure as JSON has it, and as tables show it. */
  record Figure(@JsonValue Object value, String text) {}

  record Estimate(double value, @Nullable Interval ci95) {}

  /** Mean numbers per request. */
  record Opened(double connections, double handshakesFull, double handshakesResumed) {}

  private static Stream<Item> ratios(Summary summary) {
    return summary.ratios().stream()
        .filter(ratio -> ratio.benchmark().equals(AxisNames.REQUEST))
        .map(
            ratio ->
                new Item(
                    ratio.benchmark(),
                    ratio.candidate(),
                    ratio.where(),
                    new Estimate(ratio.ratio(), ratio.ci95()),
                    Cells.ratio(ratio)));
  }

  private static Stream<Item> costs(Summary summary) {
    return summary.costs().stream()
        .map(
            cost ->
                new Item(
                    cost.benchmark(),
                    cost.cause(),
                    cost.where(),
                    new Estimate(cost.byDifference(), cost.ci95()),
                    Cells.cost(cost)));
  }

  private static Stream<Item> means(Summary summary) {
    return summary.cells().stream()
        .map(cell -> Item.of(cell, new Estimate(cell.mean(), cell.ci95()), Cells.mean(cell)));
  }

  private static Stream<Item> counts(Summary summary) {
    return summary.cells().stream().map(cell -> Item.of(cell, opened(cell), openedText(cell)));
  }

  private static Opened opened(CellSummary cell) {
    final PerRequest each = cell.perRequest();
    return new Opened(each.connections(), each.handshakesFull(), each.handshakesResumed());
  }

  private static String openedText(CellSummary cell) {
    final Opened each = opened(cell);
    return Stream.of(each.connections(), each.handshakesFull(), each.handshakesResumed())
        .map(NumberFormats::threeDigits)
        .collect(Collectors.joining(" / "));
  }

  /** Rows stand in the order in which the runs first name them. */
  private List<Row> rows(Function<Summary, Stream<Item>> items) {
    final Map<List<Object>, Row> rows = new LinkedHashMap<>();
    shown.forEach(
        (column, run) ->
            items
                .apply(run.summary())
                .forEach(
                    item ->
                        rows.computeIfAbsent(
                                List.of(item.benchmark, item.what, item.where),
                                key ->
                                    new Row(
                                        item.benchmark,
                                        item.what,
                                        item.where,
                                        new LinkedHashMap<>()))
                            .byRun()
                            .put(column, item.figure)));
    return List.copyOf(rows.values());
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
            .add(properties());
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
        merged.ratios);
    section(
        report,
        "Cost of a connection",
        "In µs per request, by difference between policies; ~: the interval includes 0.",
        merged.costs);
    section(
        report, "Means", "In µs per operation: a request, or a whole loop of them.", merged.means);
    section(
        report,
        "Connections and handshakes",
        "Connections / full handshakes / resumed handshakes per request, as the server counted them.",
        merged.counts);
    return report.blocks();
  }

  private void section(Document report, String title, String caption, List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    final Columns<Row> columns = new Columns<Row>().add("", Row::what);
    shown.forEach((name, run) -> columns.add(head(name, run), row -> row.text(name)));
    report.section(title).paragraph(caption);
    rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> Ladder.prefix(row.benchmark) + labels.of(row.where),
                LinkedHashMap::new,
                Collectors.toList()))
        .forEach((where, figures) -> report.part(where).table(figures, columns));
  }

  private Block.Table properties() {
    final Columns<Property> columns = new Columns<Property>().add("", Property::name);
    runs.forEach((name, run) -> columns.add(head(name, run), it -> it.text.apply(run)));
    return columns.of(
        List.of(
            new Property("name", NamedRun::name),
            new Property("commit", NamedRun::commit),
            new Property("started", NamedRun::startedAt),
            new Property("rounds", run -> String.valueOf(run.summary().rounds())),
            new Property("machine", run -> run.machine().line()),
            new Property("JDK", run -> run.machine().jdk()),
            new Property("kernel", run -> run.machine().kernel()),
            new Property("marks", run -> run.marks().isEmpty() ? "none" : marks(run))));
  }

  private record Property(String name, Function<NamedRun, String> text) {}

  /** A run's marks go with all its figures. */
  private static String head(String name, NamedRun run) {
    return name + (run.marks().isEmpty() ? "" : " (" + marks(run) + ")");
  }

  private static String marks(NamedRun run) {
    return String.join(", ", run.marks());
  }
}
