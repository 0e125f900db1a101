package io.github.handshakecost.stats;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Interval;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a reader has to know of a run as a whole, the gravest first. */
final class RunWarnings {
  private static final String OWN_FORKS =
      "let it have the forks that it measured and no others, or measure again";

  private static final String CONTINUE = "continue it with run --resume";

  private RunWarnings() {}

  static List<String> of(Run run, int rounds) {
    final RunManifest manifest = run.manifest();
    final List<String> warnings = new ArrayList<>();
    run.shortfall().map(shortfall -> end(run, shortfall)).ifPresent(warnings::add);
    if (run.complete() && run.endedEarly()) {
      warnings.add(endedEarly(manifest, rounds));
    }
    if (manifest.end() == RunManifest.End.COMPLETE && manifest.sentence() != null) {
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
                  missing.size(), manifest.cells().size(), names, remedy(run, "measure again")));
    }
    if (manifest.dirty()) {
      warnings.add(
          "the code had changes that commit %s does not hold; commit them and measure again"
              .formatted(manifest.commit()));
    }
    if (rounds < Interval.LEAST_ROUNDS) {
      warnings.add(
          "only %d of at least %d rounds were measured; %s"
              .formatted(
                  rounds,
                  Interval.LEAST_ROUNDS,
                  remedy(run, "raise the time budget or the rounds")));
    }
    return warnings;
  }

  private static String end(Run run, String shortfall) {
    final RunManifest manifest = run.manifest();
    if (run.endedEarly()) {
      return "the run was ended early, but " + shortfall + "; " + OWN_FORKS;
    }
    final String why = manifest.sentence() == null ? "" : ": " + manifest.sentence();
    return switch (manifest.end()) {
      case RUNNING -> "the run was killed, or is not over" + why + "; " + CONTINUE;
      case INTERRUPTED -> "the run was interrupted" + why + "; " + CONTINUE;
      case FAILED -> "the run failed" + why + "; remove the cause and measure again";
      case COMPLETE -> "the run came to its end, but " + shortfall + "; " + OWN_FORKS;
    };
  }

  private static String endedEarly(RunManifest manifest, int rounds) {
    final String why = manifest.sentence();
    return "ended early%s after %s%s; continue it with run --resume DIR to add more"
        .formatted(
            why == null || why.equals(RunManifest.BY_USER) ? " by its user" : "",
            Figures.counted(rounds, "round"),
            why == null || why.equals(RunManifest.BY_USER) ? "" : " (" + why + ")");
  }

  /** What is not there may still come where a run was only stopped, or be put back. */
  private static String remedy(Run run, String otherwise) {
    return switch (run.manifest().end()) {
      case RUNNING, INTERRUPTED -> CONTINUE;
      case FAILED -> "remove the cause and measure again";
      case COMPLETE -> run.complete() ? otherwise : OWN_FORKS;
    };
  }
}
