package io.github.handshakecost.report;

import io.github.handshakecost.report.chart.Caption;
import io.github.handshakecost.report.chart.TrendChart;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Json;
import io.github.handshakecost.result.Machine;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.result.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Each headline ratio over time, run by run. */
public final class HistoryReport {
  /** The name of the page among {@link #files}. */
  public static final String PAGE = "history.md";

  private static final Columns<Series> LATEST =
      new Columns<Series>()
          .add("policy", Series::candidate)
          .add("last run", series -> series.last().estimate())
          .add("run before", series -> series.before() == null ? "" : series.before().estimate())
          .add("change", HistoryReport::change);

  private static final Columns<Shown> RUNS =
      new Columns<Shown>()
          .add("run", Shown::run)
          .add("commit", run -> NamedRun.abbreviated(run.commit()))
          .add("started", Shown::startedAt)
          .add("machine", run -> run.machine().line())
          .add("JDK", run -> run.machine().jdk())
          .add("marks", run -> String.join(", ", run.marks()));

  private static final Columns<Point> POINTS =
      new Columns<Point>()
          .add("run", Point::run)
          .add("commit", Point::commit)
          .add("date", Point::date)
          .add("x pooled", Point::estimate)
          .add("rounds", point -> String.valueOf(point.rounds()))
          .add("marks", HistoryReport::marks);

  private final History history;
  private final CellLabels labels;

  /** A report of runs in any order. */
  public HistoryReport(List<NamedRun> runs) {
    final List<NamedRun> ordered =
        runs.stream()
            .sorted(Comparator.comparing(NamedRun::startedAt).thenComparing(NamedRun::name))
            .toList();
    final Map<Boolean, List<NamedRun>> shown =
        ordered.stream().collect(Collectors.partitioningBy(run -> whyLeftOut(run).isEmpty()));
    final List<NamedRun> quotable = shown.getOrDefault(true, List.of());
    history =
        new History(
            "handshake-cost/history/1",
            quotable.stream().map(HistoryReport::shown).toList(),
            shown.getOrDefault(false, List.of()).stream()
                .map(run -> new LeftOut(run.name(), whyLeftOut(run)))
                .toList(),
            series(quotable));
    labels = NamedRun.labels(runs.stream());
  }

  /** {@code history.json}. */
  record History(String schema, List<Shown> runs, List<LeftOut> leftOut, List<Series> series) {}

  record Shown(String run, String commit, String startedAt, Machine machine, List<String> marks) {}

  /** A run that is incomplete, or has no ratio. */
  record LeftOut(String run, String why) {}

  /** The ratio of a policy to the pooled one, at one place. */
  record Series(String baseline, String candidate, Map<String, String> where, List<Point> points) {
    Series with(List<Point> found) {
      return new Series(baseline, candidate, where, found);
    }

    Point last() {
      return points.get(points.size() - 1);
    }

    /** The point before the last one; null if there is none. */
    @Nullable Point before() {
      return points.size() == 1 ? null : points.get(points.size() - 2);
    }
  }

  /** The ratio in one run, and whether the run before had another machine, kernel or JDK. */
  record Point(
      String run,
      String commit,
      String startedAt,
      double ratio,
      @Nullable Interval ci95,
      int rounds,
      boolean otherMachine,
      List<String> marks) {

    /** The day, in UTC. */
    String date() {
      return startedAt.substring(0, Math.min(10, startedAt.length()));
    }

    String estimate() {
      return Cells.estimate(ratio, ci95);
    }
  }

  private static Shown shown(NamedRun run) {
    return new Shown(
        run.name(), run.run().manifest().commit(), run.startedAt(), run.machine(), run.marks());
  }

  private static String whyLeftOut(NamedRun run) {
    return run.run()
        .shortfall()
        .map("no complete run (%s)"::formatted)
        .orElseGet(() -> run.ratios().isEmpty() ? "has no ratio of requests over pooled ones" : "");
  }

