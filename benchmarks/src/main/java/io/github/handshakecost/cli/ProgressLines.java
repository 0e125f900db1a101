package io.github.handshakecost.cli;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.NumberFormats;
import io.github.handshakecost.run.Forks.GroupFork;
import io.github.handshakecost.run.Group;
import io.github.handshakecost.run.Progress;
import io.github.handshakecost.stats.EarlyAnswer;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Prints the progress of a run, its answer so far and the time left. */
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
        "%s round %d, at most %s left: %s %s of %s"
            .formatted(
                place,
                round,
                NumberFormats.time(left),
                group.cells().get(0).cold() ? "a new JVM for" : "warming up",
                NumberFormats.counted(group.cells().size(), "cell"),
                group.label()));
  }

  /** Prints each cell in the first fork, and later only the first cell at each distance. */
  @Override
  public void measuring(Cell cell) {
    final String rtt = cell.param(AxisNames.RTT);
    if (first || !rtt.equals(distance)) {
      line(
          "%s measuring %s %s %s at %s"
              .formatted(
                  place,
                  cell.benchmark(),
                  cell.param(AxisNames.PROTOCOL),
                  cell.param(AxisNames.POLICY),
                  rtt));
    }
    distance = rtt;
  }

  @Override
  public void soFar(EarlyAnswer answer) {
    final double saved = answer.saved();
    line(
        "%s so far, over %s %s: %s takes %sx as long as pooled, and reuse saves %s per %s; %s"
            .formatted(
                place,
                answer.protocol(),
                answer.nth() == null
                    ? "at " + answer.rtt()
                    : "for request %s of a new JVM".formatted(answer.nth()),
                answer.candidate(),
                NumberFormats.threeDigits(answer.ratio()),
                Math.abs(saved) < MICROS_PER_MILLI
                    ? NumberFormats.threeDigits(saved) + " µs"
                    : NumberFormats.threeDigits(saved / MICROS_PER_MILLI) + " ms",
                answer.benchmark().equals(AxisNames.REQUEST) ? "request" : "loop",
                answer.ci95() == null
                    ? "interval not yet known"
                    : "95 % interval of the ratio " + NumberFormats.interval(answer.ci95())));
  }

  @Override
  public void fitted(Duration round, int rounds, List<Group> dropped) {
    line("A round takes about %s on this machine".formatted(NumberFormats.time(round)));
    if (!dropped.isEmpty()) {
      line(
          "The time budget is too short for %s; raise --time-budget to measure it"
              .formatted(dropped.stream().map(Group::label).collect(Collectors.joining(" and "))));
    }
  }

  @Override
  public void finished(GroupFork fork, Duration took) {
    first = false;
    final long unsettled =
        fork.cells().stream().filter(cell -> !cell.measurement().settled()).count();
    line(
        "%s done in %s%s"
            .formatted(
                place,
                NumberFormats.time(took),
                unsettled == 0
                    ? ""
                    : ", %s not in steady state"
                        .formatted(NumberFormats.counted(unsettled, "cell"))));
    fork.broken().values().forEach(sentence -> line("withdrawn: " + sentence));
  }

  private void line(String text) {
    err.println(text);
    err.flush();
  }
}
