package io.github.handshakecost.cli;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.run.Group;
import io.github.handshakecost.run.GroupFork;
import io.github.handshakecost.run.Progress;
import io.github.handshakecost.stats.EarlyAnswer;
import io.github.handshakecost.stats.Figures;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where the run is, what is known so far, and how long it takes yet, on standard error. */
final class ProgressLines implements Progress {
  private static final double MICROS_PER_MILLI = 1e3;

  private final PrintWriter err;
  private String place = "";
  private String distance = "";
  private boolean first = true;

  ProgressLines(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void starting(int round, int step, int steps, Group group, Duration left) {
    place = "[%d/%d]".formatted(step, steps);
    distance = "";
    line(
        "%s round %d, at most %s left: %s, %s, warming up"
            .formatted(
                place,
                round,
                clock(left),
                group.label(),
                Figures.counted(group.cells().size(), "cell")));
  }

  /** Each cell in the first fork, and later the first cell at each distance. */
  @Override
  public void measuring(Cell cell) {
    final String rtt = cell.param("rtt");
    if (first || !rtt.equals(distance)) {
      line(
          "%s measuring %s %s %s at %s"
              .formatted(
                  place, cell.benchmark(), cell.param("protocol"), cell.param("policy"), rtt));
    }
    distance = rtt;
  }

  @Override
  public void soFar(EarlyAnswer answer) {
    line(
        "%s so far, over %s at %s, %s takes %s as long as pooled and reuse saves %s a request, %s"
            .formatted(
                place,
                answer.protocol(),
                answer.rtt(),
                answer.candidate(),
                Figures.three(answer.ratio()) + "x",
                time(answer.saved()),
                known(answer)));
  }

  private static String known(EarlyAnswer answer) {
    final Interval ci95 = answer.ci95();
    return ci95 == null ? "size not yet known" : "95 % interval " + Figures.interval(ci95);
  }

  private static String time(double micros) {
    return Math.abs(micros) < MICROS_PER_MILLI
        ? Figures.three(micros) + " µs"
        : Figures.three(micros / MICROS_PER_MILLI) + " ms";
  }

  @Override
  public void fitted(Duration round, int rounds, List<Group> dropped) {
    line("A round takes about %s here".formatted(clock(round)));
    if (!dropped.isEmpty()) {
      line(
          "There is no time for %s in the budget; raise --time-budget to measure it"
              .formatted(dropped.stream().map(Group::label).collect(Collectors.joining(" and "))));
    }
  }

  @Override
  public void finished(GroupFork fork, Duration took) {
    first = false;
    final long unsettled =
        fork.cells().stream()
            .map(ForkRecord::measurement)
            .filter(measured -> !measured.warmUp().settled())
            .count();
    line(
        "%s done in %s%s"
            .formatted(
                place,
                clock(took),
                unsettled == 0 ? "" : ", %d of its cells not settled".formatted(unsettled)));
    fork.broken().values().forEach(sentence -> line("withdrawn: " + sentence));
  }

  private void line(String text) {
    err.println(text);
    err.flush();
  }

  private static String clock(Duration time) {
    return String.format(Locale.ROOT, "%d:%02d min", time.toMinutes(), time.toSecondsPart());
  }
}
