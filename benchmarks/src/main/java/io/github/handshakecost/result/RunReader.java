package io.github.handshakecost.result;

import io.github.handshakecost.model.AxisNames;
import io.github.handshakecost.model.ExpectedCounts.Comparison;
import io.github.handshakecost.result.ForkMeasurement.IterationRecord;
import io.github.handshakecost.result.RunManifest.End;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a saved run, and refuses damaged files, and forks that this run cannot have measured. */
final class RunReader {
  private static final String RESTORE = "restore that file";

  private static final List<String> NEEDED_AXES =
      List.of(
          AxisNames.POLICY,
          AxisNames.PROTOCOL,
          AxisNames.RTT,
          AxisNames.CLIENT,
          AxisNames.PLACEMENT);

  private final Path path;

  RunReader(Path path) {
    this.path = path;
  }

  Run read() {
    final RunManifest manifest = manifest();
    final Membership membership = new Membership(manifest);
    final List<ForkRecord> forks = new ArrayList<>();
    for (final Path fork : forkFiles(manifest.end())) {
      forks.add(fork(new SavedJson(fork, "restore that file, or leave it out"), membership));
    }
    return new Run(name(), manifest, forks, environment(manifest.end()));
  }

  /** Also if the directory is named by {@code .} or with a slash at the end. */
  private String name() {
    final Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? path.toString() : last.toString();
  }

  private RunManifest manifest() {
    final SavedJson file = new SavedJson(path.resolve(RunDirectory.MANIFEST), RESTORE);
    final RunManifest manifest = file.record(RunManifest.class, RunManifest.SCHEMA);
    file.requireTime(manifest.startedAt());
    if (manifest.endedAt() != null) {
      file.requireTime(manifest.endedAt());
    }
    return manifest;
  }

  private List<Path> forkFiles(End end) {
    final Path folder = path.resolve(RunDirectory.FORKS);
    if (!Files.isDirectory(folder) && end == End.COMPLETE) {
      throw new UnreadableRunException(
          folder, "is missing, and the run is complete", "restore that directory with its forks");
    }
    return RunDirectory.forkFiles(path);
  }

  private static ForkRecord fork(SavedJson file, Membership membership) {
    final ForkRecord fork = file.record(ForkRecord.class, ForkRecord.SCHEMA);
    file.requireTime(fork.startedAt());
    checkAxes(file, fork.cell());
    if (fork.measurement().iterations().isEmpty()) {
      throw file.refusal("has no iteration");
    }
    membership.check(file.file(), fork);
    fork.measurement().iterations().forEach(iteration -> check(file, fork.cell(), iteration));
    for (final double percentile : Latency.REPORTED) {
      if (!fork.measurement().latency().has(percentile)
          || fork.measurement().latency().at(percentile) <= 0) {
        throw file.refusal("has no time at percentile " + percentile);
      }
    }
    return fork;
  }

  private static void checkAxes(SavedJson file, Cell cell) {
    for (final String axis : NEEDED_AXES) {
      if (!cell.params().containsKey(axis)) {
        throw file.refusal("measures a cell without " + axis);
      }
    }
  }

  private static void check(SavedJson file, Cell cell, IterationRecord iteration) {
    final long requests = iteration.counts().requests();
    if (iteration.mean() <= 0 || iteration.operations() <= 0 || requests <= 0) {
      throw file.refusal("has an iteration without time, operations or requests");
    }
    cell.expectedCounts()
        .map(expected -> expected.compare(iteration.counts()))
        .flatMap(comparisons -> Comparison.firstDifference(comparisons, requests))
        .ifPresent(
            difference -> {
              throw file.refusal(
                  "breaks policy %s over %s: %s"
                      .formatted(cell.policy(), cell.param(AxisNames.PROTOCOL), difference));
            });
  }

  private Map<String, Object> environment(End end) {
    final SavedJson file = new SavedJson(path.resolve(RunDirectory.ENVIRONMENT), RESTORE);
    if (!Files.exists(file.file())) {
      if (end == End.COMPLETE) {
        throw file.refusal("is missing, and the run is complete");
      }
      return Map.of();
    }
    return file.map();
  }
}
