package io.github.handshakecost.report;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Machine;
import io.github.handshakecost.result.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The headline ratios of many runs in the order of time, for machines; {@code history.json}.
 *
 * @param runs that are shown
 * @param leftOut runs of which nothing may be quoted, or that have nothing to show
 */
record History(String schema, List<Shown> runs, List<LeftOut> leftOut, List<Series> series) {

  static final String SCHEMA = "handshake-cost/history/1";

  /**
   * A run that is shown.
   *
   * @param marks what is not as it should be
   */
  record Shown(String run, String commit, String startedAt, Machine machine, List<String> marks) {}

  record LeftOut(String run, String why) {}

  /** A policy over pooled, at one place. */
  record Series(String baseline, String candidate, Map<String, String> where, List<Point> points) {}

  /**
   * The ratio in one run.
   *
   * @param otherMachine whether the run before it in the series had another machine, kernel or JDK,
   *     so that a step here need not be the code's
   */
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
  }

  /** The history of the runs, in any order. */
  static History of(List<NamedRun> runs) {
    final List<NamedRun> shown = new ArrayList<>();
    final List<LeftOut> leftOut = new ArrayList<>();
    runs.stream()
        .sorted(Comparator.comparing(NamedRun::startedAt).thenComparing(NamedRun::name))
        .forEach(
            run -> {
              final String why = why(run);
              if (why.isEmpty()) {
                shown.add(run);
              } else {
                leftOut.add(new LeftOut(run.name(), why));
              }
            });
    return new History(
        SCHEMA,
        shown.stream()
            .map(
                run ->
                    new Shown(
                        run.name(),
                        run.run().manifest().commit(),
                        run.startedAt(),
                        run.machine(),
                        run.marks()))
            .toList(),
        leftOut,
        series(shown));
  }

  /** Why nothing of a run is shown; empty if something is. */
  private static String why(NamedRun run) {
    return run.run()
        .shortfall()
        .map("no complete run (%s)"::formatted)
        .orElseGet(() -> ratios(run).isEmpty() ? "has no ratio of requests over pooled ones" : "");
  }

  private static List<Ratio> ratios(NamedRun run) {
    return run.summary().ratios().stream()
        .filter(ratio -> ratio.benchmark().equals(AxisNames.REQUEST))
        .toList();
  }

  private static List<Series> series(List<NamedRun> runs) {
    return runs.stream()
        .flatMap(run -> ratios(run).stream())
        .map(ratio -> new Series(ratio.baseline(), ratio.candidate(), ratio.where(), List.of()))
        .distinct()
        .map(series -> filled(series, runs))
        .toList();
  }

  private static Series filled(Series series, List<NamedRun> runs) {
    final List<Point> points = new ArrayList<>();
    NamedRun before = null;
    for (final NamedRun run : runs) {
      for (final Ratio ratio : ratios(run)) {
        if (ratio.candidate().equals(series.candidate) && ratio.where().equals(series.where)) {
          points.add(point(run, ratio, before != null && !before.machine().equals(run.machine())));
          before = run;
        }
      }
    }
    return new Series(series.baseline, series.candidate, series.where, points);
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
}
