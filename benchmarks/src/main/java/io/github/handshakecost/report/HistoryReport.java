package io.github.handshakecost.report;

import io.github.handshakecost.report.chart.Caption;
import io.github.handshakecost.report.chart.Chart;
import io.github.handshakecost.report.chart.TrendChart;
import io.github.handshakecost.result.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A trend page: what became of each headline ratio, commit by commit. */
public final class HistoryReport {
  /** The file in which the page is, among {@link #files}. */
  public static final String PAGE = "history.md";

  private final History history;
  private final Place place;

  /** A report of runs in any order. */
  public HistoryReport(List<NamedRun> runs) {
    history = History.of(runs);
    place = new Place(runs.stream().flatMap(run -> run.summary().cells().stream()).toList());
  }

  public String console() {
    return ConsoleReport.render(blocks());
  }

  /** {@code history.md}, {@code history.json} and the pictures. */
  public Map<String, String> files() {
    final List<Block> blocks = blocks();
    final Map<String, String> files = new LinkedHashMap<>(Pictures.of(blocks));
    files.put(PAGE, MarkdownReport.render(blocks));
    files.put("history.json", Json.pretty(history));
    return files;
  }

  private List<Block> blocks() {
    final List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, "History"));
    blocks.add(
        new Block.Paragraph(
            "How many times as long as a pooled request one of another policy takes, run by run in the order of time, with 95 % intervals over the rounds of each run. Absolute times are not shown: they differ by machine far more than by commit."));
    blocks.add(runs());
    if (!history.leftOut().isEmpty()) {
      blocks.add(new Block.Paragraph("Left out:"));
      blocks.add(
          new Block.Bullets(
              history.leftOut().stream().map(run -> run.run() + ": " + run.why()).toList()));
    }
    final Set<String> files = new HashSet<>();
    for (final History.Series series : history.series()) {
      final String title = series.candidate() + ", " + place.of(series.where());
      blocks.add(new Block.Heading(2, title));
      if (series.points().size() > 1) {
        blocks.add(
            new Block.Picture(
                file(title, files), "Ratio to pooled by run, " + title, chart(title, series)));
      }
      blocks.add(
          new Block.Table(
              List.of("run", "commit", "date", "x pooled", "rounds", "marks"),
              series.points().stream().map(HistoryReport::row).toList()));
    }
    return blocks;
  }

  private static Chart chart(String title, History.Series series) {
    return new TrendChart(
        new Caption("Ratio to a pooled request, run by run", title, ""),
        series.candidate(),
        series.points().stream()
            .map(
                point ->
                    new TrendChart.Point(
                        point.commit() + ", " + point.date(),
                        point.ratio(),
                        point.ci95(),
                        !point.marks().isEmpty(),
                        point.otherMachine()))
            .toList());
  }

  private Block runs() {
    return new Block.Table(
        List.of("run", "commit", "started", "machine", "JDK", "marks"),
        history.runs().stream()
            .map(
                run ->
                    List.of(
                        run.run(),
                        Marks.abbreviated(run.commit()),
                        run.startedAt(),
                        run.machine().line(),
                        run.machine().jdk(),
                        String.join(", ", run.marks())))
            .toList());
  }

  private static List<String> row(History.Point point) {
    return List.of(
        point.run(),
        point.commit(),
        point.date(),
        Cells.estimate(point.ratio(), point.ci95()),
        String.valueOf(point.rounds()),
        String.join(
            ", ",
            Stream.concat(
                    point.marks().stream(),
                    Stream.of("other machine, kernel or JDK than before")
                        .filter(any -> point.otherMachine()))
                .toList()));
  }

  /** Titles may be alike where an axis was new when one of the runs was made. */
  private static String file(String title, Set<String> taken) {
    final String slug = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    String name = "history-" + slug + ".svg";
    for (int i = 2; !taken.add(name); i++) {
      name = "history-" + slug + "-" + i + ".svg";
    }
    return name;
  }
}
