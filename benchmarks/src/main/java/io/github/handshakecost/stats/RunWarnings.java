package io.github.handshakecost.stats;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a reader has to know of a run as a whole, the gravest first. */
final class RunWarnings {
  /** With two rounds an interval rests on one difference. */
  private static final int LEAST_ROUNDS = 3;

  private RunWarnings() {}

  static List<String> of(Run run, int rounds) {
    final RunManifest manifest = run.manifest();
    final List<String> warnings = new ArrayList<>();
    final Optional<String> shortfall = run.shortfall();
    if (shortfall.isPresent()) {
      warnings.add(end(manifest, shortfall.get()));
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
          "%d of %d planned cells have no result: %s; %s"
              .formatted(
                  missing.size(),
                  manifest.cells().size(),
                  names,
                  remedy(manifest, "put their forks back, or measure again")));
    }
    if (manifest.dirty()) {
      warnings.add(
          "the code had changes that commit %s does not hold; commit them and measure again"
              .formatted(manifest.commit()));
    }
    if (rounds < LEAST_ROUNDS) {
      warnings.add(
          "only %d of at least %d rounds were measured; %s"
              .formatted(
                  rounds, LEAST_ROUNDS, remedy(manifest, "raise the time budget or the rounds")));
    }
    return warnings;
  }

  private static String end(RunManifest manifest, String shortfall) {
    final String how =
        switch (manifest.end()) {
          case RUNNING -> "the run was killed, or is not over";
          case INTERRUPTED -> "the run was interrupted";
          case FAILED -> "the run failed";
          case COMPLETE -> "the run came to its end, but " + shortfall;
        };
    final String why = manifest.sentence() == null ? "" : ": " + manifest.sentence();
    return how
        + why
        + (manifest.end() == RunManifest.End.COMPLETE
            ? "; put the others back, or measure again before quoting it"
            : "; measure again before quoting it");
  }

  /** What is not there may still come, where a run was only stopped. */
  private static String remedy(RunManifest manifest, String otherwise) {
    return switch (manifest.end()) {
      case RUNNING, INTERRUPTED -> "continue it with run --resume";
      case FAILED -> "remove the cause and measure again";
      case COMPLETE -> otherwise;
    };
  }
}
