package io.github.handshakecost.cli;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.ForkRecord;
import io.github.handshakecost.run.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** One line for each fork: where the run is, what came out, how long it will take yet. */
final class ProgressLines implements Progress {
  private final PrintWriter err;

  ProgressLines(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void starting(int round, int step, int steps, Cell cell, Duration left) {
    err.print(
        String.format(
            Locale.ROOT,
            "[%3d/%d] round %d, about %s left: %-75s ",
            step,
            steps,
            round,
            clock(left),
            brief(cell)));
    err.flush();
  }

  @Override
  public void finished(ForkRecord fork) {
    err.println(
        String.format(
            Locale.ROOT,
            "%10.1f us%s",
            fork.mean(),
            fork.measurement().warmUp().settled() ? "" : "  (still warming up)"));
  }

  private static String clock(Duration left) {
    return String.format(Locale.ROOT, "%d:%02d min", left.toMinutes(), left.toSecondsPart());
  }

  private static String brief(Cell cell) {
    return cell.benchmark()
        + " "
        + cell.param("client")
        + " "
        + cell.param("protocol")
        + " "
        + cell.param("policy");
  }
}
