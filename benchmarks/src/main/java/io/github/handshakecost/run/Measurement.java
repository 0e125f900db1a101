package io.github.handshakecost.run;

import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.RunManifest.End;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Measures a plan. However the run ends, everything that was measured is saved and reported. */
public record Measurement(
    Plan plan, Forks forks, Recording recording, Progress progress, PrintWriter err) {

  /**
   * Measures and reports.
   *
   * @return the report for the console
   * @throws ForkFailedException if no cell is left; the run is marked as failed
   * @throws RunDirectoryException if something cannot be saved; files saved before stay
   */
  public String run() {
    recording.begin();
    err.println(
        "Measuring %d cells of plan %s into %s; Ctrl-C stops and keeps finished forks"
            .formatted(plan.cells().size(), plan.name(), recording.directory().path()));
    final String note;
    // Closed before the end is saved, so that a later Ctrl-C cannot mark the run as interrupted.
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
              interruption.guarded(recording.checked(forks)),
              recording,
              progress,
              System::nanoTime)
          .run()
          .orElse(null);
    } finally {
      interruption.neverReturnIfUnderWay();
    }
  }

  private void interrupted() {
    // A terminal has printed ^C at the cursor.
    err.println();
    recording.end(End.INTERRUPTED, RunManifest.BY_USER);
    err.println(
        "Interrupted. Finished forks are saved and reported: " + recording.directory().path());
  }
}
