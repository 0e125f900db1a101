package io.github.handshakecost.run;

import io.github.handshakecost.result.Cell;
import io.github.handshakecost.result.Effort;
import io.github.handshakecost.result.Run;
import io.github.handshakecost.result.RunDirectory;
import io.github.handshakecost.result.RunManifest;
import io.github.handshakecost.result.RunManifest.End;
import io.github.handshakecost.result.SampleRuns;
import io.github.handshakecost.result.SavedRuns;
import java.nio.file.Path;
import java.util.List;

/** Runs of two rounds that were stopped before they were complete. */
final class StoppedRuns {
  static final Effort EFFORT = SampleRuns.EFFORT.withRounds(2);
  static final List<Cell> CELLS = SampleRuns.headline();
  static final RunManifest KILLED = manifest("quick", End.RUNNING, "abc1234def", false);

  private StoppedRuns() {}

  /** Saves the first forks of a run. */
  static RunDirectory save(RunManifest manifest, int forks, Path path) {
    final Run whole = SampleRuns.of(CELLS, 2);
    return SavedRuns.save(
        new Run(whole.name(), manifest, whole.forks().subList(0, forks), whole.environment()),
        path);
  }

  static RunManifest manifest(String plan, End end, String commit, boolean dirty) {
    final RunManifest sample = SampleRuns.manifest(CELLS);
    return new RunManifest(
        sample.schema(),
        sample.id(),
        plan,
        CELLS,
        sample.seed(),
        sample.precision(),
        sample.timeBudgetSeconds(),
        commit,
        dirty,
        sample.startedAt(),
        sample.endedAt(),
        List.of(),
        end,
        null,
        EFFORT,
        List.of(),
        null);
  }
}
