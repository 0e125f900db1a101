package io.github.handshakecost.report;

import io.github.handshakecost.result.Json;
import io.github.handshakecost.stats.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Several runs side by side: a matrix of machines or JDKs as one report, a run in each column. */
public final class MergedReport {
  /** The file in which the page is, among {@link #files}. */
  public static final String PAGE = "merged.md";

  private final Map<String, NamedRun> runs;
  private final Map<String, NamedRun> shown;
  private final MergedFigures figures;
  private final Place place;

  /** A report of runs that are all different. */
  public MergedReport(List<NamedRun> runs) {
    this.runs = RunNames.of(runs);
    shown = MergedFigures.shown(this.runs);
    figures = MergedFigures.of(this.runs);
    place =
        new Place(shown.values().stream().flatMap(run -> run.summary().cells().stream()).toList());
  }

  public String console() {
    return ConsoleReport.render(blocks());
  }

  /** {@code merged.md} and {@code merged.json}. */
  public Map<String, String> files() {
    final Map<String, String> files = new LinkedHashMap<>();
    files.put(PAGE, MarkdownReport.render(blocks()));
    files.put("merged.json", Json.pretty(figures));
    return files;
  }

  private List<Block> blocks() {
    final List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, "%d runs side by side".formatted(runs.size())));
    blocks.add(
        new Block.Paragraph(
            "A run in each column, with 95 % intervals over its rounds. Where the intervals of two columns do not overlap, the runs differ, in machine, JDK or code: that is what is shown, and no error."));
    blocks.add(columns());
    blocks.addAll(leftOut());
    section(
        blocks,
        "Ratios over pooled",
        "How many times as long as a pooled one a request takes; ~ means that no difference was found.",
        "policy",
        figures.ratios(),
        ratio -> Cells.ratio(ratio.value(), ratio.ci95()));
    section(
        blocks,
        "Cost of a connection",
        "In µs per request, by difference between rungs of the ladder; ~ where the interval contains no cost at all.",
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

  /** The runs themselves, in the columns that they have everywhere. */
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

  private List<Block> leftOut() {
    final List<String> items =
        runs.entrySet().stream()
            .filter(run -> !shown.containsKey(run.getKey()))
            .map(
                run ->
                    run.getKey()
                        + ": "
                        + String.join("; ", Warnings.marks(run.getValue().summary())))
            .toList();
    return items.isEmpty()
        ? List.of()
        : List.of(
            new Block.Paragraph("Left out below, since nothing of a failed run may be quoted:"),
            new Block.Bullets(items));
  }

  private List<String> row(String name, Function<NamedRun, String> said) {
    final List<String> row = new ArrayList<>(List.of(name));
    runs.values().stream().map(said).forEach(row::add);
    return row;
  }

  /** A run's marks go with every figure of it. */
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
      List<MergedRow<T>> rows,
      Function<T, String> text) {
    if (rows.isEmpty()) {
      return;
    }
    blocks.add(new Block.Heading(2, title));
    blocks.add(new Block.Paragraph(caption));
    rows.stream()
        .collect(Collectors.groupingBy(row -> title(row), LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (where, some) -> {
              blocks.add(new Block.Heading(3, where));
              blocks.add(
                  new Block.Table(
                      header(first, shown), some.stream().map(row -> cells(row, text)).toList()));
            });
  }

  private String title(MergedRow<?> row) {
    return Ladder.prefix(row.benchmark()) + place.of(row.where());
  }

  private <T> List<String> cells(MergedRow<T> row, Function<T, String> text) {
    final List<String> cells = new ArrayList<>(List.of(row.what()));
    shown
        .keySet()
        .forEach(
            name -> cells.add(Optional.ofNullable(row.byRun().get(name)).map(text).orElse("")));
    return cells;
  }

  private static String opened(MergedFigures.Opened opened) {
    return "%s / %s / %s"
        .formatted(
            Figures.three(opened.connections()),
            Figures.three(opened.handshakesFull()),
            Figures.three(opened.handshakesResumed()));
  }
}
