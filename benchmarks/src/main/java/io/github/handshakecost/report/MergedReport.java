package io.github.handshakecost.report;

import io.github.handshakecost.result.AxisNames;
import io.github.handshakecost.result.CellSummary;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Json;
import io.github.handshakecost.result.Machine;
import io.github.handshakecost.result.Summary;
import io.github.handshakecost.stats.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Several runs side by side: a matrix of machines or JDKs as one report, a run in each column. */
public final class MergedReport {
  /** The name of the page among {@link #files}. */
  public static final String PAGE = "merged.md";

  private final Map<String, NamedRun> runs;
  private final Map<String, NamedRun> shown;
  private final Merged figures;
  private final Place place;

  /** A report of runs that are all different. */
  public MergedReport(List<NamedRun> runs) {
    this.runs = NamedRun.byName(runs);
    shown = new LinkedHashMap<>(this.runs);
    shown.values().removeIf(run -> run.summary().failed());
    place = NamedRun.place(shown.values().stream());
    figures =
        new Merged(
            "handshake-cost/merged/1",
            this.runs.entrySet().stream().map(run -> column(run.getKey(), run.getValue())).toList(),
            rows(
                summary ->
                    summary.ratios().stream()
                        .filter(ratio -> ratio.benchmark().equals(AxisNames.REQUEST))
                        .toList(),
                ratio -> new Key(ratio.benchmark(), ratio.candidate(), ratio.where()),
                ratio -> new Estimate(ratio.ratio(), ratio.ci95())),
            rows(
                Summary::costs,
                cost -> new Key(cost.benchmark(), cost.cause(), cost.where()),
                cost -> new Estimate(cost.byDifference(), cost.ci95())),
            rows(
                Summary::cells,
                MergedReport::key,
                cell -> new Estimate(cell.mean(), cell.ci95())),
            rows(
                Summary::cells,
                MergedReport::key,
                cell ->
                    new Opened(
                        cell.perRequest().connections(),
                        cell.perRequest().handshakesFull(),
                        cell.perRequest().handshakesResumed())));
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
  record Row<T>(String benchmark, String what, Map<String, String> where, Map<String, T> byRun) {}

  record Key(String benchmark, String what, Map<String, String> where) {}

  record Estimate(double value, @Nullable Interval ci95) {}

  /** Mean numbers per request. */
  record Opened(double connections, double handshakesFull, double handshakesResumed) {}

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

  private static Key key(CellSummary cell) {
    return new Key(cell.benchmark(), Ladder.policy(cell), cell.cell().where());
  }

  /** Rows in the order in which the runs first name them. */
  private <S, T> List<Row<T>> rows(
      Function<Summary, List<S>> items, Function<S, Key> key, Function<S, T> figure) {
    final Map<Key, Map<String, T>> rows = new LinkedHashMap<>();
    shown.forEach(
        (name, run) ->
            items
                .apply(run.summary())
                .forEach(
                    item ->
                        rows.computeIfAbsent(key.apply(item), any -> new LinkedHashMap<>())
                            .put(name, figure.apply(item))));
    return rows.entrySet().stream()
        .map(
            row ->
                new Row<>(
                    row.getKey().benchmark(),
                    row.getKey().what(),
                    row.getKey().where(),
                    row.getValue()))
        .toList();
  }

  public String console() {
    return ConsoleReport.render(blocks());
  }

  /** {@code merged.md} and {@code merged.json}. */
  public Map<String, String> files() {
    return Map.of(PAGE, MarkdownReport.render(blocks()), "merged.json", Json.pretty(figures));
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
        "policy",
        figures.ratios(),
        ratio -> Cells.ratio(ratio.value(), ratio.ci95()));
    section(
        blocks,
        "Cost of a connection",
        "In µs per request, by difference between policies; ~: the interval includes 0.",
        "cause",
        figures.costs(),
        cost -> Cells.cost(cost.value(), cost.ci95()));
    section(
        blocks,
        "Means",
        "In µs per operation: a request, or a whole loop of them.",
        "policy",
        figures.means(),
        mean -> Cells.estimate(mean.value(), mean.ci95()));
    section(
        blocks,
        "Connections and handshakes",
        "Connections / full handshakes / resumed handshakes per request, as the server counted them.",
        "policy",
        figures.counts(),
        MergedReport::opened);
    return blocks;
  }

  private Block columns() {
    return new Block.Table(
        header("run", runs),
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
    final List<String> row = new ArrayList<>(List.of(name));
    runs.values().stream().map(property).forEach(row::add);
    return row;
  }

  /** A run's marks go with all its figures. */
  private static List<String> header(String first, Map<String, NamedRun> runs) {
    final List<String> header = new ArrayList<>(List.of(first));
    runs.forEach(
        (name, run) -> header.add(name + (run.marks().isEmpty() ? "" : " (" + marks(run) + ")")));
    return header;
  }

  private static String marks(NamedRun run) {
    return String.join(", ", run.marks());
  }

  private <T> void section(
      List<Block> blocks,
      String title,
      String caption,
      String first,
      List<Row<T>> rows,
      Function<T, String> text) {
    if (rows.isEmpty()) {
      return;
    }
    blocks.add(new Block.Heading(2, title));
    blocks.add(new Block.Paragraph(caption));
    rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> Ladder.prefix(row.benchmark()) + place.of(row.where()),
                LinkedHashMap::new,
                Collectors.toList()))
        .forEach(
            (where, some) -> {
              blocks.add(new Block.Heading(3, where));
              blocks.add(
                  new Block.Table(
                      header(first, shown), some.stream().map(row -> cells(row, text)).toList()));
            });
  }

  private <T> List<String> cells(Row<T> row, Function<T, String> text) {
    final List<String> cells = new ArrayList<>(List.of(row.what()));
    for (final String name : shown.keySet()) {
      cells.add(Optional.ofNullable(row.byRun().get(name)).map(text).orElse(""));
    }
    return cells;
  }

  private static String opened(Opened opened) {
    return "%s / %s / %s"
        .formatted(
            Figures.three(opened.connections()),
            Figures.three(opened.handshakesFull()),
            Figures.three(opened.handshakesResumed()));
  }
}