  private static List<Series> series(List<NamedRun> runs) {
    final Map<Series, List<Point>> points = new LinkedHashMap<>();
    final Map<Series, Machine> machines = new HashMap<>();
    for (final NamedRun run : runs) {
      for (final Ratio ratio : run.ratios()) {
        final Series series =
            new Series(ratio.baseline(), ratio.candidate(), ratio.where(), List.of());
        final Machine before = machines.put(series, run.machine());
        final boolean otherMachine = before != null && !before.equals(run.machine());
        points
            .computeIfAbsent(series, any -> new ArrayList<>())
            .add(point(run, ratio, otherMachine));
      }
    }
    return points.entrySet().stream().map(it -> it.getKey().with(it.getValue())).toList();
  }

  private static Point point(NamedRun run, Ratio ratio, boolean otherMachine) {
    return new Point(
        run.name(),
        run.commit(),
        run.startedAt(),
        ratio.ratio(),
        ratio.ci95(),
        ratio.rounds(),
        otherMachine,
        run.marks());
  }

  /** The answer: one line for each series. */
  public String console() {
    return ConsoleReport.render(answer());
  }

  /** {@code history.md}, {@code history.json} and the pictures. */
  public Map<String, String> files() {
    final Document report = new Document().addAll(answer()).table(history.runs(), RUNS);
    history.series().forEach(series -> add(report, series));
    final Map<String, String> files = new LinkedHashMap<>(Block.pictures(report.blocks()));
    files.put(PAGE, MarkdownReport.render(report.blocks()));
    files.put("history.json", Json.pretty(history));
    return files;
  }

  private List<Block> answer() {
    final Document report =
        new Document()
            .title("History")
            .paragraph(
                "Time of a request over that of a pooled one, with 95 % intervals, in the last run of each series and in the run before. up, down: the intervals do not overlap. ~: they do. Times themselves are not shown, because they differ more by machine than by commit.");
    final List<Shown> runs = history.runs();
    if (!runs.isEmpty()) {
      final Shown last = runs.get(runs.size() - 1);
      report.paragraph(
          "%s, the last one is %s, started %s."
              .formatted(NumberFormats.counted(runs.size(), "run"), last.run(), last.startedAt()));
    }
    report.tables(history.series(), series -> labels.of(series.where()), LATEST);
    if (!history.leftOut().isEmpty()) {
      report
          .paragraph("Left out:")
          .bullets(history.leftOut().stream().map(run -> run.run() + ": " + run.why()).toList());
    }
    return report.blocks();
  }

  private static String change(Series series) {
    final Point last = series.last();
    final Point before = series.before();
    if (before == null) {
      return "";
    }
    if (last.otherMachine()) {
      return "other machine";
    }
    if (before.ci95() == null || last.ci95() == null) {
      return "unknown";
    }
    if (last.ci95().low() > before.ci95().high()) {
      return "up";
    }
    return last.ci95().high() < before.ci95().low() ? "down" : "~";
  }

  private void add(Document report, Series series) {
    final String title = series.candidate() + ", " + labels.of(series.where());
    report.section(title);
    if (series.points().size() > 1) {
      report.add(
          new Block.Picture(
              NamedRun.file("history", title),
              "Ratio to pooled by run, " + title,
              TrendChart.of(
                  new Caption("Ratio to a pooled request, run by run", title, ""),
                  series.candidate(),
                  series.points().stream().map(HistoryReport::mark).toList())));
    }
    report.table(series.points(), POINTS);
  }

  private static TrendChart.Point mark(Point point) {
    return new TrendChart.Point(
        point.commit() + ", " + point.date(),
        point.ratio(),
        point.ci95(),
        !point.marks().isEmpty(),
        point.otherMachine());
  }

  private static String marks(Point point) {
    final Stream<String> other =
        point.otherMachine() ? Stream.of("other machine, kernel or JDK than before") : Stream.of();
    return Stream.concat(point.marks().stream(), other).collect(Collectors.joining(", "));
  }
}
