package io.github.handshakecost.stats;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a reader has to know of a run as a whole, the gravest first. */
final class RunWarnings {
  /** With two rounds an interval rests on one difference. */
  private static final int LEAST_ROUNDS = 3;

  private RunWarnings() {}

  static List<String> of(Run run, int rounds) {
    final RunManifest manifest = run.manifest();
    final List<String> warnings = new ArrayList<>();
    if (manifest.end() != RunManifest.End.COMPLETE) {
      warnings.add(end(manifest));
    } else if (manifest.sentence() != null) {
      warnings.add(manifest.sentence());
    }
    manifest.warnings().forEach(warning -> warnings.add(warning.toString()));
    final List<Cell> missing = new ArrayList<>(manifest.cells());
    missing.removeAll(run.measuredCells());
    if (!missing.isEmpty()) {
      final Labels labels = new Labels(manifest.cells());
      final String names = missing.stream().map(labels::of).collect(Collectors.joining(", "));
      warnings.add(
          "%d of %d planned cells have no result: %s; raise the time budget or plan fewer cells"
              .formatted(missing.size(), manifest.cells().size(), names));
    }
    if (manifest.dirty()) {
      warnings.add(
          "the code had changes that commit %s does not hold; commit them and measure again"
              .formatted(manifest.commit()));
    }
    if (rounds < LEAST_ROUNDS) {
      warnings.add(
          "only %d of at least %d rounds were measured; raise the time budget or the rounds"
              .formatted(rounds, LEAST_ROUNDS));
    }
    return warnings;
  }

  private static String end(RunManifest manifest) {
    final String how =
        switch (manifest.end()) {
          case RUNNING -> "the run was killed, or is not over";
          case INTERRUPTED -> "the run was interrupted";
          case FAILED -> "the run failed";
          case COMPLETE -> "the run is complete";
        };
    final String why = manifest.sentence() == null ? "" : ": " + manifest.sentence();
    return how + why + "; measure again before quoting it";
  }
}
