package io.github.handshakecost.cli;

import io.github.handshakecost.report.Reports;
import io.github.handshakecost.report.Terminal;
import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.run.ForkFailedException;
import io.github.handshakecost.run.Plan;
import io.github.handshakecost.run.Rounds;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** A plan from its first file to its report. However it ends, what was measured is saved. */
final class Measurement {
  private final Plan plan;
  private final Recording recording;
  private final PrintWriter err;
  private final Terminal terminal;

  Measurement(Plan plan, Recording recording, PrintWriter err, Terminal terminal) {
    this.plan = plan;
    this.recording = recording;
    this.err = err;
    this.terminal = terminal;
  }

  /**
   * Measures.
   *
   * @return the report, for the console
   * @throws ForkFailedException if no cell is left; the run is marked failed
   * @throws RunDirectoryException if something cannot be saved; what was saved before stays
   */
  Reports run() {
    recording.begin();
    err.println(
        "Measuring %d cells of plan %s into %s; Ctrl-C ends it and keeps what it has"
            .formatted(plan.cells().size(), plan.name(), recording.directory().path()));
    final String note;
    // Closed before any end is written: a Ctrl-C after it must not call a complete run interrupted.
    try (Interruption interruption = Interruption.whenItComes(this::interrupted, err)) {
      note = measure(interruption);
    } catch (RuntimeException e) {
      err.println();
      err.println(recording.failed(e));
      throw e;
    }
    return recording.end(End.COMPLETE, note);
  }

  private @Nullable String measure(Interruption interruption) {
    try {
      return new Rounds(
              plan,
              interruption.guarded(recording.source()),
              recording,
              new ProgressLines(err),
              System::nanoTime)
          .run()
          .orElse(null);
    } finally {
      interruption.neverReturnIfUnderWay();
    }
  }

  private void interrupted() {
    err.println();
    err.println("Interrupted. The finished forks are saved; continue with run --resume DIR");
    err.println();
    err.print(recording.interrupted().answer(terminal));
    err.flush();
  }
}
