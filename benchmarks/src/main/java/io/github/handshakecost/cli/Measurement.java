package io.github.handshakecost.cli;

import io.github.handshakecost.result.RunDirectoryException;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.run.ForkFailedException;
import io.github.handshakecost.run.Plan;
import io.github.handshakecost.run.Rounds;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

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
    try (Interruption interruption = Interruption.whenItComes(this::interrupted, err)) {
      final String note;
      try {
        note =
            new Rounds(
                    plan,
                    recordings.stream()
                        .map(recording -> recording.lane(interruption::guarded))
                        .toList(),
                    new ProgressLines(err),
                    System::nanoTime)
                .run()
                .orElse(null);
      } catch (RuntimeException e) {
        interruption.neverReturnIfUnderWay();
        err.println();
        recordings.forEach(recording -> err.println(recording.failed(e)));
        throw e;
      }
      interruption.neverReturnIfUnderWay();
      return recordings.stream().map(recording -> recording.end(End.COMPLETE, note)).toList();
    }
  }

  private void interrupted() {
    recordings.forEach(Recording::interrupted);
    err.println(
        "Interrupted. The finished forks are saved and reported, marked incomplete: "
            + directories());
  }

  private String directories() {
    return recordings.stream()
        .map(recording -> recording.directory().path().toString())
        .collect(Collectors.joining(" and "));
  }
}
