package io.github.handshakecost.cli;

import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.run.ForkFailedException;
import io.github.handshakecost.run.Plan;
import io.github.handshakecost.run.Rounds;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan from its first file to its reports. However it ends, what was measured is saved. Several
 * recordings share the rounds.
 */
final class Measurement {
  private final Plan plan;
  private final List<Recording> recordings;
  private final PrintWriter err;

  Measurement(Plan plan, List<Recording> recordings, PrintWriter err) {
    this.plan = plan;
    this.recordings = List.copyOf(recordings);
    this.err = err;
  }

  /**
   * Measures.
   *
   * @return the report of each recording, for the console
   * @throws ForkFailedException if a premise broke; the run is marked failed
   * @throws RunDirectoryException if something cannot be saved; what was saved before stays
   */
  List<String> run() {
    recordings.forEach(Recording::begin);
    err.println(
        "Measuring %d cells of plan %s into %s"
            .formatted(plan.cells().size(), plan.name(), directories()));
    final String note;
    // Closed before any end is written: a Ctrl-C after it must not call a complete run interrupted.
    try (Interruption interruption = Interruption.whenItComes(this::interrupted, err)) {
      note = measure(interruption);
    } catch (RuntimeException e) {
      err.println();
      recordings.forEach(recording -> err.println(recording.failed(e)));
      throw e;
    }
    return recordings.stream().map(recording -> recording.end(End.COMPLETE, note)).toList();
  }

  private @Nullable String measure(Interruption interruption) {
    try {
      return new Rounds(
              plan,
              recordings.stream().map(recording -> recording.lane(interruption::guarded)).toList(),
              new ProgressLines(err),
              System::nanoTime)
          .run()
          .orElse(null);
    } finally {
      interruption.neverReturnIfUnderWay();
    }
  }

  private void interrupted() {
    recordings.forEach(Recording::interrupted);
    err.println(
        "Interrupted. What has finished is saved and reported, marked incomplete: "
            + directories());
  }

  private String directories() {
    return recordings.stream()
        .map(recording -> recording.directory().path().toString())
        .collect(Collectors.joining(" and "));
  }
}
